import puppeteer, { type Browser } from 'puppeteer';
import { routesOf } from '../../api/routes.ts';
import { findChromium } from '../../infra/pdf/chromium-path.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';

let app: TestApplication;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parsed JSON, whose shape is what is tested
let document: any;

beforeAll(async () => {
  app = await openApplication();
  document = (await new Client(app.url).get('/api/openapi.json')).body;
});
afterAll(() => app.close());

const routes = routesOf({ clock: { development: true }, environment: 'test' });

/** Every value at a key of this name, wherever it stands. */
function valuesAt(key: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [...(name === key ? [value as unknown] : []), ...valuesAt(key, value)]);
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and has every route, with who may use it', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const {
      head: { path, method },
    } of routes) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];
      expect([path, operation?.summary, operation?.description]).toEqual([path, expect.any(String), expect.stringContaining('Who: ')]);
    }
    expect(document.paths['/api/graduates/{id}/grants'].post.description).toContain('Who: GRADUATE (SELF).');
  });

  it('holds every schema that it refers to', () => {
    const references = valuesAt('$ref', document).map(String);
    expect(references.length).toBeGreaterThan(50);
    for (const reference of new Set(references)) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], document);
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
  });

  it('names each operation once, and asks for an Idempotency-Key where a command is given', () => {
    const ids = valuesAt('operationId', document.paths);
    expect(new Set(ids).size).toBe(ids.length);
    for (const {
      head: { path, method },
      command,
    } of routes) {
      const { parameters = [], responses } = document.paths[path.replace(/:(\w+)/g, '{$1}')][method];
      const asked = parameters.some(
        (parameter: { in: string; name: string; required: boolean }) =>
          parameter.in === 'header' && parameter.name === 'Idempotency-Key' && parameter.required,
      );
      expect([path, asked, '202' in responses]).toEqual([path, command, command]);
    }
  });

  it('describes the content of each section, whose fields a client may not make up', () => {
    for (const section of ['DESTINATION', 'DOSSIER', 'HUKOU'])
      expect(document.components.schemas[`${section}Content`]).toMatchObject({ type: 'object', additionalProperties: false });
    expect(document.components.schemas.DOSSIERContent.properties.note).toMatchObject({ type: 'string', minLength: 1, maxLength: 200 });
  });
});

describe('the page to try it', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await puppeteer.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  });
  afterAll(() => browser.close());

  it('works without a request to anywhere else, under the strict policy, and can send a request', async () => {
    const page = await browser.newPage();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(app.url) && !request.url().startsWith('data:')) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${app.url}/api/docs#/access/notice.read.get.api.notice`);
    const operation = await page.waitForSelector('.opblock.is-open', { timeout: 20_000 });
    // The parts are closed but for the one in the address: a page with every route open takes minutes to draw.
    expect(await page.$$eval('.opblock-tag', (parts) => parts.length)).toBe(new Set(routes.map(({ head }) => head.part)).size);
    await (await operation?.waitForSelector('button.execute'))?.click();
    const answer = await operation?.waitForSelector('.live-responses-table tr.response .response-col_status', { timeout: 20_000 });
    expect(await answer?.evaluate((cell) => cell.textContent)).toContain('200');
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

import type { Request } from 'playwright-core';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { checked } from '../api/support/stages.ts';
import { openSite } from './support/site.ts';

const site = openSite();
let people: SchoolWithPeople;
beforeAll(async () => {
  people = await schoolWithPeople(site.app);
  await checked(site.app, people);
});

const mostScriptBytes = 200 * 1024;

/** What a first visit fetches until the page is there: addresses in order, the scripts with their code, and what these weigh compressed. */
async function visit(path: string) {
  const page = await site.openPage('phone', people.clients.graduate);
  const addresses: string[] = [];
  const finished: Request[] = [];
  page.on('request', (request) => addresses.push(new URL(request.url()).pathname));
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') finished.push(request);
  });
  await page.goto(path);
  await page.locator('h1').waitFor();
  const scripts = await Promise.all(
    finished
      .slice()
      .map(async (request) => ({ code: await (await request.response())!.text(), bytes: (await request.sizes()).responseBodySize })),
  );
  // What comes behind the page is not the first of it, but belongs to the visit.
  await page.waitForLoadState('networkidle');
  return { addresses, scripts };
}

describe('the first visit of a graduate', () => {
  it('weighs at most 200 kB of scripts, without the schemas of the forms and the list of regions', async () => {
    const { scripts } = await visit(`/me/${people.graduate.graduateId}`);
    const bytes = scripts.map((script) => script.bytes);
    expect(Math.min(...bytes)).toBeGreaterThan(0);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostScriptBytes);
    // 32 names a province, and ZodError is what every schema throws.
    expect(scripts.filter(({ code }) => /ZodError|江苏省/.test(code))).toEqual([]);
  });

  it.each(['', '/basic', '/destination', '/confirmation', '/grants'])(
    'asks for who and what once, before any script has begun: /me/…%s',
    async (path) => {
      const { graduateId } = people.graduate;
      const { addresses } = await visit(`/me/${graduateId}${path}`);
      for (const asked of ['/api/me', `/api/graduates/${graduateId}`])
        expect(addresses.filter((address) => address === asked)).toEqual([asked]);
    },
  );
});

import type { StatementContent } from '../../../domain/statements/statement-content.ts';
import { createPdfBrowser, type PdfBrowser } from '../../../infra/pdf/browser.ts';
import { loadTypeface } from '../../../infra/pdf/font.ts';
import { PdfError } from '../../../infra/pdf/pdf-error.ts';
import { createStatementRenderer } from '../../../infra/pdf/render-statement.ts';
import { createTypesetter } from '../../../infra/pdf/typeset-statement.ts';
import { createStatementSigner } from '../../../infra/signing/statement-signer.ts';
import { verifySignature } from '../../../infra/signing/verify-signature.ts';
import { darkness, scanPage, type Scan } from '../../support/pdf/scan-page.ts';
import { printedParts, partsMissing, squeeze } from '../../support/pdf/printed-parts.ts';
import { readCode } from '../../support/pdf/read-code.ts';
import { readPages } from '../../support/pdf/read-pages.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';
import { testIdentity } from '../../support/pdf/signing.ts';
import { longestStatement } from '../../support/statements/longest-statement.ts';
import { dossierStatement, hukouStatement } from '../../support/statements/statement-content.ts';

type Render = (content: StatementContent) => Promise<Uint8Array>;

let browser: PdfBrowser;
const renderers = {} as Record<'browser' | 'typesetter', Render>;
const signed = {} as typeof renderers;

beforeAll(async () => {
  browser = createPdfBrowser();
  const typeface = await loadTypeface();
  const signer = createStatementSigner(await testIdentity());
  for (const [set, by] of [
    [renderers, null],
    [signed, signer],
  ] as const) {
    const [render, typeset] = [createStatementRenderer(browser, by), createTypesetter(typeface, by)];
    set.browser = (content) => render(content, Date.now());
    set.typesetter = (content) => typeset(content, Date.now());
  }
});
afterAll(() => browser.close());

const { basics } = dossierStatement();
const rareNames = dossierStatement({ basics: { ...basics, name: '买买提·艾力', school: "𬭎䶮㛃昇堃㼆 Ph.D. José O'Müller-fi ffl" } });
const contents: readonly (readonly [string, StatementContent])[] = [
  ['dossier', dossierStatement()],
  ['hukou', hukouStatement()],
  ['rare names', rareNames],
  ['English', dossierStatement({ rendering: 'en' })],
  ['large type', dossierStatement({ rendering: 'large' })],
  ['preview', dossierStatement({ number: null, auditPosition: null })],
  ['section not registered', hukouStatement({ transfer: null })],
];
/** What batches print besides (R45): each rendering with what the others are tried with. */
const further: readonly (readonly [string, StatementContent])[] = (['en', 'large'] as const).flatMap(
  (rendering) =>
    [
      [`${rendering}: hukou`, hukouStatement({ rendering })],
      [`${rendering}: section not registered`, hukouStatement({ rendering, transfer: null })],
      [`${rendering}: rare names`, { ...rareNames, rendering }],
    ] as const,
);
const refusalOf = (print: Promise<unknown>): Promise<unknown> => print.catch((error: unknown) => error);

describe.each(['browser', 'typesetter'] as const)('statement from the %s', (name) => {
  const textOf = async (content: StatementContent): Promise<string> => (await readPdf(await renderers[name](content))).text;

  it.each(contents)('R44 R45 R47 gives back every field, character for character, in reading order: %s', async (_, content) => {
    expect(printedParts(content).length).toBeGreaterThan(20);
    expect(partsMissing(content, await textOf(content))).toEqual([]);
  });

  it('keeps spaces and letters of Latin names, without ligatures', async () => {
    expect(await textOf(rareNames)).toContain("Ph.D. José O'Müller-fi ffl");
  });

  it('shows the number in groups but copies it in one piece', async () => {
    expect(await textOf(dossierStatement())).toContain('2310001EA86V47B');
  });

  it('is one tagged page with title, language, headings, tables and a described picture', async () => {
    const pdf = await readPdf(await signed[name](dossierStatement()));
    expect(pdf).toMatchObject({ pages: 1, title: '全国普通高等学校毕业生去向登记信息', language: 'zh-CN', tagged: true });
    const roles = pdf.roles.filter((role) => /^(H1|H2|Table|Figure)$/.test(role));
    expect(roles).toEqual(['H1', 'Figure', 'H2', 'Table', 'H2', 'Table', 'H2', 'Table', 'H2']);
    expect(pdf.roles.filter((role) => /^T[HD]$/.test(role))).toHaveLength(2 * (8 + 3 + 6));
    expect(pdf.roles.filter((role) => role === 'LI')).toHaveLength(4);
    expect(pdf.alternatives).toEqual(['核验二维码']);
    expect((await readPdf(await signed[name](dossierStatement({ rendering: 'en' })))).language).toBe('en');
  });

  it.each(contents)('has no Type 3 font and at most 40 KB before signing: %s', async (_, content) => {
    const bytes = await renderers[name](content);
    const { fontTypes } = await readPdf(bytes);
    expect(new Set(fontTypes)).toEqual(new Set(['CIDFontType2']));
    expect(bytes.length).toBeLessThanOrEqual(40_000);
  });

  it('X23 carries a QR code that is read from a scan at 150 dpi, and with a tenth of it dirty', async () => {
    const content = dossierStatement();
    const scan = await scanPage(await renderers[name](content), 150);
    expect(await readCode(scan)).toBe(content.number?.qrContent);
    expect(await readCode(dirty(scan, 0.1))).toBe(content.number?.qrContent);
  });

  it('R34 has no number, no QR code and no signature in a preview', async () => {
    const preview = await signed[name](dossierStatement({ number: null, auditPosition: null }));
    const { text } = await readPdf(preview);
    expect(text).toContain('预览，不含编号，不作核验凭据');
    expect(text).not.toMatch(/核验编号：|EA86|审计位置/);
    expect(await readCode(await scanPage(preview, 150))).toBeUndefined();
    expect(verifySignature(Buffer.from(preview))).toEqual({ intact: false, reason: 'NOT_SIGNED' });
  });

  it('R46 has a line across where the section was not registered', async () => {
    const pdf = await renderers[name](dossierStatement({ transfer: null }));
    const { text } = await readPdf(pdf);
    expect(text).toContain('签发时尚未登记档案转递信息');
    expect(text).not.toContain('单位邮编');
    // A row of the picture that is dark from the left edge of the box to the words, and not in the gap before them.
    const scan = await scanPage(pdf, 144);
    const dark = (y: number, x: number): boolean => (scan.pixels[(y * scan.width + x) * 4] ?? 255) < 190;
    const lines = Array.from({ length: scan.height }, (__, y) => y).filter(
      (y) => [120, 160, 200, 240, 280].every((x) => dark(y, x)) && !dark(y, 434),
    );
    expect(lines.length).toBeGreaterThan(0);
  });

  it('X10 X27 has 样例 across the page unless configured otherwise', async () => {
    const real = { specimen: false, basics: { ...basics, school: '北京大学' }, destination: null };
    expect(await textOf(dossierStatement({ specimen: true, basics: real.basics, destination: null }))).toMatch(/样\s*例/);
    expect(await textOf(dossierStatement(real))).not.toMatch(/[样例]/);
  });

  it('refuses a character that the font lacks, by name, and never leaves a gap (trap 13)', async () => {
    const error = await refusalOf(renderers[name](dossierStatement({ basics: { ...basics, name: '陈𠮷' } })));
    expect(error).toBeInstanceOf(PdfError);
    expect(error).toMatchObject({ code: 'GLYPH_MISSING', characters: ['𠮷'] });
  });

  it.each([
    ['Han', '长城万里'],
    ['Latin without a space', 'WMÄQ'],
    ['Latin words', 'Wide words '],
  ] as const)('is one page with the longest values that the forms take, nothing cut off: %s', async (_, letters) => {
    for (const rendering of ['zh', 'en'] as const) {
      const content = longestStatement(letters, rendering);
      const pdf = await renderers[name](content);
      const read = await readPdf(pdf);
      expect([rendering, read.pages, partsMissing(content, read.text), read.outside]).toEqual([rendering, 1, [], []]);
      expect(await readCode(await scanPage(pdf, 150))).toBe(content.number?.qrContent);
    }
  });

  it.each([
    ['Han', '长城万里'],
    ['Latin words', 'Wide words '],
  ] as const)('in large type goes on on further pages, never smaller, each with its number and 样例: %s', async (_, letters) => {
    const content = longestStatement(letters, 'large');
    const pdf = await signed[name](content);
    const read = await readPdf(pdf);
    expect([read.pages > 1, partsMissing(content, read.text), read.outside]).toEqual([true, [], []]);
    expect(squeeze(read.textFrom(15))).toContain(squeeze(`${content.basics.school}`).slice(0, 20));
    expect(squeeze(read.textFrom(15))).toContain('0991-12345678-123456');
    const { pages, loose } = await readPages(pdf);
    expect(loose).toBe('');
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`${index + 1}/${pages.length}`);
      expect(page).toContain('样例');
    }
    expect(await readCode(await scanPage(pdf, 150))).toBe(content.number?.qrContent);
    expect(verifySignature(Buffer.from(pdf))).toMatchObject({ intact: true });
  });

  it('refuses what does not fit in the smallest type, instead of cutting it off', async () => {
    const long = <T extends object>(fields: T): T => Object.fromEntries(Object.keys(fields).map((key) => [key, '长'.repeat(300)])) as T;
    const { destination, transfer } = dossierStatement();
    const all = { basics: long(basics), destination: long(destination!), transfer: long(transfer!) };
    expect(await refusalOf(renderers[name](dossierStatement(all)))).toMatchObject({ code: 'CONTENT_TOO_LONG' });
  });

  it('is signed over every byte', async () => {
    expect(verifySignature(Buffer.from(await signed[name](dossierStatement())))).toMatchObject({ intact: true });
  });
});

describe('the same statement from browser and typesetter', () => {
  it.each([...contents, ...further])('has the same text, field by field: %s', async (_, content) => {
    const [left = '', right = ''] = await Promise.all(
      [renderers.browser, renderers.typesetter].map(async (render) => squeeze((await readPdf(await render(content))).text)),
    );
    // Numbers of the notes and the order of floating parts are the renderer's; every other character is the statement's.
    expect([...right].sort().join('')).toBe([...left].sort().join(''));
  });

  it.each(['zh', 'en', 'large'] as const)(
    'has the same text with the longest values that the forms take, apart from the numbers of its sheets: %s',
    async (rendering) => {
      const content = longestStatement('长城万里', rendering);
      const [left, right] = await Promise.all(
        [renderers.browser, renderers.typesetter].map(async (render) => {
          const { pages } = await readPages(await render(content));
          return [...pages.map((page, index) => page.replace(`${index + 1}/${pages.length}`, '').replaceAll('样例', '')).join('')]
            .sort()
            .join('');
        }),
      );
      expect(right).toBe(left);
    },
  );

  it.each([...contents, ...further])('looks the same: %s', async (_, content) => {
    const [left = [], right = []] = await Promise.all(
      [renderers.browser, renderers.typesetter].map(async (render) => darkness(await scanPage(await render(content), 72), 36)),
    );
    const differences = left.flatMap((row, y) => row.map((value, x) => Math.abs(value - (right[y]?.[x] ?? 1))));
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    // Half an inch square: the same lines of text in nearly the same places.
    expect(mean).toBeLessThan(0.025);
    expect(Math.max(...differences)).toBeLessThan(0.2);
  });
});

/** A scan of which so much of the QR code (45 mm in the upper right corner of the text) is covered by noise, the same each time. */
function dirty({ pixels, width, height }: Scan, share: number): Scan {
  const copy = new Uint8ClampedArray(pixels);
  const [left, top, side] = [width * (149 / 210), height * (13 / 297), width * (45 / 210)];
  const spot = Math.round(side * Math.sqrt(share / 10));
  let seed = 7;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let spots = 0; spots < 10; spots += 1) {
    // The corners find the code; a reader that cannot see one of them cannot begin.
    const [x0, y0] = [left + side * (0.25 + random() * 0.45), top + side * (0.25 + random() * 0.45)].map(Math.round) as [number, number];
    for (let y = y0; y < y0 + spot; y += 1)
      for (let x = x0; x < x0 + spot; x += 1) copy.fill(random() < 0.5 ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return { pixels: copy, width, height };
}

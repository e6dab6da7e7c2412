import jsqr from 'jsqr';
import sharp from 'sharp';
import type { StatementContent } from '../../../domain/statements/statement-content.ts';
import { layOutStatement } from '../../../domain/statements/statement-layout.ts';
import { createPdfBrowser, type PdfBrowser } from '../../../infra/pdf/browser.ts';
import { loadTypefaces } from '../../../infra/pdf/font.ts';
import { PdfError } from '../../../infra/pdf/pdf-error.ts';
import { createStatementRenderer, type RenderStatement } from '../../../infra/pdf/render-statement.ts';
import { buildStatementPage } from '../../../infra/pdf/statement-page.ts';
import { dossierStatement, hukouStatement } from '../../support/statements/statement-content.ts';
import { readPdf } from './read-pdf.ts';

let browser: PdfBrowser;
let renderStatement: RenderStatement;

beforeAll(() => {
  browser = createPdfBrowser();
  renderStatement = createStatementRenderer(browser);
});
afterAll(() => browser.close());

const { basics } = dossierStatement();
const rareNames: StatementContent = dossierStatement({
  basics: { ...basics, name: '买买提·艾力', school: "𬭎䶮㛃昇堃㼆 Ph.D. José O'Müller-fi ffl" },
});

const textOf = async (content: StatementContent): Promise<string> => (await readPdf(await renderStatement(content))).text;
const refusalOf = async (content: StatementContent): Promise<unknown> => renderStatement(content).catch((error: unknown) => error);

/** The page as a scanner sees it: grey pixels at so many dots per inch. */
const picture = async (content: StatementContent, dotsPerInch: number) => {
  const html = await buildStatementPage(content, await loadTypefaces());
  const png = await browser.withPage(async (page) => {
    await page.setViewport({ width: 794, height: 1123, deviceScaleFactor: dotsPerInch / 96 });
    await page.setContent(html, { waitUntil: 'load' });
    return page.screenshot({ type: 'png' });
  });
  return sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
};
const decode = ({ data, info }: Awaited<ReturnType<typeof picture>>): string | undefined =>
  jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data;

describe('printed statement', () => {
  it.each([
    ['dossier', dossierStatement()],
    ['hukou', hukouStatement()],
    ['rare names', rareNames],
  ])('R44 R45 gives back every field, character for character: %s', async (_, content) => {
    const text = (await textOf(content)).replace(/\s+/g, '');
    const { title, numberLabel, sections, notes, issue } = layOutStatement(content);
    const printed = [
      title, `${numberLabel}：${content.number?.canonical ?? ''}`, ...sections.flatMap(({ heading, rows }) => [heading, ...rows.flat(2)]),
      ...notes.flatMap((note) => [note.text, ...note.items]), ...issue.map(([label, value]) => `${label}：${value}`),
    ];
    // In reading order too: each part is looked for behind the one before it.
    let position = 0;
    for (const part of printed) {
      const found = text.indexOf(part.replace(/\s+/g, ''), position);
      expect({ part, found: found >= position }).toEqual({ part, found: true });
      position = found + part.replace(/\s+/g, '').length;
    }
  });

  it('keeps spaces and letters of Latin names, without ligatures', async () => {
    expect(await textOf(rareNames)).toContain("Ph.D. José O'Müller-fi ffl");
  });

  it('shows the number in groups but copies it in one piece', async () => {
    expect(await textOf(dossierStatement())).toContain('2310001EA86V47B');
  });

  it('is one tagged page with title, language, headings and tables', async () => {
    const pdf = await readPdf(await renderStatement(dossierStatement()));
    expect(pdf).toMatchObject({ pages: 1, title: '全国普通高等学校毕业生去向登记信息', language: 'zh-CN', tagged: true });
    const roles = pdf.roles.filter((role) => /^(H1|H2|Table|Figure)$/.test(role));
    expect(roles).toEqual(['H1', 'Figure', 'H2', 'Table', 'H2', 'Table', 'H2', 'Table', 'H2']);
    expect(pdf.roles.filter((role) => role === 'TH')).toHaveLength(8 + 3 + 6);
  });

  it.each([['dossier', dossierStatement()], ['rare names', rareNames], ['preview', hukouStatement({ number: null })]])(
    'has no Type 3 font and stays below 60 KB: %s',
    async (_, content) => {
      const bytes = await renderStatement(content);
      const { fontTypes } = await readPdf(bytes);
      expect(new Set(fontTypes)).toEqual(new Set(['CIDFontType2']));
      expect(bytes.length).toBeLessThan(60_000);
    },
  );

  it('X23 carries a QR code that is read at 150 dpi', async () => {
    const content = dossierStatement();
    expect(decode(await picture(content, 150))).toBe(content.number?.qrContent);
  });

  it('R34 has no number and no QR code in a preview', async () => {
    const preview = dossierStatement({ number: null });
    const text = await textOf(preview);
    expect(text).toContain('预览，不含编号，不作核验凭据');
    expect(text).not.toMatch(/核验编号：|EA86/);
    expect(decode(await picture(preview, 150))).toBeUndefined();
  });

  it('R46 has a line across where the section was not registered', async () => {
    const text = await textOf(dossierStatement({ transfer: null }));
    expect(text).toContain('签发时尚未登记档案转递信息');
    expect(text).not.toContain('单位邮编');
  });

  it('X10 X27 has 样例 across the page unless configured otherwise', async () => {
    const real = { specimen: false, basics: { ...basics, school: '北京大学' }, destination: null };
    expect(await textOf(dossierStatement({ specimen: true, basics: real.basics, destination: null }))).toMatch(/样\s*例/);
    expect(await textOf(dossierStatement(real))).not.toMatch(/[样例]/);
  });

  it('refuses a character that the font lacks, by name, and never leaves a gap (trap 13)', async () => {
    const error = await refusalOf(dossierStatement({ basics: { ...basics, name: '陈𠮷' } }));
    expect(error).toBeInstanceOf(PdfError);
    expect(error).toMatchObject({ code: 'GLYPH_MISSING', characters: ['𠮷'] });
  });

  it('makes long texts smaller, and refuses what still does not fit, instead of cutting it off', async () => {
    const long = '长'.repeat(120);
    const fitting = dossierStatement({ basics: { ...basics, school: long, major: long } });
    expect((await textOf(fitting)).replace(/\s+/g, '').split(long)).toHaveLength(3);
    expect((await readPdf(await renderStatement(fitting))).pages).toBe(1);

    const all = Object.fromEntries(Object.keys(basics).map((key) => [key, '长'.repeat(200)])) as typeof basics;
    expect(await refusalOf(dossierStatement({ basics: all }))).toMatchObject({ code: 'CONTENT_TOO_LONG' });
  });
});

import { createPdfBrowser, type PdfBrowser } from '../../../infra/pdf/browser.ts';
import { loadTypeface, type Typeface } from '../../../infra/pdf/font.ts';
import { createStatementRenderer } from '../../../infra/pdf/render-statement.ts';
import { createTypesetter } from '../../../infra/pdf/typeset-statement.ts';
import type { StatementContent } from '../../../domain/statements/statement-content.ts';
import { sampleRoster } from '../../../scripts/samples/sample-roster.ts';
import { squeeze } from '../../support/pdf/printed-parts.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';
import { lookAlikes, otherInNames, rareInNames, standardBeyondBasicPlane } from '../../support/statements/rare-characters.ts';
import { dossierStatement } from '../../support/statements/statement-content.ts';

let browser: PdfBrowser;
let typeface: Typeface;
let renderers: readonly ((content: StatementContent, at: number) => Promise<Uint8Array>)[];

beforeAll(async () => {
  browser = createPdfBrowser();
  typeface = await loadTypeface();
  renderers = [createStatementRenderer(browser, null), createTypesetter(typeface, null)];
});
afterAll(() => browser.close());

const rosterCharacters = [
  ...new Set(
    sampleRoster(2027)
      .flatMap((row) => Object.values(row))
      .filter((value) => typeof value === 'string')
      .join(''),
  ),
].filter((character) => character.trim() !== '');
const lists: readonly (readonly [string, readonly string[]])[] = [
  ['of the sample roster', rosterCharacters],
  ['of the standard table beyond the basic plane', standardBeyondBasicPlane],
  ['rare in names', rareInNames],
  ['of names of other origin', otherInNames],
  ['that look like others', lookAlikes],
];

const printing = (text: string): StatementContent => {
  const { basics } = dossierStatement();
  return dossierStatement({ basics: { ...basics, name: text } });
};
const perStatement = 100;

describe('every character is printed and can be copied, or is refused by its name (trap 13)', () => {
  it.each(lists)('%s', async (_, characters) => {
    expect(characters.length).toBeGreaterThan(40);
    const missing = new Set(typeface.findMissing(characters.join('')));
    const printable = characters.filter((character) => !missing.has(character));
    for (let from = 0; from < printable.length; from += perStatement) {
      const text = printable.slice(from, from + perStatement).join('');
      for (const render of renderers) expect(squeeze((await readPdf(await render(printing(text), 0))).text)).toContain(squeeze(text));
    }
    for (const character of missing) {
      for (const render of renderers)
        await expect(render(printing(`陈${character}诚`), 0)).rejects.toMatchObject({ code: 'GLYPH_MISSING', characters: [character] });
    }
  });

  it('prints all of the sample roster, all of the standard table, and the names in the issue', () => {
    expect(typeface.findMissing([...rosterCharacters, ...standardBeyondBasicPlane, ...'𬭎䶮㛃', ...'买买提·艾力'].join(''))).toEqual([]);
  });
});

import { bindPages } from '../../../infra/pdf/bind-pages.ts';
import { readPages } from '../../support/pdf/read-pages.ts';
import { loadTypeface } from '../../../infra/pdf/font.ts';
import { createTypesetter } from '../../../infra/pdf/typeset-statement.ts';
import { dossierStatement } from '../../support/statements/statement-content.ts';

describe('pages of many files as one', () => {
  it('R45 are taken one file at a time, keep their text, and are numbered', async () => {
    const typeset = createTypesetter(await loadTypeface(), null);
    const { basics } = dossierStatement();
    let [given, taken, ahead] = [0, 0, 0];
    const names = Array.from({ length: 12 }, (_, index) => `样例${String.fromCodePoint(0x7532 + index * 3)}`);
    const files = async function* (): AsyncGenerator<Uint8Array> {
      for (const name of names) {
        given += 1;
        yield await typeset(dossierStatement({ basics: { ...basics, name } }), Date.now());
      }
    };
    const pieces: Buffer[] = [];
    for await (const piece of bindPages(files(), { total: names.length, title: '样例' })) {
      taken += 1;
      ahead = Math.max(ahead, given - taken);
      pieces.push(piece);
    }
    expect(ahead).toBeLessThanOrEqual(0);
    const { pages } = await readPages(Buffer.concat(pieces));
    expect(pages).toHaveLength(names.length);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(names[index]);
      expect(page.endsWith(`${index + 1}/12`)).toBe(true);
    }
  }, 60_000);
});

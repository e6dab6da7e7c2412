import { buffer } from 'node:stream/consumers';
import type { StatementRendering } from '../../../domain/statements/rendering.ts';
import { adoptTags } from '../../../infra/pdf/adopt-tags.ts';
import { bindPages, type BoundPaper } from '../../../infra/pdf/bind-pages.ts';
import { loadTypeface } from '../../../infra/pdf/font.ts';
import type { RenderStatement } from '../../../infra/pdf/render-statement.ts';
import { createTypesetter } from '../../../infra/pdf/typeset-statement.ts';
import { createStatementSigner } from '../../../infra/signing/statement-signer.ts';
import { verifySignature } from '../../../infra/signing/verify-signature.ts';
import { brokenStructure, topRoles } from '../../support/pdf/broken-structure.ts';
import { readObjects } from '../../support/pdf/read-objects.ts';
import { readPages } from '../../support/pdf/read-pages.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';
import { testIdentity } from '../../support/pdf/signing.ts';
import { dossierStatement } from '../../support/statements/statement-content.ts';

let typeset: RenderStatement;
beforeAll(async () => {
  typeset = createTypesetter(await loadTypeface(), createStatementSigner(await testIdentity()));
});

const names = Array.from({ length: 12 }, (_, index) => `样例${String.fromCodePoint(0x7532 + index * 3)}`);
async function* statements(onGiven = () => undefined as void, rendering: StatementRendering = 'zh'): AsyncGenerator<BoundPaper> {
  const { basics } = dossierStatement();
  for (const [index, name] of names.entries()) {
    onGiven();
    yield {
      bytes: await typeset(dossierStatement({ rendering, basics: { ...basics, name } }), Date.now()),
      group: index < 5 ? '示例学院 一班' : '示例学院 二班',
      name: null,
    };
  }
}
const about = { title: '样例', language: 'zh-CN' } as const;

describe('pages of many files as one', () => {
  it('R45 are taken one file at a time, keep their text, and are numbered', async () => {
    let [given, taken, ahead] = [0, 0, 0];
    const pieces: Buffer[] = [];
    for await (const piece of bindPages(
      statements(() => {
        given += 1;
      }),
      { total: names.length, ...about, signature: null },
    )) {
      taken += 1;
      ahead = Math.max(ahead, given - taken);
      pieces.push(piece);
    }
    expect(ahead).toBeLessThanOrEqual(0);
    const file = Buffer.concat(pieces);
    expect(verifySignature(file)).toEqual({ intact: false, reason: 'NOT_SIGNED' });
    const { pages, annotations } = await readPages(file);
    expect([pages.length, annotations]).toEqual([names.length, 0]);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(names[index]);
      expect(page.endsWith(`${index + 1}/12`)).toBe(true);
    }
  }, 60_000);

  it('R45 are one tagged document, signed as a whole: each page is read aloud without its number, and a changed byte is noticed', async () => {
    const identity = await testIdentity();
    const file = await buffer(
      bindPages(statements(), { total: names.length, ...about, signature: { signer: createStatementSigner(identity), at: Date.now() } }),
    );
    expect(verifySignature(file)).toMatchObject({ intact: true, signer: { fingerprint256: identity.signer.fingerprint256 } });
    for (let at = 3; at < file.length; at += Math.floor(file.length / 50)) {
      const copy = Buffer.from(file);
      copy[at]! ^= 1;
      expect([at, verifySignature(copy).intact]).toEqual([at, false]);
    }
    const { title, tagged: isTagged, roles } = await readPdf(file);
    expect({ title, isTagged }).toEqual({ title: '样例', isTagged: true });
    expect(roles.filter((role) => ['Document', 'Sect', 'H1', 'Table', 'L'].includes(role))).toEqual(
      expect.arrayContaining(['Document', 'Sect', 'H1', 'Table', 'L']),
    );
    const { tagged, loose, annotations } = await readPages(file);
    expect([annotations, loose]).toEqual([1, '']);
    for (const [index, text] of tagged.entries()) {
      expect(text).toContain(names[index]);
      expect(text).toContain('全国普通高等学校毕业生去向登记信息');
      expect(text).not.toContain('/12');
      for (const other of names.filter((name) => name !== names[index])) expect(text).not.toContain(other);
    }
  }, 60_000);

  it.each(['zh', 'en', 'large'] as const)(
    'R45 hold together for who does not see them: one document of a section each, every text with its tag, all fonts there: %s',
    async (rendering) => {
      const objects = readObjects(
        await buffer(
          bindPages(statements(undefined, rendering), {
            total: names.length,
            title: '样例',
            language: rendering === 'en' ? 'en' : 'zh-CN',
            signature: null,
          }),
        ),
      );
      expect(topRoles(objects)).toEqual(['/Document', ...names.map(() => '/Sect')]);
      expect(brokenStructure(objects)).toEqual([]);
      // The check itself: a list of contents that is gone, a font that is gone.
      for (const kind of [/^\[(\d+ 0 R ?)+\]$/, /\/Length1\b/]) {
        const [gone] = [...objects].find(([, { body }]) => kind.test(body))!;
        expect(brokenStructure(new Map([...objects].filter(([id]) => id !== gone)))).not.toEqual([]);
      }
    },
    60_000,
  );

  it('R45 have bookmarks: the classes, and under each its papers by the numbers that are printed on them', async () => {
    const { bookmarks } = await readPages(await buffer(bindPages(statements(), { total: names.length, ...about, signature: null })));
    const below = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => [`${from + at} / 12`, from + at]);
    expect(bookmarks).toEqual([
      ['示例学院 一班', 1, below(1, 5)],
      ['示例学院 二班', 6, below(6, 12)],
    ]);
  }, 60_000);

  it('R45 keep the heads of their rows by scope, since names of heads belong to one file', () => {
    const body =
      '<</Type /StructElem\n/S /TD\n/P 7 0 R\n/A [<</O /Table\n/Headers [(node00000213) (node00000215)]>> <</O /Table\n/RowSpan 1>>]>>';
    const objects = new Map(
      [
        [5, body],
        [7, '<</Type /StructElem/S /TH/P 3 0 R/A [<</O /Table\n/Scope /Row>>]\n/ID (node00000213)/K 5 0 R>>'],
        [3, '<</K 7 0 R/ParentTree<</Nums[0 9 0 R]>>>>'],
        [9, '[7 0 R]'],
      ].map(([id, text]) => [id as number, { body: text as string, stream: null }] as const),
    );
    expect(adoptTags({ objects, tree: 3, parent: 99, keysTaken: 4 })).toEqual({ elements: [7], parents: [[4, 9]], roles: new Map() });
    expect(objects.get(5)?.body).not.toContain('node');
    expect(objects.get(7)?.body).toMatch(/^<<\/Type \/StructElem\/S \/TH\/P 99 0 R\/A \[<<\/O \/Table\n\/Scope \/Row>>\].*\/K 5 0 R>>$/s);
    expect(objects.get(7)?.body).not.toContain('node');
  });
});

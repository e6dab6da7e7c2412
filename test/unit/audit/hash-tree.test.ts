import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { genesisHead, headOf, leafHash, treeRoot } from '../../../domain/audit/hash-tree.ts';

const sha256 = (...parts: (Uint8Array | string)[]) =>
  parts.reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash('sha256')).digest();
const leaf = (text: string) => sha256(Uint8Array.of(0), text);
const node = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right);

describe('the hash tree over audit rows', () => {
  it('R22 a leaf is the hash of the row in canonical form, behind a byte of its own (RFC 6962)', () => {
    expect(Buffer.from(leafHash({ seq: 1, at: 5 }))).toEqual(leaf('{"at":5,"seq":1}'));
    expect(leafHash({ at: 5, seq: 1 })).toEqual(leafHash({ seq: 1, at: 5 }));
  });

  it('R22 the root of one, two, three and five rows, computed by another library', () => {
    const [a, b, c, d, e] = ['1', '2', '3', '4', '5'].map(leaf) as [Buffer, Buffer, Buffer, Buffer, Buffer];
    expect(treeRoot([1])).toBe(a.toString('hex'));
    expect(treeRoot([1, 2])).toBe(node(a, b).toString('hex'));
    expect(treeRoot([1, 2, 3])).toBe(node(node(a, b), c).toString('hex'));
    expect(treeRoot([1, 2, 3, 4, 5])).toBe(node(node(node(a, b), node(c, d)), e).toString('hex'));
  });

  it('R22 no rows have the hash of nothing', () => {
    expect(treeRoot([])).toBe(sha256('').toString('hex'));
  });

  it('R22 a change, a loss, a doubling or another order of rows is another root', () => {
    const rows = fc.uniqueArray(fc.record({ seq: fc.nat(), action: fc.string(), fields: fc.array(fc.string()) }), {
      selector: ({ seq }) => seq,
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, fc.nat(), (list, pick) => {
        const at = pick % list.length;
        const root = treeRoot(list);
        expect(treeRoot(structuredClone(list))).toBe(root);
        const others = [
          list.toSpliced(at, 1),
          list.with(at, { ...list[at]!, seq: list[at]!.seq + 1 }),
          [...list, list.at(-1)!],
          list.toReversed(),
        ];
        for (const other of others) expect(treeRoot(other)).not.toBe(root);
      }),
      { numRuns: 200 },
    );
  });

  it('R22 a node cannot be passed off as a row', () => {
    const [a, b] = ['1', '2'].map(leaf) as [Buffer, Buffer];
    expect(treeRoot([1, 2])).not.toBe(sha256(a, b).toString('hex'));
  });
});

describe('the head', () => {
  it('R22 chains the root to the head before it, with the run it covers', () => {
    const head = headOf(genesisHead, 0, 7, 'r'.repeat(64));
    expect(head).toBe(sha256(`${'0'.repeat(64)}\n0-7\n${'r'.repeat(64)}`).toString('hex'));
    const others = [
      headOf(head, 0, 7, 'r'.repeat(64)),
      headOf(genesisHead, 0, 8, 'r'.repeat(64)),
      headOf(genesisHead, 1, 7, 'r'.repeat(64)),
      headOf(genesisHead, 0, 7, 's'.repeat(64)),
    ];
    expect(new Set([head, ...others]).size).toBe(5);
  });
});

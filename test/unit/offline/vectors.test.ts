import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPublicKey, verify } from 'node:crypto';
import { verifyEd25519 } from '../../../domain/offline/ed25519.ts';
import { judgeStatement, openStatusList } from '../../../domain/offline/judge-statement.ts';
import { keysOf } from '../../../domain/offline/published-keys.ts';
import { encodePayload } from '../../../domain/offline/statement-payload.ts';
import { bitsOf } from '../../../domain/offline/status-list.ts';
import { offlineVectors } from '../../../scripts/docs/offline-vectors.ts';

type Vectors = ReturnType<typeof offlineVectors>;
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as Vectors;
const keys = keysOf(vectors.key.published);

// The vectors are what others build on: once published they change only with the version of the format.
describe('X23 the vectors of docs/offline-format.md', () => {
  it('are what this version writes, the compressed stream aside', () => {
    const { lists, ...rest } = offlineVectors();
    expect(vectors).toMatchObject(rest);
    expect(Object.keys(vectors.lists)).toEqual(Object.keys(lists));
  });

  it.each(vectors.statements.map((vector) => [vector.name, vector] as const))(
    '%s: fields, body, signed message and text belong together',
    (_, { fields, body, signed, text }) => {
      expect(Buffer.from(encodePayload({ ...fields, keyId: vectors.key.id })).toString('hex')).toBe(body);
      const signature = Buffer.from(text.length === 0 ? '' : bytesOf(text)).subarray(-64);
      expect(Buffer.from(bytesOf(text)).toString('hex')).toBe(body + signature.toString('hex'));
      // A second implementation of Ed25519 agrees.
      const [jwk] = vectors.key.published.keys;
      expect(verify(null, Buffer.from(signed, 'hex'), createPublicKey({ key: jwk!, format: 'jwk' }), signature)).toBe(true);
      expect(verifyEd25519(signature, Buffer.from(signed, 'hex'), keys.get(vectors.key.id)!)).toBe(true);
    },
  );

  it.each(Object.entries(vectors.lists))('list "%s" opens to its bits', async (_, { list, issuedAt, expiresAt, revoked, base64 }) => {
    expect(await openStatusList(Buffer.from(base64, 'base64'), { keys, verifySignature: verifyEd25519 })).toEqual({
      header: { keyId: vectors.key.id, list, issuedAt, expiresAt },
      bits: bitsOf(revoked),
    });
  });

  it.each(vectors.cases.map((one) => [`${one.statement}, list ${String(one.list)}, ${new Date(one.now).toISOString()}`, one] as const))(
    '%s',
    async (_, { statement, list, now, ...expected }) => {
      const { text } = vectors.statements.find(({ name }) => name === statement)!;
      const published = list === null ? [] : [[0, Buffer.from(vectors.lists[list as keyof Vectors['lists']].base64, 'base64')] as const];
      expect(await judgeStatement(text, { keys, now, verifySignature: verifyEd25519, lists: new Map(published) })).toMatchObject(expected);
    },
  );
});

/** Base32 read by a few lines that share nothing with ours. */
function bytesOf(text: string): number[] {
  const bits = [...text].map((character) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0')).join('');
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2));
}

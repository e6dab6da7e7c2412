import { createPrivateKey } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { signedMessage } from '../../domain/offline/signed-document.ts';
import { encodePayload, type StatementPayload } from '../../domain/offline/statement-payload.ts';
import { bitsOf, encodeStatusList, listValidityMs } from '../../domain/offline/status-list.ts';
import type { KeySet } from '../../infra/crypto/keyring.ts';
import { publishedKeys } from '../../infra/offline/published-keys.ts';
import { issuePayload } from '../../infra/offline/scan-payload.ts';
import { signDocument } from '../../infra/offline/sign-document.ts';

// Published with the vectors and good for nothing else: the bytes 00 01 … 1f in the envelope of PKCS8.
const seed = Uint8Array.from({ length: 32 }, (_, index) => index);
const testKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const keyId = 'vectors-only';
const set: KeySet = { current: keyId, keys: new Map([[keyId, testKey]]) };

const at = (text: string): number => Date.parse(text);

type Fields = Omit<StatementPayload, 'keyId'>;

const dossier: Fields = {
  kind: 'DOSSIER',
  numberKind: 'VERIFICATION',
  registered: true,
  issuedAt: at('2027-06-10T10:00:00+08:00'),
  endsAt: at('2027-07-11T00:00:00+08:00'),
  list: 0,
  index: 421_337,
  name: '买买提·艾力',
  school: '示例大学',
  destinationUnit: '示例市人民医院',
  receivingUnit: '示例市人才服务中心',
};
const statements: Readonly<Record<string, Fields>> = {
  dossier,
  'hukou of a transfer number, not registered': {
    ...dossier,
    kind: 'HUKOU',
    numberKind: 'TRANSFER',
    registered: false,
    list: 1,
    index: 0,
    name: '王𬭎',
    destinationUnit: '',
    receivingUnit: '',
  },
  'cut field, last place of a list': { ...dossier, list: 2, index: 524_287, school: `${'示'.repeat(19)}…` },
};

const listOf = (list: number, issuedAt: number, revoked: readonly number[]) => ({
  list,
  issuedAt,
  expiresAt: issuedAt + listValidityMs,
  revoked,
  base64: signDocument(
    set,
    'status-list',
    encodeStatusList({ keyId, list, issuedAt, expiresAt: issuedAt + listValidityMs }, deflateSync(bitsOf(revoked), { level: 9 })),
  ).toString('base64'),
});

/** Test vectors of docs/offline-format.md: every layer of the format, in hexadecimal where it is bytes. */
export function offlineVectors() {
  const issuedAt = at('2027-06-20T09:00:00+08:00');
  const lists = {
    nothing: listOf(0, issuedAt, []),
    revoked: listOf(0, issuedAt, [7, 421_336, 421_337, 524_287]),
    neighbours: listOf(0, issuedAt, [421_336, 421_338]),
    'before issue': listOf(0, at('2027-06-10T09:59:59+08:00'), []),
  };
  return {
    warning: 'Made with a key that is published here. Never trust it outside of tests.',
    key: { id: keyId, seed: Buffer.from(seed).toString('hex'), published: publishedKeys(set) },
    statements: Object.entries(statements).map(([name, fields]) => {
      const body = encodePayload({ ...fields, keyId });
      return {
        name,
        fields,
        body: Buffer.from(body).toString('hex'),
        signed: Buffer.from(signedMessage('statement', body)).toString('hex'),
        text: issuePayload(set, fields),
      };
    }),
    lists,
    cases: [
      { statement: 'dossier', list: 'nothing', now: issuedAt, answer: 'GOOD', asOf: issuedAt },
      { statement: 'dossier', list: 'neighbours', now: issuedAt + listValidityMs - 1, answer: 'GOOD', asOf: issuedAt },
      { statement: 'dossier', list: 'nothing', now: issuedAt + listValidityMs, answer: 'CANNOT_TELL', reason: 'LIST_STALE' },
      { statement: 'dossier', list: 'nothing', now: issuedAt - 1, answer: 'CANNOT_TELL', reason: 'LIST_FROM_THE_FUTURE' },
      {
        statement: 'dossier',
        list: 'before issue',
        now: at('2027-06-10T10:05:00+08:00'),
        answer: 'CANNOT_TELL',
        reason: 'LIST_OLDER_THAN_NUMBER',
      },
      { statement: 'dossier', list: null, now: issuedAt, answer: 'CANNOT_TELL', reason: 'LIST_MISSING' },
      { statement: 'dossier', list: 'revoked', now: issuedAt, answer: 'BAD', reason: 'REVOKED' },
      { statement: 'dossier', list: 'revoked', now: issuedAt + 10 * listValidityMs, answer: 'BAD', reason: 'REVOKED' },
      { statement: 'dossier', list: 'nothing', now: dossier.issuedAt - 1, answer: 'CANNOT_TELL', reason: 'FROM_THE_FUTURE' },
      { statement: 'dossier', list: 'nothing', now: dossier.endsAt, answer: 'BAD', reason: 'EXPIRED' },
    ],
  };
}

import { generateKeyPairSync } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { verifyEd25519 } from '../../../domain/offline/ed25519.ts';
import type { OfflineKnowledge } from '../../../domain/offline/judge-statement.ts';
import { keysOf } from '../../../domain/offline/published-keys.ts';
import type { StatementPayload } from '../../../domain/offline/statement-payload.ts';
import { bitsOf, encodeStatusList, listValidityMs } from '../../../domain/offline/status-list.ts';
import type { KeySet } from '../../../infra/crypto/keyring.ts';
import { publishedKeys } from '../../../infra/offline/published-keys.ts';
import { issuePayload } from '../../../infra/offline/scan-payload.ts';
import { signDocument } from '../../../infra/offline/sign-document.ts';

/** A set with one fresh signing key. */
export const signingKeySet = (id = 'k1'): KeySet => ({ current: id, keys: new Map([[id, generateKeyPairSync('ed25519').privateKey]]) });

const issuedAt = Date.UTC(2027, 5, 10, 2);

/** A statement as it is printed, ten days before the list below. */
export const samplePayload = {
  kind: 'DOSSIER',
  numberKind: 'VERIFICATION',
  registered: true,
  issuedAt,
  endsAt: issuedAt + 30 * 86_400_000,
  list: 4,
  index: 70_001,
  name: '示例同学',
  school: '示例大学',
  destinationUnit: '示例科技有限公司',
  receivingUnit: '示例市人才服务中心',
} as const satisfies Omit<StatementPayload, 'keyId'>;

export const listIssuedAt = issuedAt + 10 * 86_400_000;

/** A published list, of the sample's id unless told otherwise. */
export function publishedList(set: KeySet, revoked: readonly number[], { list = 4, at = listIssuedAt } = {}): Buffer {
  const header = { keyId: set.current, list, issuedAt: at, expiresAt: at + listValidityMs };
  return signDocument(set, 'status-list', encodeStatusList(header, deflateSync(bitsOf(revoked), { level: 9 })));
}

/** A printed code, and a reader that knows everything it needs to call it good. */
export function printedStatement(set = signingKeySet()): {
  readonly set: KeySet;
  readonly text: string;
  readonly knowledge: OfflineKnowledge;
} {
  const lists = new Map([[4, publishedList(set, [1, 70_000, 70_002])]]);
  return {
    set,
    text: issuePayload(set, samplePayload),
    knowledge: { keys: keysOf(publishedKeys(set)), lists, now: listIssuedAt + 60_000, verifySignature: verifyEd25519 },
  };
}

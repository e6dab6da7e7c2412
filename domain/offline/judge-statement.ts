import { fromBase32 } from './base32.ts';
import { signedMessage, splitSigned, type SignedKind } from './signed-document.ts';
import { decodePayload, formatVersion, type StatementPayload } from './statement-payload.ts';
import { decodeStatusList, inflateBits, isRevoked, type StatusListHeader } from './status-list.ts';

/** True when the signature over the message was made by the private half of the key (32 bytes, RFC 8032). */
export type VerifySignature = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;

/** What a reader has loaded while it had a network, and its clock. */
export interface OfflineKnowledge {
  readonly verifySignature: VerifySignature;
  /** Published keys by id. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
  /** The newest list of each id, as published. */
  readonly lists: ReadonlyMap<number, Uint8Array>;
  /** Milliseconds. */
  readonly now: number;
}

export type BadReason = 'NOT_A_CODE' | 'FORGED' | 'EXPIRED' | 'REVOKED';
export type UnknownReason =
  | 'OTHER_VERSION'
  | 'KEY_UNKNOWN'
  | 'FROM_THE_FUTURE'
  | 'LIST_MISSING'
  | 'LIST_BROKEN'
  | 'LIST_FROM_THE_FUTURE'
  | 'LIST_STALE'
  | 'LIST_OLDER_THAN_NUMBER';

/** One of three answers; `statement` is there when its signature holds, and is what the paper must say. */
export type OfflineAnswer =
  | { readonly answer: 'GOOD'; readonly asOf: number; readonly statement: StatementPayload }
  | { readonly answer: 'BAD'; readonly reason: BadReason; readonly statement: StatementPayload | null }
  | { readonly answer: 'CANNOT_TELL'; readonly reason: UnknownReason; readonly statement: StatementPayload | null };

/** The payload of a scanned address, or the payload itself. */
export const payloadTextOf = (scanned: string): string => scanned.slice(scanned.lastIndexOf('#') + 1).trim();

/**
 * Judges a scanned code without a network. GOOD needs everything: a known key, its signature, an instant between issue
 * and end, and a valid list that is younger than the number and does not hold it. A set bit is believed of an old list
 * too, since nothing is ever reinstated.
 */
export async function judgeStatement(scanned: string, knowledge: OfflineKnowledge): Promise<OfflineAnswer> {
  const bytes = fromBase32(payloadTextOf(scanned));
  const signed = bytes && splitSigned(bytes);
  if (!signed) return bad('NOT_A_CODE');
  if (signed.body[0] !== formatVersion) return cannotTell('OTHER_VERSION');
  const statement = decodePayload(signed.body);
  if (!statement) return bad('NOT_A_CODE');
  const key = knowledge.keys.get(statement.keyId);
  if (!key) return cannotTell('KEY_UNKNOWN');
  if (!holds(knowledge, 'statement', signed, key)) return bad('FORGED');
  if (knowledge.now < statement.issuedAt) return cannotTell('FROM_THE_FUTURE', statement);
  if (knowledge.now >= statement.endsAt) return bad('EXPIRED', statement);
  return judgeByList(statement, knowledge);
}

async function judgeByList(statement: StatementPayload, knowledge: OfflineKnowledge): Promise<OfflineAnswer> {
  const published = knowledge.lists.get(statement.list);
  if (!published) return cannotTell('LIST_MISSING', statement);
  const list = await openStatusList(published, knowledge);
  if (!list || list.header.list !== statement.list) return cannotTell('LIST_BROKEN', statement);
  const { issuedAt, expiresAt } = list.header;
  if (isRevoked(list.bits, statement.index)) return bad('REVOKED', statement);
  if (knowledge.now < issuedAt) return cannotTell('LIST_FROM_THE_FUTURE', statement);
  if (knowledge.now >= expiresAt) return cannotTell('LIST_STALE', statement);
  if (issuedAt <= statement.issuedAt) return cannotTell('LIST_OLDER_THAN_NUMBER', statement);
  return { answer: 'GOOD', asOf: issuedAt, statement };
}

/** A list whose signature holds; undefined for anything else. */
export async function openStatusList(
  published: Uint8Array,
  knowledge: Pick<OfflineKnowledge, 'keys' | 'verifySignature'>,
): Promise<{ readonly header: StatusListHeader; readonly bits: Uint8Array } | undefined> {
  const signed = splitSigned(published);
  const read = signed && decodeStatusList(signed.body);
  const key = read && knowledge.keys.get(read.header.keyId);
  if (!signed || !key || !holds(knowledge, 'status-list', signed, key)) return undefined;
  const bits = await inflateBits(read.compressed);
  return bits && { header: read.header, bits };
}

function holds(
  { verifySignature }: Pick<OfflineKnowledge, 'verifySignature'>,
  kind: SignedKind,
  { body, signature }: { body: Uint8Array; signature: Uint8Array },
  key: Uint8Array,
): boolean {
  return verifySignature(signature, signedMessage(kind, body), key);
}

const bad = (reason: BadReason, statement: StatementPayload | null = null): OfflineAnswer => ({ answer: 'BAD', reason, statement });
const cannotTell = (reason: UnknownReason, statement: StatementPayload | null = null): OfflineAnswer => ({
  answer: 'CANNOT_TELL',
  reason,
  statement,
});

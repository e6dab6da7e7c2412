import { fromBase32, toBase32 } from '../../domain/offline/base32.ts';
import { decodePayload, encodePayload, type StatementPayload } from '../../domain/offline/statement-payload.ts';
import type { KeySet } from '../crypto/keyring.ts';
import { openDocument, signDocument } from './sign-document.ts';

/** What stands in the fragment of the QR code's address: the scan's token (X23) and, without a network, the proof itself. */
export function issuePayload(set: KeySet, payload: Omit<StatementPayload, 'keyId'>): string {
  return toBase32(signDocument(set, 'statement', encodePayload({ ...payload, keyId: set.current })));
}

/** What one of our keys has signed; undefined for everything else. Whether the number still lives is the record's to say. */
export function readPayload(set: KeySet, text: string): StatementPayload | undefined {
  const bytes = fromBase32(text);
  const body = bytes && openDocument(set, 'statement', bytes, (unread) => decodePayload(unread)?.keyId);
  return body && decodePayload(body);
}

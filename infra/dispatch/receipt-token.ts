import { fromBase32, toBase32 } from '../../domain/offline/base32.ts';
import { decodeReceiptToken, encodeReceiptToken } from '../../domain/dispatch/receipt-token.ts';
import type { KeySet } from '../crypto/keyring.ts';
import { openDocument, signDocument } from '../offline/sign-document.ts';

/** What stands in the fragment of a slip's code: the right to say that this one file has arrived, and nothing else. */
export function issueReceiptToken(set: KeySet, dispatchId: string): string {
  return toBase32(signDocument(set, 'dispatch-receipt', encodeReceiptToken({ keyId: set.current, dispatchId })));
}

/** The dispatch that one of our keys has signed for; undefined for everything else. */
export function readReceiptToken(set: KeySet, token: string): string | undefined {
  const bytes = fromBase32(token);
  const body = bytes && openDocument(set, 'dispatch-receipt', bytes, (unread) => decodeReceiptToken(unread)?.keyId);
  return body && decodeReceiptToken(body)?.dispatchId;
}

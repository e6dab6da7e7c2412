import { createPublicKey } from 'node:crypto';
import { compactVerify, CompactSign, errors } from 'jose';
import { Receipt } from '../../domain/verification/receipt.ts';
import { currentKey, type KeySet } from '../crypto/keyring.ts';
import { publishedKeyId } from '../crypto/published-keys.ts';

/** Signs receipts for clerks and checks them again. */
export interface ReceiptDesk {
  /** A compact JWS (RFC 7515, EdDSA) with the id of its key. */
  sign(receipt: Receipt): Promise<string>;
  /** What it says; undefined when a single character is not ours. */
  read(signed: string): Promise<Receipt | undefined>;
}

const type = 'verification-receipt+jws';

export function createReceiptDesk(set: KeySet): ReceiptDesk {
  const publicKeys = new Map([...set.keys].map(([id, key]) => [publishedKeyId('receipt', id), createPublicKey(key)]));
  return {
    sign: (receipt) =>
      new CompactSign(Buffer.from(JSON.stringify(receipt)))
        .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: publishedKeyId('receipt', set.current) })
        .sign(currentKey(set)),
    read: async (signed) => {
      try {
        const { payload, protectedHeader } = await compactVerify(
          signed,
          ({ kid }) => {
            const key = publicKeys.get(kid ?? '');
            if (!key) throw new errors.JWKSNoMatchingKey();
            return key;
          },
          { algorithms: ['EdDSA'] },
        );
        // Spare bits of base64 would let one signature have several texts.
        if (protectedHeader.typ !== type || signed.split('.').some((part) => Buffer.from(part, 'base64url').toString('base64url') !== part))
          return undefined;
        return Receipt.parse(JSON.parse(Buffer.from(payload).toString()));
      } catch {
        return undefined;
      }
    },
  };
}

import { Receipt } from '../../domain/verification/receipt.ts';
import type { FieldCipher } from '../../infra/crypto/field-cipher.ts';

const context = 'receipt-slip';
const lifeMs = 60 * 60_000;

/** What a later receipt will say, sealed, so that asking costs no signature and the server keeps nothing. */
export const sealSlip = (cipher: FieldCipher, receipt: Receipt): string => cipher.seal(JSON.stringify(receipt), context);

/** What a slip of the last hour says; undefined for one that is older or made up. `now` is the record's clock in milliseconds. */
export function openSlip(cipher: FieldCipher, slip: string, now: number): Receipt | undefined {
  try {
    const receipt = Receipt.parse(JSON.parse(cipher.open(slip, context)));
    return now - receipt.at < lifeMs ? receipt : undefined;
  } catch {
    return undefined;
  }
}

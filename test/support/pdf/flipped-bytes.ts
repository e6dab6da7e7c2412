import { verifySignature } from '../../../infra/signing/verify-signature.ts';

/** What to change of a byte: its lowest bit, the bit of its case, all bits. */
export const masks: readonly number[] = [0x01, 0x20, 0xff];

/** Places of a signed PDF at which a change goes unnoticed. */
export function unnoticedFlips(signed: Buffer, masksAt: (index: number) => readonly number[]): readonly number[] {
  const unnoticed: number[] = [];
  const changed = Buffer.from(signed);
  for (let index = 0; index < signed.length; index += 1) {
    const byte = signed.readUInt8(index);
    for (const mask of masksAt(index)) {
      changed.writeUInt8(byte ^ mask, index);
      if (verifySignature(changed).intact) unnoticed.push(index);
    }
    changed.writeUInt8(byte, index);
  }
  return unnoticed;
}

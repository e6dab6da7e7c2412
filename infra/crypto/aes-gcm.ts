import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { randomBytes } from './secure-random.ts';
import { SealedError } from './sealed-error.ts';

const ivBytes = 12;
const tagBytes = 16;

/** Bytes that AES-256-GCM adds to what it seals. */
export const sealOverheadBytes = ivBytes + tagBytes;

/** AES-256-GCM with a random nonce: nonce, tag, ciphertext. One key serves at most 2^32 seals; rotate long before. */
export const sealBytes = (key: KeyObject, plain: Uint8Array, context: Uint8Array): Buffer => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(context);
  const body = cipher.update(plain);
  // Nothing comes at the end of a stream cipher; each further copy of a large file would be collected as garbage.
  cipher.final();
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
};

/** Opens what sealBytes made; throws SealedError SEAL_BROKEN when key, context or a single bit differs. */
export const openBytes = (key: KeyObject, sealed: Uint8Array, context: Uint8Array): Buffer => {
  if (sealed.length < sealOverheadBytes) throw new SealedError('SEAL_BROKEN');
  const iv = sealed.subarray(0, ivBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
    .setAAD(context)
    .setAuthTag(sealed.subarray(ivBytes, sealOverheadBytes));
  try {
    const plain = decipher.update(sealed.subarray(sealOverheadBytes));
    decipher.final();
    return plain;
  } catch {
    throw new SealedError('SEAL_BROKEN');
  }
};

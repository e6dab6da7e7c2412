import { openBytes, sealBytes } from './aes-gcm.ts';
import { currentKey, type KeySet } from './keyring.ts';
import { SealedError } from './sealed-error.ts';

/** Seals single fields of the record (ID numbers, verification and transfer numbers). */
export interface FieldCipher {
  /** Sealed text with its key id; `context` (table, column, row) is bound in, so a value moved elsewhere does not open. */
  seal(plain: string, context: string): string;
  /** The plain text; throws SealedError. */
  open(sealed: string, context: string): string;
  /** Id of the key a value was sealed with, so that rotation finds what is left; throws SealedError. */
  keyIdOf(sealed: string): string;
}

const sealedPattern = /^v1\.([a-z0-9-]+)\.([A-Za-z0-9_-]+)$/;

const split = (sealed: string): { keyId: string; body: Buffer } => {
  const [, keyId, body] = sealedPattern.exec(sealed) ?? [];
  if (keyId === undefined || body === undefined) throw new SealedError('SEAL_BROKEN');
  const bytes = Buffer.from(body, 'base64url');
  // Spare bits of base64 would let one sealed value have several texts.
  if (bytes.toString('base64url') !== body) throw new SealedError('SEAL_BROKEN');
  return { keyId, body: bytes };
};

const associatedData = (keyId: string, context: string): Buffer => Buffer.from(`field\0v1\0${keyId}\0${context}`);

/** AES-256-GCM over the `field` keys of the keyring. */
export const createFieldCipher = (set: KeySet): FieldCipher => ({
  seal: (plain, context) => {
    const body = sealBytes(currentKey(set), Buffer.from(plain), associatedData(set.current, context));
    return `v1.${set.current}.${body.toString('base64url')}`;
  },
  open: (sealed, context) => {
    const { keyId, body } = split(sealed);
    const key = set.keys.get(keyId);
    if (key === undefined) throw new SealedError('KEY_UNKNOWN');
    return openBytes(key, body, associatedData(keyId, context)).toString();
  },
  keyIdOf: (sealed) => split(sealed).keyId,
});

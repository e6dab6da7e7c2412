import { createHmac, hkdfSync, createSecretKey } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { currentKey, type KeySet } from '../crypto/keyring.ts';

/**
 * Storage key of what is made from inputs (a statement): HMAC over the inputs, 64 hex characters. Equal inputs, equal
 * key; nobody without the keyring can tell from a key what a file holds. A rotated `files` key gives other keys, so a
 * rendering is simply made anew.
 */
export const createContentKeys = (set: KeySet): ((purpose: string, inputs: unknown) => string) => {
  const derived = hkdfSync('sha256', currentKey(set), '', 'content-key', 32);
  const key = createSecretKey(new Uint8Array(derived));
  return (purpose, inputs) =>
    createHmac('sha256', key)
      .update(canonicalJson([purpose, inputs]))
      .digest('hex');
};

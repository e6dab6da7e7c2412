import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeySet } from '../../../infra/crypto/keyring.ts';

/** A set with one fresh key. */
export const testKeySet = (id = 'k1'): KeySet => ({ current: id, keys: new Map([[id, createSecretKey(randomBytes(32))]]) });

/** The same set with a new current key beside the old ones. */
export const rotatedKeySet = (set: KeySet, id = 'k2'): KeySet => ({
  current: id,
  keys: new Map([...set.keys, [id, createSecretKey(randomBytes(32))]]),
});

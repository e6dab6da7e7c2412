import { createHmac, type KeyObject } from 'node:crypto';
import { currentKey, type KeySet } from './keyring.ts';

/** Finds sealed values by equality without opening them. */
export interface BlindIndex {
  /** Keyed hash under the current key; values of different purposes never match each other. */
  blindIndex(value: string, purpose: string): string;
  /** The same under every key, the current one first: what a search compares with while keys are being rotated. */
  candidates(value: string, purpose: string): readonly string[];
}

const hash = (key: KeyObject, value: string, purpose: string): string =>
  createHmac('sha256', key)
    .update(`${Buffer.byteLength(purpose)}:${purpose}:${value}`)
    .digest('base64url');

/** HMAC-SHA-256 over the `blindIndex` keys of the keyring, key id in front. */
export const createBlindIndex = (set: KeySet): BlindIndex => {
  const others = [...set.keys].filter(([id]) => id !== set.current);
  const blindIndex: BlindIndex['blindIndex'] = (value, purpose) => `${set.current}.${hash(currentKey(set), value, purpose)}`;
  return {
    blindIndex,
    candidates: (value, purpose) => [blindIndex(value, purpose), ...others.map(([id, key]) => `${id}.${hash(key, value, purpose)}`)],
  };
};

import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { signedMessage, splitSigned, type SignedKind } from '../../domain/offline/signed-document.ts';
import { currentKey, type KeySet } from '../crypto/keyring.ts';

const publicKeys = new WeakMap<KeyObject, KeyObject>();

/** The public half, derived once for each key. */
export function publicKeyOf(key: KeyObject): KeyObject {
  const known = publicKeys.get(key) ?? createPublicKey(key);
  publicKeys.set(key, known);
  return known;
}

/** Body and signature under the current key; the body names that key itself. */
export function signDocument(set: KeySet, kind: SignedKind, body: Uint8Array): Buffer {
  return Buffer.concat([body, sign(null, signedMessage(kind, body), currentKey(set))]);
}

/** The body of what one of the keys has signed; undefined for everything else. `keyIdOf` reads the body before it is trusted. */
export function openDocument(
  set: KeySet,
  kind: SignedKind,
  bytes: Uint8Array,
  keyIdOf: (body: Uint8Array) => string | undefined,
): Uint8Array | undefined {
  const signed = splitSigned(bytes);
  const keyId = signed && keyIdOf(signed.body);
  const key = keyId === undefined ? undefined : set.keys.get(keyId);
  return signed && key && verify(null, signedMessage(kind, signed.body), publicKeyOf(key), signed.signature) ? signed.body : undefined;
}

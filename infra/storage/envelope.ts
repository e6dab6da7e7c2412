import { createSecretKey, randomBytes } from 'node:crypto';
import { openBytes, sealBytes, sealOverheadBytes } from '../crypto/aes-gcm.ts';
import { currentKey, type KeySet } from '../crypto/keyring.ts';
import { SealedError } from '../crypto/sealed-error.ts';
import { framedMagic } from './framed-envelope.ts';

const magic = Buffer.from('QXF1');
const dataKeyBytes = 32;
const wrappedBytes = dataKeyBytes + sealOverheadBytes;

// The storage key is part of the context, so that files cannot be exchanged on the disk.
const contextOf = (part: 'key' | 'body', keyId: string, storageKey: string): Buffer =>
  Buffer.from(`file\0${part}\0${keyId}\0${storageKey}`);

/** Envelope: each file has a data key of its own, wrapped by the current `files` key whose id stands in front. */
export const sealFile = (set: KeySet, storageKey: string, plain: Uint8Array): Buffer => {
  const dataKey = randomBytes(dataKeyBytes);
  const keyId = Buffer.from(set.current);
  const wrapped = sealBytes(currentKey(set), dataKey, contextOf('key', set.current, storageKey));
  const body = sealBytes(createSecretKey(dataKey), plain, contextOf('body', set.current, storageKey));
  return Buffer.concat([magic, Buffer.of(keyId.length), keyId, wrapped, body]);
};

/** Id of the key that a file's data key is wrapped with, in either form of the envelope; throws SealedError. The first 37 bytes are enough. */
export const fileKeyIdOf = (sealed: Buffer): string => {
  const keyIdStart = magic.length + 1;
  const known = [magic, framedMagic].some((start) => sealed.subarray(0, start.length).equals(start));
  if (sealed.length < keyIdStart || !known) throw new SealedError('SEAL_BROKEN');
  return sealed.toString('utf8', keyIdStart, keyIdStart + sealed.readUInt8(magic.length));
};

/** Opens what sealFile made; throws SealedError, for what sealFrames made as well. */
export const openFile = (set: KeySet, storageKey: string, sealed: Buffer): Buffer => {
  if (isFramed(sealed)) throw new SealedError('SEAL_BROKEN');
  const keyId = fileKeyIdOf(sealed);
  const wrappedStart = magic.length + 1 + sealed.readUInt8(magic.length);
  const bodyStart = wrappedStart + wrappedBytes;
  const key = set.keys.get(keyId);
  if (key === undefined) throw new SealedError('KEY_UNKNOWN');
  const dataKey = openBytes(key, sealed.subarray(wrappedStart, bodyStart), contextOf('key', keyId, storageKey));
  return openBytes(createSecretKey(dataKey), sealed.subarray(bodyStart), contextOf('body', keyId, storageKey));
};

/** Whether a file, or its beginning, is in frames (`openFrames`). */
export const isFramed = (sealed: Buffer): boolean => sealed.subarray(0, framedMagic.length).equals(framedMagic);

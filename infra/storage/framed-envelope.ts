import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { openBytes, sealBytes, sealOverheadBytes } from '../crypto/aes-gcm.ts';
import { currentKey, type KeySet } from '../crypto/keyring.ts';
import { SealedError } from '../crypto/sealed-error.ts';

export const framedMagic = Buffer.from('QXF2');
const dataKeyBytes = 32;
const wrappedBytes = dataKeyBytes + sealOverheadBytes;
/** What is in memory at a time of a file, however large it is. */
const frameBytes = 256 * 1024;
const sealedFrameBytes = frameBytes + sealOverheadBytes;

/** Of which file, and which frame of it: frames cannot be exchanged, left out or cut off without being noticed. */
interface Place {
  readonly keyId: string;
  readonly storageKey: string;
}
const keyContext = ({ keyId, storageKey }: Place): Buffer => Buffer.from(`file\0framed-key\0${keyId}\0${storageKey}`);
const frameContext = ({ keyId, storageKey }: Place, index: number, isLast: boolean): Buffer =>
  Buffer.from(`file\0frame\0${keyId}\0${storageKey}\0${index}\0${isLast ? 'last' : 'more'}`);

/** The same envelope as `sealFile` in frames, for what is too large for memory: each frame is sealed by itself, the last one says that it is. */
export async function* sealFrames(set: KeySet, storageKey: string, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const place = { keyId: set.current, storageKey };
  const dataKey = randomBytes(dataKeyBytes);
  const id = Buffer.from(set.current);
  yield Buffer.concat([framedMagic, Buffer.of(id.length), id, sealBytes(currentKey(set), dataKey, keyContext(place))]);
  const key = createSecretKey(dataKey);
  let index = 0;
  for await (const { frame, isLast } of framesOf(plain, frameBytes)) {
    yield sealBytes(key, frame, frameContext(place, index, isLast));
    index += 1;
  }
}

/** Pieces of any size as frames of one size, the last of which is shorter or as long; one without bytes when there are none. */
async function* framesOf(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly frame: Buffer; readonly isLast: boolean }> {
  let [waiting, length]: [Uint8Array[], number] = [[], 0];
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    // One byte more than a frame: whether a frame is the last is known only when something follows.
    if (length <= size) continue;
    let all = Buffer.concat(waiting, length);
    for (; all.length > size; all = all.subarray(size)) yield { frame: all.subarray(0, size), isLast: false };
    [waiting, length] = [[all], all.length];
  }
  yield { frame: Buffer.concat(waiting, length), isLast: true };
}

/** Opens what `sealFrames` made, frame by frame. Throws SealedError, at the latest when the end is missing: who has read to the end has read all of it. */
export async function* openFrames(set: KeySet, storageKey: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const pieces = sealed[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let opened: ReturnType<typeof openHead>;
  while (opened === undefined) {
    const next = await pieces.next();
    if (next.done === true) throw new SealedError('SEAL_BROKEN');
    head = Buffer.concat([head, next.value]);
    opened = openHead(set, storageKey, head);
  }
  const { key, place, length } = opened;
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield head.subarray(length);
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  let index = 0;
  for await (const { frame, isLast } of framesOf(rest(), sealedFrameBytes)) {
    yield openBytes(key, frame, frameContext(place, index, isLast));
    index += 1;
  }
}

/** Undefined while not all of the head is there. */
function openHead(set: KeySet, storageKey: string, bytes: Buffer): { key: KeyObject; place: Place; length: number } | undefined {
  const idStart = framedMagic.length + 1;
  if (bytes.length < idStart) return undefined;
  if (!bytes.subarray(0, framedMagic.length).equals(framedMagic)) throw new SealedError('SEAL_BROKEN');
  const wrappedStart = idStart + bytes.readUInt8(framedMagic.length);
  const length = wrappedStart + wrappedBytes;
  if (bytes.length < length) return undefined;
  const place = { keyId: bytes.toString('utf8', idStart, wrappedStart), storageKey };
  const wrapping = set.keys.get(place.keyId);
  if (wrapping === undefined) throw new SealedError('KEY_UNKNOWN');
  return { key: createSecretKey(openBytes(wrapping, bytes.subarray(wrappedStart, length), keyContext(place))), place, length };
}

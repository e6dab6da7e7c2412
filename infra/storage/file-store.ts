import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { KeySet } from '../crypto/keyring.ts';
import { forgetParts, pathOf, writeAtomically } from './disk-files.ts';
import { hasErrorCode, ifGone } from './error-code.ts';
import { openFile, sealFile } from './envelope.ts';
import { openFrames, sealFrames } from './framed-envelope.ts';

/** Evidence and statements at rest, always encrypted. Keys are 64 hex characters that say nothing about the content. */
export interface FileStore {
  /** Writes all or nothing; on the disk when it resolves. The same key again replaces the file. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes; undefined if there is no such file. Throws SealedError if the file was changed or its key is gone. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** The same for what is too large for memory, read again by `getStream` only. Returns how many bytes there were. */
  putStream(key: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** What `putStream` wrote; undefined if there is no such file. Reading throws SealedError where it was changed or cut off. */
  getStream(key: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Deletes the file; one that is not there is no error. */
  delete(key: string): Promise<void>;
  /** Deletes what those began to write who were killed before it had its name. Returns how many. */
  forgetParts(): Promise<number>;
}

/** A key for a file that is not named by its content (evidence). */
export const newFileKey = (): string => randomBytes(32).toString('hex');

/** Files on a local or shared disk, in envelope encryption. */
export const createFileStore = ({ directory, keys }: { directory: string; keys: KeySet }): FileStore => ({
  put: (key, bytes) => writeAtomically(directory, key, sealFile(keys, key, bytes)),
  get: async (key) => {
    const sealed = await readFile(pathOf(directory, key)).catch(ifGone(undefined));
    return sealed && openFile(keys, key, sealed);
  },
  putStream: async (key, bytes) => {
    let count = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of bytes) {
        count += piece.length;
        yield piece;
      }
    };
    await writeAtomically(directory, key, sealFrames(keys, key, counted()));
    return count;
  },
  getStream: async (key) => {
    const stream = createReadStream(pathOf(directory, key), { highWaterMark: 512 * 1024 });
    const isThere = await new Promise<boolean>((resolve, reject) => {
      stream.once('open', () => resolve(true)).once('error', (error) => (hasErrorCode(error, 'ENOENT') ? resolve(false) : reject(error)));
    });
    return isThere ? openFrames(keys, key, stream) : undefined;
  },
  delete: async (key) => {
    await rm(pathOf(directory, key), { force: true });
  },
  forgetParts: () => forgetParts(directory),
});

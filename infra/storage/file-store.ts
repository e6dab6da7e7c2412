import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeySet } from '../crypto/keyring.ts';
import { hasErrorCode } from './error-code.ts';
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
}

const keyPattern = /^[0-9a-f]{64}$/;

const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Writes all or nothing, on the disk when it resolves. `isWanted` is asked last, when everything but the name is done. */
export const writeAtomically = async (path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>, isWanted: () => Promise<boolean> = () => Promise.resolve(true)): Promise<void> => {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (await isWanted()) await rename(part, path);
    else await rm(part, { force: true });
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
};

/** A key for a file that is not named by its content (evidence). */
export const newFileKey = (): string => randomBytes(32).toString('hex');

/** Files on a local or shared disk, fanned out over two levels of folders, in envelope encryption. */
export const createFileStore = ({ directory, keys }: { directory: string; keys: KeySet }): FileStore => {
  const pathOf = (key: string): string => {
    if (!keyPattern.test(key)) throw new TypeError('a storage key has 64 hex characters');
    return join(directory, key.slice(0, 2), key.slice(2, 4), key);
  };
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeAtomically(path, sealFile(keys, key, bytes));
    },
    get: async (key) => {
      const path = pathOf(key);
      try {
        return openFile(keys, key, await readFile(path));
      } catch (error) {
        if (hasErrorCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
    putStream: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      let count = 0;
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of bytes) {
          count += piece.length;
          yield piece;
        }
      };
      await writeAtomically(path, sealFrames(keys, key, counted()));
      return count;
    },
    getStream: async (key) => {
      const stream = createReadStream(pathOf(key), { highWaterMark: 512 * 1024 });
      const isThere = await new Promise<boolean>((resolve, reject) => {
        stream.once('open', () => resolve(true)).once('error', (error) => (hasErrorCode(error, 'ENOENT') ? resolve(false) : reject(error)));
      });
      return isThere ? openFrames(keys, key, stream) : undefined;
    },
    delete: async (key) => {
      await rm(pathOf(key), { force: true });
    },
  };
};

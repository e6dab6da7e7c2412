import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeySet } from '../crypto/keyring.ts';
import { fileKeyIdOf, isFramed, openFile, sealFile } from './envelope.ts';
import { openFrames, sealFrames } from './framed-envelope.ts';
import { writeAtomically } from './disk-files.ts';
import { hasErrorCode } from './error-code.ts';
import { SealedError } from '../crypto/sealed-error.ts';

/** The longest key id and what stands before it. */
const headBytes = 64;

/** Storage keys of all files, folder by folder. */
async function* storedKeys(directory: string): AsyncGenerator<{ readonly key: string; readonly path: string }> {
  const names = (folder: string) =>
    readdir(folder).catch((error: unknown) => {
      if (hasErrorCode(error, 'ENOENT')) return [];
      throw error;
    });
  for (const first of await names(directory)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const second of await names(join(directory, first))) {
      for (const key of await names(join(directory, first, second)))
        if (/^[0-9a-f]{64}$/.test(key)) yield { key, path: join(directory, first, second, key) };
    }
  }
}

/** The beginning of a file. */
async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The id in front of a file; undefined when it is gone. What is no file of ours is `unreadable`, and stops nothing. */
async function keyIdAt(path: string): Promise<string | undefined> {
  try {
    return fileKeyIdOf(await headOf(path));
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    if (error instanceof SealedError) return 'unreadable';
    throw error;
  }
}

/** How many files each key is needed for. */
export async function countFileKeys(directory: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const { path } of storedKeys(directory)) {
    const keyId = await keyIdAt(path);
    if (keyId !== undefined) counts.set(keyId, (counts.get(keyId) ?? 0) + 1);
  }
  return counts;
}

/**
 * Writes every file anew under the current key, with a data key of its own. Run again after a kill, it goes on with what
 * is left. A file that is deleted or replaced meanwhile is left alone, and so is one that is broken: its key then shows
 * as still needed. Returns the files changed.
 */
export async function resealFiles(directory: string, keys: KeySet, onFile: (count: number) => void): Promise<number> {
  let count = 0;
  for await (const { key, path } of storedKeys(directory)) {
    const keyId = await keyIdAt(path);
    if (keyId === undefined || keyId === keys.current) continue;
    const before = await inodeOf(path);
    if (before === undefined || !(await resealAt({ directory, keys, key, path }, async () => (await inodeOf(path)) === before))) continue;
    count += 1;
    onFile(count);
  }
  return count;
}

interface Resealing {
  readonly directory: string;
  readonly keys: KeySet;
  readonly key: string;
  readonly path: string;
}

/** False for a file that is gone or broken. */
async function resealAt({ directory, keys, key, path }: Resealing, isWanted: () => Promise<boolean>): Promise<boolean> {
  try {
    const sealed = isFramed(await headOf(path))
      ? sealFrames(keys, key, openFrames(keys, key, createReadStream(path)))
      : sealFile(keys, key, openFile(keys, key, await readFile(path)));
    await writeAtomically(directory, key, sealed, isWanted);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT') || error instanceof SealedError) return false;
    throw error;
  }
}

/** Deleting or replacing a file changes it. */
const inodeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ ino }) => ino,
    () => undefined,
  );

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasErrorCode, ifGone } from './error-code.ts';

const keyPattern = /^[0-9a-f]{64}$/;

/** Where a file is until it is whole: one folder, so that what nobody finished is found without a walk through all others. */
const partsOf = (directory: string): string => join(directory, 'parts');
/** Whoever writes for hours writes all the time, so a part that nothing was added to for a day has nobody. */
const abandonedMs = 24 * 3_600_000;

/** Path of a file of a store, fanned out over two levels of folders. Throws TypeError for what is no key. */
export const pathOf = (directory: string, key: string): string => {
  if (!keyPattern.test(key)) throw new TypeError('a storage key has 64 hex characters');
  return join(directory, key.slice(0, 2), key.slice(2, 4), key);
};

const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes the folder of a file when it turns out to be missing: nearly always it is there. */
const inFolder = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return work();
  }
};

/** Writes a file of a store all or nothing, on the disk when it resolves. `isWanted` is asked last, when everything but the name is done. */
export const writeAtomically = async (
  directory: string,
  key: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  isWanted: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> => {
  const path = pathOf(directory, key);
  const part = join(partsOf(directory), randomBytes(16).toString('hex'));
  try {
    const handle = await inFolder(dirname(part), () => open(part, 'wx', 0o600));
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (await isWanted()) await inFolder(dirname(path), () => rename(part, path));
    else await rm(part, { force: true });
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
};

/**
 * Deletes what those began to write who were killed before it had its name; returns how many. By the clock of the disk: that of the record may
 * have been moved forward (development), and somebody would lose what they are writing.
 */
export const forgetParts = async (directory: string): Promise<number> => {
  const folder = partsOf(directory);
  let count = 0;
  for (const name of await readdir(folder).catch(ifGone([]))) {
    const part = join(folder, name);
    const changed = await stat(part).then(({ mtimeMs }) => mtimeMs, ifGone(Infinity));
    if (Date.now() - changed < abandonedMs) continue;
    await rm(part, { force: true });
    count += 1;
  }
  return count;
};

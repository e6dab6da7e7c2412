import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stopLeftover } from '../stack/postgres/leftover.ts';
import { StackError } from '../stack/stack-error.ts';

const markName = 'quxiang-data';
const lockName = 'running';

/** Marks the folder as ours and as in use. Throws a `StackError` when another `npm start` uses it. Returns the release. */
export async function claimDataFolder(folder: string): Promise<() => Promise<void>> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > 0 && !names.includes(markName)) {
    throw new StackError(
      `The folder ${folder} holds files that are not from npm start.`,
      'Choose an empty folder: QUXIANG_DATA_DIR=/path npm start',
    );
  }
  const lock = join(folder, lockName);
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (holder > 0 && (await isStart(holder))) {
    throw new StackError(
      `npm start is running already on ${folder} (process ${holder}).`,
      `Stop it with Ctrl-C or kill ${holder}, or use another folder and other ports.`,
    );
  }
  await writeFile(join(folder, markName), 'Data of a development stack. Delete with: npm start -- --reset\n');
  await writeFile(lock, String(process.pid));
  return () => rm(lock, { force: true });
}

/** Deletes everything in the folder, which must have been claimed. */
export async function emptyDataFolder(folder: string): Promise<void> {
  await stopLeftover(join(folder, 'postgres', 'cluster'));
  const names = (await readdir(folder)).filter((name) => name !== markName && name !== lockName);
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

// A process id may have been given to somebody else since.
async function isStart(pid: number): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'scripts/start.ts')).includes('scripts/start.ts');
  } catch {
    return false;
  }
}

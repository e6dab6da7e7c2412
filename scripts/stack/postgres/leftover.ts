import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StackError } from '../stack-error.ts';
import { waitUntil } from '../wait-until.ts';

/** Stops a server that an earlier run left behind on the same data folder; two on one folder would be refused anyway. */
export async function stopLeftover(folder: string): Promise<void> {
  const lockFile = join(folder, 'postmaster.pid');
  const [pidLine, folderLine] = (await readFile(lockFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number(pidLine);
  if (!Number.isInteger(pid) || pid <= 1 || folderLine !== folder || !(await isPostgres(pid))) return;
  process.kill(pid, 'SIGINT');
  await waitUntil(async () => !(await isPostgres(pid)), {
    timeoutMs: 30_000,
    explain: () => new StackError(`Another PostgreSQL (process ${pid}) holds ${folder} and does not stop.`, `Stop it: kill ${pid}`),
  });
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
    return commandLine.includes('postgres');
  } catch {
    return false;
  }
}

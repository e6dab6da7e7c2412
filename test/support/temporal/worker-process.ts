import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestDatabase } from '../stack/database.ts';

/** A worker in a process of its own, ready to poll; `moment` says where it kills itself (see crashing-worker.ts). */
export async function startWorkerProcess(
  { url, adminUrl }: Pick<TestDatabase, 'url' | 'adminUrl'>,
  taskQueue: string,
  moment: string,
): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'crashing-worker.ts');
  const child = spawn(process.execPath, [script, taskQueue, moment, url, adminUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  await once(child.stdout, 'data');
  return child;
}

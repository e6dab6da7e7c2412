import { execFileSync } from 'node:child_process';

/** Resident megabytes of the worker of this bench's stack, its own child. */
export function workerResidentMb(): number {
  const lines = execFileSync('ps', ['-o', 'rss=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split('\n');
  const worker = lines.find((line) => line.includes('worker.ts'));
  return Math.round(Number(worker?.trim().split(/\s+/)[0] ?? 0) / 1024);
}

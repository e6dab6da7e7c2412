import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('./write-workflow-bundle.ts', import.meta.url));

/**
 * Bundles the workflows once; every worker and every replay of the process uses the same code. In a process of its own,
 * because the bundler takes hundreds of megabytes that a long-lived worker would keep.
 */
export async function bundleWorkflows(): Promise<{ code: string }> {
  const file = join(tmpdir(), `quxiang-workflows-${randomUUID()}.js`);
  try {
    await promisify(execFile)(process.execPath, [script, file], { env: { ...process.env, NODE_OPTIONS: '' } });
    return { code: await readFile(file, 'utf8') };
  } finally {
    await rm(file, { force: true });
  }
}

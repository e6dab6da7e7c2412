import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/** `WRITE_HISTORIES=1` keeps a history for the replay tests: do that for each release, under a new folder. */
export async function keepHistory(name: string, handle: Pick<WorkflowHandle, 'fetchHistory'>): Promise<void> {
  if (process.env.WRITE_HISTORIES !== '1') return;
  const folder = join(import.meta.dirname, '../../replay/histories/1');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), historyToJSON(await handle.fetchHistory()));
}

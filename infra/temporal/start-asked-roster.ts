import type { Client } from '@temporalio/client';
import type { ImportAsk } from '../../domain/roster/import-status.ts';
import { startRosterImport } from './start-roster-import.ts';
import { startRosterStep } from './start-roster-step.ts';

/** Starts what has been asked of an import, or leaves it to the run that is at work. */
export async function startAskedRoster(client: Client, taskQueue: string, importId: string, asked: ImportAsk): Promise<void> {
  if (asked === 'IMPORT' || asked === 'TRIAL') await startRosterImport(client, taskQueue, importId, asked === 'TRIAL');
  else await startRosterStep(client, taskQueue, importId, asked);
}

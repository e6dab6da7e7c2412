import type { Client } from '@temporalio/client';
import { rosterImportWorkflowId, rosterImportWorkflowType, type RosterImportInput } from '../../domain/roster/messages.ts';

/** Starts the workflow of an uploaded roster; once, however often it is asked. */
export async function startRosterImport(client: Client, taskQueue: string, importId: string, trialOnly: boolean): Promise<void> {
  const input: RosterImportInput = { importId, trialOnly };
  await client.workflow.start(rosterImportWorkflowType, {
    workflowId: rosterImportWorkflowId(importId),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: 'Import of a roster',
  });
}

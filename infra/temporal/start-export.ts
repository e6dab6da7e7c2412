import type { Client } from '@temporalio/client';
import { exportWorkflowId, exportWorkflowType, type ExportInput } from '../../domain/exports/export.ts';

/** Starts the workflow that writes an export; once, however often it is asked. */
export async function startExport(client: Client, taskQueue: string, exportId: string): Promise<void> {
  const input: ExportInput = { exportId };
  await client.workflow.start(exportWorkflowType, {
    workflowId: exportWorkflowId(exportId),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: 'Export of a list',
  });
}

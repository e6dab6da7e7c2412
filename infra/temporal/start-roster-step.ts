import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { rosterImportWorkflowId, rosterStepWorkflowType, type RosterStep, type RosterStepInput } from '../../domain/roster/messages.ts';

/** Starts a step on an import under the one id that all its runs have; false while another one is at work. */
export async function startRosterStep(client: Client, taskQueue: string, importId: string, step: RosterStep): Promise<boolean> {
  const input: RosterStepInput = { importId, step };
  try {
    await client.workflow.start(rosterStepWorkflowType, {
      workflowId: rosterImportWorkflowId(importId),
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'FAIL',
      staticSummary: `Roster: ${step}`,
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

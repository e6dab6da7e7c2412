import { WorkflowFailedError, type Client } from '@temporalio/client';
import { dispatchPrintWorkflowType, type DispatchPaperInput } from '../../domain/dispatch/messages.ts';
import type { FileStore } from '../../infra/storage/file-store.ts';
import { refusalOfWorkflow } from '../statements/refusal-of-workflow.ts';

interface PaperDesk {
  readonly client: Client;
  readonly taskQueue: string;
  readonly files: FileStore;
}

/** Papers that a worker prints; what it refuses comes back as the same refusal. */
export const createPaperPort =
  ({ client, taskQueue, files }: PaperDesk) =>
  async (paper: DispatchPaperInput): Promise<Uint8Array> => {
    try {
      const key = (await client.workflow.execute(dispatchPrintWorkflowType, {
        args: [paper],
        taskQueue,
        workflowId: `dispatch-${paper.paper}-${paper.dispatchId}`,
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowExecutionTimeout: '2 minutes',
      })) as string;
      const bytes = await files.get(key);
      if (!bytes) throw new Error('a printed paper is not in the store');
      return bytes;
    } catch (error) {
      throw (error instanceof WorkflowFailedError && refusalOfWorkflow(error)) || error;
    }
  };

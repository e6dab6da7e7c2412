import {
  WithStartWorkflowOperation,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
  type WorkflowUpdateOptions,
} from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { commandUpdateName, lifecycleWorkflowType } from '../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { alignClock } from './align-clock.ts';
import { lifecycleStart, type LifecycleSubject } from './lifecycle-start.ts';

export interface CommandSender {
  readonly client: Client;
  readonly taskQueue: string;
}

export interface CommandToSend {
  readonly commandId: string;
  readonly graduateId: string;
  readonly timeoutMs: number;
  /** How far the development clock stands ahead, in milliseconds; 0 in production. */
  readonly clockOffsetMs: number;
  /** What a workflow that does not run is started with; read only then. */
  readonly readSubject: () => Promise<LifecycleSubject>;
}

/**
 * Hands a stored command to its lifecycle workflow, starting it where it does not run, and waits for the answer.
 * True when the workflow has answered; false when it has not within `timeoutMs`, which does not mean that it failed.
 */
export async function sendCommand(sender: CommandSender, command: CommandToSend): Promise<boolean> {
  const { client } = sender;
  const options = { args: [command.commandId], updateId: command.commandId } satisfies WorkflowUpdateOptions & { args: [string] };
  try {
    await client.withDeadline(Date.now() + command.timeoutMs, async () => {
      try {
        await client.workflow.getHandle(graduateWorkflowId(command.graduateId)).executeUpdate(commandUpdateName, options);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        await sendWithStart(sender, command, options);
      }
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return false;
    throw error;
  }
}

async function sendWithStart(
  { client, taskQueue }: CommandSender,
  command: CommandToSend,
  options: { args: [string]; updateId: string },
): Promise<void> {
  const subject = await command.readSubject();
  const { workflowId, ...start } = lifecycleStart(subject, taskQueue);
  const startWorkflowOperation = new WithStartWorkflowOperation(lifecycleWorkflowType, { workflowId, ...start });
  // Its own promise rejects together with the call's; the call's is the one that is waited for.
  startWorkflowOperation.workflowHandle().catch(() => undefined);
  await client.workflow.executeUpdateWithStart(commandUpdateName, { startWorkflowOperation, ...options });
  if (command.clockOffsetMs > 0 && !subject.ended) await alignClock(client, workflowId, command.clockOffsetMs);
}

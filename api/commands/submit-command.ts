import type { StoredOutcome } from '../../domain/commands/outcome.ts';
import type { Pool } from '../../infra/database/pool.ts';
import type { Logger } from '../../infra/logger/logger.ts';
import { acknowledgeCommand, storeCommand, type CommandRequest, type StoredCommand } from '../../infra/record/command-store.ts';
import { getLifecycleSubject } from '../../infra/record/lifecycle-subject.ts';
import type { RulePacks } from '../../infra/record/rule-packs.ts';
import { sendCommand, type CommandSender } from '../../infra/temporal/send-command.ts';

export interface CommandDependencies extends CommandSender {
  readonly pool: Pool;
  readonly rulePacks: RulePacks;
  readonly newId: () => string;
  readonly logger: Logger;
  /** How far the development clock stands ahead, in milliseconds; 0 in production. */
  readonly clockOffsetMs: () => Promise<number>;
}

export type CommandResult = { readonly commandId: string } & (
  { readonly status: 'DONE'; readonly outcome: StoredOutcome } | { readonly status: 'PENDING' }
);

/** After this the answer is 202 with the command's address; the sweeper sees to the rest. */
const answerWithinMs = 10_000;

/**
 * Stores a command and waits for its outcome. Temporal being down, slow or forgetful costs the answer and never the
 * command. Throws RefusalError for a key that was used with another body.
 */
export async function submitCommand(dependencies: CommandDependencies, request: CommandRequest): Promise<CommandResult> {
  const { pool, rulePacks, newId, logger } = dependencies;
  const command = await storeCommand(pool, newId, request);
  if (command.outcome && command.acknowledgedAt !== null) return resultOf(command);
  const readSubject = () => getLifecycleSubject(pool, rulePacks, request.graduateId, command.receivedAt);
  try {
    const answered = await sendCommand(dependencies, {
      commandId: command.id,
      graduateId: request.graduateId,
      timeoutMs: answerWithinMs,
      clockOffsetMs: await dependencies.clockOffsetMs(),
      readSubject,
    });
    if (!answered) return { commandId: command.id, status: 'PENDING' };
  } catch (error) {
    logger.warn({ err: error, commandId: command.id }, 'command not answered; the sweeper will send it again');
    return { commandId: command.id, status: 'PENDING' };
  }
  return resultOf((await acknowledgeCommand(pool, command.id)) ?? command);
}

function resultOf({ id, outcome }: StoredCommand): CommandResult {
  return outcome ? { commandId: id, status: 'DONE', outcome } : { commandId: id, status: 'PENDING' };
}

import { dueEvents } from '../../domain/lifecycle/due-events.ts';
import { standingOf } from '../../domain/lifecycle/standing.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { guardContextOf } from '../../infra/record/guard-context.ts';
import { findGraduate, lockGraduate } from '../../infra/record/load-graduate.ts';
import { writeEvents } from '../../infra/record/write-events.ts';
import type { RecordAnswer } from '../../workflows/ports.ts';
import type { RecordDependencies } from '../dependencies.ts';
import { applyCommand } from './apply-command.ts';
import { answerOf } from './record-answer.ts';

const system = { id: 'system:lifecycle', role: 'SYSTEM' };

const waitingCommands = `SELECT "id" FROM "command" WHERE "graduateId" = $1 AND "outcome" IS NULL AND "receivedAt" < $2 ORDER BY "receivedAt", "id"`;

/**
 * Writes down what the clock has made true by `asOf` (milliseconds, the workflow's clock). Commands received before it
 * come first, so that a queue at midnight costs nobody their rights (X13).
 */
export async function advance(dependencies: RecordDependencies, graduateId: string, asOf: number): Promise<RecordAnswer> {
  const { rows } = await dependencies.pool.query<{ id: string }>({
    name: 'waiting',
    text: waitingCommands,
    values: [graduateId, new Date(asOf)],
  });
  for (const { id } of rows) await applyCommand(dependencies, id);
  return inTransaction(dependencies.pool, async (connection) => {
    await lockGraduate(connection, graduateId);
    const loaded = await findGraduate(connection, graduateId);
    if (!loaded) throw new Error('no such graduate');
    const guard = await guardContextOf(dependencies.rulePacks, loaded, asOf);
    const events = dueEvents(loaded.state, guard, asOf);
    if (events.length === 0) return answerOf(loaded.state, standingOf(loaded.state, guard));
    const { state, standing } = await writeEvents(connection, dependencies, loaded, events, guard, {
      at: asOf,
      actor: system,
      commandId: null,
    });
    return answerOf(state, standing);
  });
}

/** Where the record stands now, for a workflow that has been told that it changed. */
export async function readStanding({ pool, rulePacks }: RecordDependencies, graduateId: string, now: number): Promise<RecordAnswer> {
  const loaded = await findGraduate(pool, graduateId);
  if (!loaded) throw new Error('no such graduate');
  return answerOf(loaded.state, standingOf(loaded.state, await guardContextOf(rulePacks, loaded, now)));
}

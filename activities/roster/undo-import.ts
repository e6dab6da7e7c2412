import { decide } from '../../domain/decision/decide.ts';
import { Role } from '../../domain/access/role.ts';
import type { RosterStepReport } from '../../domain/roster/messages.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { readClock } from '../../infra/record/clock.ts';
import { guardContextOf } from '../../infra/record/guard-context.ts';
import { findGraduate, lockGraduate } from '../../infra/record/load-graduate.ts';
import { writeEvents } from '../../infra/record/write-events.ts';
import { findRosterImport, type StoredImport } from '../../infra/roster/import-store.ts';
import { endUndo, findRowsToUndo, hasBeenActedOn, markRemoved } from '../../infra/roster/undo-store.ts';
import type { Progress, RosterDependencies } from './dependencies.ts';

/**
 * Takes everybody off the roster whom an import has put there, by the decision that removes one, each in a transaction of its own. Who has acted
 * since the undo was asked for is left. Run again it finds only those who are still there.
 */
export async function undoImport(dependencies: RosterDependencies, importId: string, progress: Progress): Promise<RosterStepReport> {
  const run = await findRosterImport(dependencies.pool, importId);
  if (!run) throw new Error('no such import');
  let [done, left, after] = [0, 0, 0];
  if (run.status !== 'UNDOING') return { done, left };
  for (;;) {
    const rows = await findRowsToUndo(dependencies.pool, importId, after);
    if (rows.length === 0) break;
    for (const { rowNumber, graduateId } of rows) {
      if (await removeOne(dependencies, run, rowNumber, graduateId)) done += 1;
      else left += 1;
      after = rowNumber;
      await progress(rowNumber);
    }
  }
  await endUndo(dependencies.pool, importId);
  return { done, left };
}

function removeOne(dependencies: RosterDependencies, run: StoredImport, rowNumber: number, graduateId: string): Promise<boolean> {
  const { pool, rulePacks, newId } = dependencies;
  return inTransaction(pool, async (connection) => {
    await lockGraduate(connection, graduateId);
    const loaded = await findGraduate(connection, graduateId);
    if (!loaded) throw new Error('no such graduate');
    if (await hasBeenActedOn(connection, graduateId)) return false;
    const at = await readClock(connection);
    const guard = await guardContextOf(rulePacks, loaded, at);
    const actor = { id: run.undoneBy ?? '', role: Role.parse(run.undoneByRole) };
    const context = {
      ...guard,
      actor,
      proofedAt: null,
      newId,
      newNumber: () => {
        throw new Error('a removal issues no number');
      },
    };
    const decision = decide(loaded.state, { type: 'REMOVE_GRADUATE', payload: { reason: run.undoReason, version: null } }, context);
    if (!decision.accepted) return false;
    await writeEvents(connection, dependencies, loaded, decision.events, guard, { at, actor, commandId: null });
    await connection.query('INSERT INTO "outbox" ("graduateId") VALUES ($1)', [graduateId]);
    await markRemoved(connection, run.id, rowNumber);
    return true;
  });
}

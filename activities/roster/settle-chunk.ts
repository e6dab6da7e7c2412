import { importedGraduate } from '../../domain/roster/imported-graduate.ts';
import type { ImportMode, ImportRowStatus } from '../../domain/roster/import-status.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { readClock } from '../../infra/record/clock.ts';
import { identityIndex } from '../../infra/identity/identity-index.ts';
import { advanceRun, lockRun, type StoredImport } from '../../infra/roster/import-store.ts';
import type { RosterScope } from '../../infra/roster/read-import-scope.ts';
import { insertGraduates, writeRowReports, type SettledRow } from '../../infra/roster/settle-rows.ts';
import type { RosterDependencies } from './dependencies.ts';
import { judgeChunk, type JudgedRow, type NumberedRow } from './judge-chunk.ts';

/**
 * Settles a chunk in one transaction: judged, put on the roster if this is the commit, reported, counted. The run's own
 * row is locked first and says how far it has come, so a worker that was taken for dead, or one that begins again after
 * a crash, finds the chunk done. False when the run is over or was cancelled.
 */
export function settleChunk(
  dependencies: RosterDependencies, run: StoredImport, mode: ImportMode, scope: RosterScope, chunk: readonly NumberedRow[],
): Promise<boolean> {
  return inTransaction(dependencies.pool, async (connection) => {
    const locked = await lockRun(connection, run.id, mode);
    if (!locked) return false;
    const open = chunk.filter(({ rowNumber }) => rowNumber > locked.reachedRow);
    const last = open.at(-1);
    if (!last) return true;
    const judged = await judgeChunk(connection, dependencies.index, run, open);
    const settled = mode === 'COMMIT' ? await commit(dependencies, connection, run, scope, judged) : judged;
    await writeRowReports(connection, run.id, settled.map(({ rowNumber, status, graduateId, problems }) => ({ rowNumber, status, graduateId, problems })));
    const counts: Record<ImportRowStatus, number> = { VALID: 0, INVALID: 0, EXISTING: 0, IMPORTED: 0 };
    for (const { status } of settled) counts[status] += 1;
    const warnings = settled.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'WARNING').length;
    await advanceRun(connection, run.id, last.rowNumber, counts, warnings);
    return true;
  });
}

/** The good rows become graduates. */
async function commit(
  { cipher, seals, index, newId }: RosterDependencies, connection: Connection, run: StoredImport, scope: RosterScope, judged: readonly JudgedRow[],
): Promise<readonly SettledRow[]> {
  const guard = await scope.guardAt(await readClock(connection));
  const graduates = judged.flatMap((entry) => {
    if (entry.status !== 'VALID') return [];
    const { row, rowNumber } = entry;
    const idNumberIndex = identityIndex(index, row.basic.idType, row.idNumber);
    return [{ rowNumber, row, ...importedGraduate(row, { school: scope.school, idNumberIndex, importedBy: run.uploadedBy, guard, newId }) }];
  });
  const actor = { id: run.uploadedBy, role: run.uploadedByRole };
  await insertGraduates(connection, graduates, { importId: run.id, actor, guard, cipher, seals, newId });
  const idOf = new Map(graduates.map(({ rowNumber, state }) => [rowNumber, state.id]));
  return judged.map((entry) => {
    const graduateId = idOf.get(entry.rowNumber);
    return graduateId === undefined ? entry : { ...entry, status: 'IMPORTED', graduateId };
  });
}

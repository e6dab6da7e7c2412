import { importedGraduate } from '../../domain/roster/imported-graduate.ts';
import type { Dialect } from '../../domain/roster/dialects.ts';
import type { ImportMode } from '../../domain/roster/import-status.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { readClock } from '../../infra/record/clock.ts';
import { advanceRun, lockRun, type StoredImport } from '../../infra/roster/import-store.ts';
import type { RosterScope } from '../../infra/roster/read-import-scope.ts';
import { findDoneRows, insertGraduates, writeRowReports, type SettledRow } from '../../infra/roster/settle-rows.ts';
import { applyChange, previewChange, type ChangeScope } from './change-graduates.ts';
import type { RosterDependencies } from './dependencies.ts';
import { judgeChunk, type JudgedRow, type NumberedRow } from './judge-chunk.ts';

/** What all the chunks of one run have in common. */
export interface RunScope {
  readonly dependencies: RosterDependencies;
  readonly run: StoredImport;
  readonly mode: ImportMode;
  readonly scope: RosterScope;
  readonly dialect: Dialect;
}

/**
 * Settles a chunk in one transaction: judged, put on the roster if this is the commit, reported, counted. The run's own
 * row is locked first and says how far it has come, so a worker that was taken for dead, or one that begins again after
 * a crash, finds the chunk done. False when the run is over or was cancelled.
 */
export function settleChunk(runScope: RunScope, chunk: readonly NumberedRow[]): Promise<boolean> {
  const { dependencies, run, mode, scope, dialect } = runScope;
  return inTransaction(dependencies.pool, async (connection) => {
    const locked = await lockRun(connection, run.id, mode);
    if (!locked) return false;
    const ahead = chunk.filter(({ rowNumber }) => rowNumber > locked.reachedRow);
    const [first, last] = [ahead[0], ahead.at(-1)];
    if (!first || !last) return true;
    const done = await findDoneRows(connection, run.id, first.rowNumber, last.rowNumber);
    const doneNumbers = new Set(done.map(({ rowNumber }) => rowNumber));
    const open = ahead.filter(({ rowNumber }) => !doneNumbers.has(rowNumber));
    const judged = await judgeChunk(connection, { schoolId: run.schoolId, cohort: run.cohort, dialect }, open);
    const guard = await scope.guardAt(await readClock(connection));
    const settled = await settle(connection, { dependencies, run, guard }, mode, scope, judged);
    await writeRowReports(connection, run.id, settled);
    await advanceRun(connection, run.id, last.rowNumber, [...done, ...settled]);
    return true;
  });
}

/** The good rows become graduates, and those who are there and differ are changed; in a trial run both are only said. */
async function settle(
  connection: Connection,
  changing: ChangeScope,
  mode: ImportMode,
  scope: RosterScope,
  judged: readonly JudgedRow[],
): Promise<readonly SettledRow[]> {
  const imported = mode === 'COMMIT' ? await importNew(connection, changing, scope, judged) : new Map<number, string>();
  const settled: SettledRow[] = [];
  for (const entry of judged) {
    const graduateId = imported.get(entry.rowNumber);
    if (entry.status === 'CHANGED') settled.push(await (mode === 'COMMIT' ? applyChange : previewChange)(connection, changing, entry));
    else if (graduateId !== undefined)
      settled.push({ rowNumber: entry.rowNumber, status: 'IMPORTED', graduateId, problems: entry.problems, changes: null });
    else
      settled.push({
        rowNumber: entry.rowNumber,
        status: entry.status,
        graduateId: entry.graduateId,
        problems: entry.problems,
        changes: null,
      });
  }
  return settled;
}

/** Ids of the new graduates by the number of their row. */
async function importNew(
  connection: Connection,
  { dependencies: { newId }, run, guard }: ChangeScope,
  scope: RosterScope,
  judged: readonly JudgedRow[],
): Promise<ReadonlyMap<number, string>> {
  const graduates = judged.flatMap((entry) => {
    if (entry.status !== 'VALID') return [];
    const {
      row,
      rowNumber,
      sealed,
      indexes: [idNumberIndex],
    } = entry;
    if (sealed === null || idNumberIndex === undefined) throw new Error('a row of a commit was not sealed');
    return [
      {
        rowNumber,
        row,
        sealed,
        ...importedGraduate(row, { id: sealed.id, school: scope.school, idNumberIndex, importedBy: run.uploadedBy, guard, newId }),
      },
    ];
  });
  await insertGraduates(connection, graduates, { importId: run.id, actor: { id: run.uploadedBy, role: run.uploadedByRole }, guard });
  return new Map(graduates.map(({ rowNumber, state }) => [rowNumber, state.id]));
}

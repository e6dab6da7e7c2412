import { setImmediate as breathe } from 'node:timers/promises';
import { shanghaiDate } from '../../domain/calendar/shanghai.ts';
import { importModes, type ImportMode } from '../../domain/roster/import-status.ts';
import { cellsByField, type RosterCells } from '../../domain/roster/match-headings.ts';
import type { RosterRunReport } from '../../domain/roster/messages.ts';
import { parseRow } from '../../domain/roster/parse-row.ts';
import { createRepeatedRows } from '../../domain/roster/repeated-rows.ts';
import type { RosterContext, RosterRow } from '../../domain/roster/roster-row.ts';
import { idRegionStatus } from '../../domain/regions/id-regions.ts';
import { identityIndexes } from '../../infra/identity/identity-index.ts';
import { readClock } from '../../infra/record/clock.ts';
import { beginRun, endRun, findRosterImport, reportOf, storeDialect, type StoredImport } from '../../infra/roster/import-store.ts';
import { readMends } from '../../infra/roster/mends.ts';
import { openRoster, refusalOf, type OpenRoster } from '../../infra/roster/open-roster.ts';
import { readOwnHeadings } from '../../infra/roster/own-headings.ts';
import { readRosterScope } from '../../infra/roster/read-import-scope.ts';
import { sealGraduate } from '../../infra/roster/seal-graduate.ts';
import type { Progress, RosterDependencies } from './dependencies.ts';
import type { NumberedRow } from './judge-chunk.ts';
import { settleChunk } from './settle-chunk.ts';

/** Rows in one transaction: large enough for sets to pay, small enough that a crash costs a moment's work. */
const rowsAtOnce = 2_000;
/** Some milliseconds' worth: the chunk that the database is settling takes ten questions, and each answer waits for the processor. */
const rowsBetweenBreaths = 20;

/**
 * The one path of trial run and commit: reads the file row by row, checks, and settles chunk after chunk. Run again
 * after a crash it reads from the beginning, for what a row repeats stands before it, and settles from where it was.
 */
export async function processRoster(
  dependencies: RosterDependencies,
  importId: string,
  mode: ImportMode,
  progress: Progress,
  chunkSize = rowsAtOnce,
): Promise<RosterRunReport> {
  const run = await beginRun(dependencies.pool, importId, mode);
  if (!run) throw new Error('no such import');
  if (run.status !== importModes[mode].running) return reportOf(run);
  try {
    await settleRows(dependencies, run, mode, progress, chunkSize);
    await endRun(dependencies.pool, importId, mode, null);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    await endRun(dependencies.pool, importId, mode, refusal);
  }
  return reportOf((await findRosterImport(dependencies.pool, importId)) ?? run);
}

async function settleRows(
  dependencies: RosterDependencies,
  run: StoredImport,
  mode: ImportMode,
  progress: Progress,
  chunkSize: number,
): Promise<void> {
  const { pool, rulePacks, files, cipher } = dependencies;
  const scope = await readRosterScope(pool, rulePacks, run);
  const roster = await openRoster(files, run.fileKey, await readOwnHeadings(pool, run.schoolId));
  const { dialect } = roster;
  await storeDialect(pool, run.id, dialect);
  const mends = await readMends(pool, cipher, run.id);
  const context: RosterContext = {
    school: scope.school,
    cohort: run.cohort,
    today: shanghaiDate(await readClock(pool)),
    regionStatus: idRegionStatus,
    directory: scope.directory,
    dialect,
  };
  const settle = async (chunk: readonly NumberedRow[]): Promise<boolean> => {
    if (!(await settleChunk({ dependencies, run, mode, scope, dialect }, chunk))) return false;
    await progress(chunk.at(-1)?.rowNumber ?? 0);
    return true;
  };
  // While the database settles one chunk, the next is read and sealed.
  let settling = Promise.resolve(true);
  for await (const chunk of chunksOf(readRows(roster, mends, context, createPreparation(dependencies, run, mode)), chunkSize)) {
    if (!(await settling)) return;
    settling = settle(chunk);
    settling.catch(() => undefined);
  }
  await settling;
}

/** What keys make of a row: the indexes of its document, and in a commit the graduate to be. Rows that an earlier run has settled need no seal. */
function createPreparation({ index, cipher, newId }: RosterDependencies, run: StoredImport, mode: ImportMode) {
  return (rowNumber: number, row: RosterRow | null): Pick<NumberedRow, 'indexes' | 'sealed'> => ({
    indexes: row === null || row.idNumber === '' ? [] : identityIndexes(index, row.basic.idType, row.idNumber),
    sealed:
      row !== null && row.idNumber !== '' && mode === 'COMMIT' && rowNumber > run.reachedRow
        ? sealGraduate({ cipher, newId }, run.id, rowNumber, row)
        : null,
  });
}

async function* readRows(
  { fieldOf, rows }: OpenRoster,
  mends: ReadonlyMap<number, RosterCells>,
  context: RosterContext,
  prepare: ReturnType<typeof createPreparation>,
): AsyncGenerator<NumberedRow> {
  const repeatedRows = createRepeatedRows();
  let count = 0;
  for await (const { rowNumber, cells } of rows) {
    count += 1;
    if (count % rowsBetweenBreaths === 0) await breathe();
    const parsed = parseRow({ ...cellsByField(fieldOf, cells), ...mends.get(rowNumber) }, context);
    const repeated = parsed.row === null ? [] : repeatedRows.check(rowNumber, parsed.row);
    const row = repeated.length > 0 ? null : parsed.row;
    yield { rowNumber, row, problems: [...parsed.problems, ...repeated], ...prepare(rowNumber, row) };
  }
}

async function* chunksOf(rows: AsyncIterable<NumberedRow>, chunkSize: number): AsyncGenerator<readonly NumberedRow[]> {
  let chunk: NumberedRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

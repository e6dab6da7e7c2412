import type { ImportRowStatus } from '../../domain/roster/import-status.ts';
import type { RosterProblem } from '../../domain/roster/roster-problems.ts';
import type { Connection } from '../database/pool.ts';
import { insertRows, runStatements } from './insert-rows.ts';
import { graduateRows, type GraduateToInsert, type InsertScope } from './graduate-rows.ts';

/** What became of one row of the sheet. */
export interface SettledRow {
  readonly rowNumber: number;
  readonly status: ImportRowStatus;
  readonly graduateId: string | null;
  readonly problems: readonly RosterProblem[];
}

/** Puts graduates on the roster: their rows, their audit rows, and the sections they came with. */
export async function insertGraduates(connection: Connection, graduates: readonly GraduateToInsert[], scope: InsertScope): Promise<void> {
  if (graduates.length === 0) return;
  const rows = graduates.map((graduate) => graduateRows(graduate, scope));
  await runStatements(connection, [
    insertRows('graduate', rows.map(({ graduate }) => graduate)),
    insertRows('audit_event', rows.map(({ audit }) => audit)),
    ...rows.flatMap(({ sections }) => sections),
  ]);
}

const replace = `ON CONFLICT ("importId", "rowNumber") DO UPDATE SET "status" = excluded."status", "graduateId" = excluded."graduateId", "problems" = excluded."problems"`;

/** Writes the report; the rows of a commit take the place of those of the trial run. */
export async function writeRowReports(connection: Connection, importId: string, rows: readonly SettledRow[]): Promise<void> {
  if (rows.length > 0) await runStatements(connection, [insertRows('roster_import_row', rows.map((row) => ({ importId, ...row })), replace)]);
}

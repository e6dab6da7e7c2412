import type { ImportRowStatus } from '../../domain/roster/import-status.ts';
import type { RosterProblem } from '../../domain/roster/roster-problems.ts';
import type { SectionKind } from '../../domain/registration/section.ts';
import type { Connection } from '../database/pool.ts';
import { copyRows } from '../database/copy-rows.ts';
import { insertRows, runStatements } from './insert-rows.ts';
import { graduateRows, type GraduateToInsert, type InsertScope } from './graduate-rows.ts';

/** Names of what differs, and what follows: whether the graduate returns to 未确认, and how many numbers die. */
export interface RowChanges {
  readonly fields: readonly string[];
  readonly sections: readonly SectionKind[];
  readonly returns: boolean;
  readonly numbers: number;
}

/** What became of one row of the sheet. */
export interface SettledRow {
  readonly rowNumber: number;
  readonly status: ImportRowStatus;
  readonly graduateId: string | null;
  readonly problems: readonly RosterProblem[];
  readonly changes: RowChanges | null;
}

/** Puts graduates on the roster: their rows, their audit rows, and the sections they came with. */
export async function insertGraduates(connection: Connection, graduates: readonly GraduateToInsert[], scope: InsertScope): Promise<void> {
  const rows = graduates.map((graduate) => graduateRows(graduate, scope));
  await copyRows(
    connection,
    'graduate',
    rows.map(({ graduate }) => graduate),
  );
  await copyRows(
    connection,
    'audit_event',
    rows.flatMap(({ audit }) => audit),
  );
  await copyRows(
    connection,
    'section_version',
    rows.flatMap(({ versions }) => versions),
  );
  await copyRows(
    connection,
    'roster_import_section',
    rows.flatMap(({ sections }) => sections),
  );
}

const replace = `ON CONFLICT ("importId", "rowNumber") DO UPDATE
  SET "status" = excluded."status", "graduateId" = excluded."graduateId", "problems" = excluded."problems", "changes" = excluded."changes"`;

/** Writes the report; the rows of a commit take the place of those of the trial run. */
export async function writeRowReports(connection: Connection, importId: string, rows: readonly SettledRow[]): Promise<void> {
  await runStatements(
    connection,
    insertRows(
      'roster_import_row',
      rows.map((row) => ({ importId, ...row })),
      replace,
    ),
  );
}

const selectDone = `SELECT "rowNumber", "status", "graduateId", "problems", "changes" FROM "roster_import_row"
  WHERE "importId" = $1 AND "rowNumber" BETWEEN $2 AND $3 AND "status" IN ('IMPORTED', 'UPDATED', 'REMOVED')`;

/** Rows that an earlier commit of the same import has put on the roster: they are not judged again. */
export async function findDoneRows(connection: Connection, importId: string, from: number, to: number): Promise<readonly SettledRow[]> {
  return (await connection.query<SettledRow>({ name: 'done-roster-rows', text: selectDone, values: [importId, from, to] })).rows;
}

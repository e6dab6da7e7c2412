import { isUnitHeading, readUnitRow, type UnitProblem } from '../../domain/directory/unit-sheet.ts';
import { startOfDayShanghai } from '../../domain/calendar/shanghai.ts';
import type { Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import { auditDirectory, type DirectoryKeeper } from './unit-store.ts';

/** Units of a large province; a sheet of nine columns and so many rows unpacks to some ten megabytes. */
const limits = { fileBytes: 5 * 1024 * 1024, contentBytes: 60 * 1024 * 1024, rows: 20_000 };
export const unitSheetBytes = limits.fileBytes;

export interface UnitImport {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: readonly {
    readonly row: number;
    readonly problems: readonly (UnitProblem | { readonly column: 'name'; readonly code: 'UNIT_REPEATED' })[];
  }[];
}

interface GivenRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly name: string;
  readonly regionCode: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly mayHoldFiles: boolean | null;
  readonly checkedAt: string | null;
  readonly checkedBy: string | null;
}

const details = ['address', 'postcode', 'contact', 'phone', 'mayHoldFiles'].map((name) => `"${name}"`);

/** An empty cell says nothing, so what is known stays; a row that says nothing new leaves its unit alone. */
const upsert = `WITH given AS (
    SELECT r.*, row_number() OVER (PARTITION BY unit_key(r."name"), r."regionCode" ORDER BY r."rowNumber") AS "turn"
    FROM json_to_recordset($2) AS r("id" uuid, "rowNumber" int, "name" text, "regionCode" text, "address" text, "postcode" text, "contact" text, "phone" text, "mayHoldFiles" boolean, "checkedAt" timestamptz, "checkedBy" text)),
  written AS (
    INSERT INTO "receiving_unit" AS u ("id", "owner", "name", "regionCode", ${details.join(', ')}, "source", "checkedAt", "checkedBy")
    SELECT "id", $1, "name", "regionCode", ${details.join(', ')}, 'SHEET', coalesce("checkedAt", app_now()), coalesce("checkedBy", $3) FROM given WHERE "turn" = 1
    ON CONFLICT ("owner", unit_key("name"), "regionCode") DO UPDATE SET ${details.map((name) => `${name} = coalesce(excluded.${name}, u.${name})`).join(', ')},
      "name" = excluded."name", "checkedAt" = excluded."checkedAt", "checkedBy" = excluded."checkedBy", "version" = u."version" + 1
    WHERE u."checkedAt" IS NULL OR u."name" <> excluded."name" OR ${details.map((name) => `coalesce(excluded.${name} <> u.${name}, excluded.${name} IS NOT NULL)`).join(' OR ')}
    RETURNING (u.xmax = 0) AS "added")
  SELECT (SELECT count(*) FROM written WHERE "added") AS "added", (SELECT count(*) FROM written WHERE NOT "added") AS "changed",
    (SELECT count(*) FROM given WHERE "turn" = 1) AS "given", coalesce((SELECT array_agg("rowNumber" ORDER BY "rowNumber") FROM given WHERE "turn" > 1), '{}') AS "repeated"`;

/** Reads a sheet of units, XLSX or CSV, into a directory: the good rows at once, the others reported. The same sheet again changes nothing. Throws SpreadsheetError. */
export async function importUnits(
  { pool, newId }: { readonly pool: Pool; readonly newId: () => string },
  keeper: DirectoryKeeper,
  bytes: Buffer,
): Promise<UnitImport> {
  const sheet = await openSheet(bytes, { isHeadingRow: isUnitHeading, limits });
  const [given, skipped]: [GivenRow[], UnitImport['skipped'][number][]] = [[], []];
  for await (const { rowNumber, cells } of sheet.rows) {
    const row = readUnitRow(cells);
    if (!row.ok) {
      skipped.push({ row: rowNumber, problems: row.problems });
      continue;
    }
    const {
      unit: { region, ...unit },
      checkedOn,
      checkedBy,
    } = row;
    given.push({
      id: newId(),
      rowNumber,
      ...unit,
      regionCode: region,
      checkedAt: checkedOn === null ? null : new Date(startOfDayShanghai(checkedOn)).toISOString(),
      checkedBy,
    });
  }
  return inTransaction(pool, async (connection) => {
    const {
      rows: [counted],
    } = await connection.query<{ added: number; changed: number; given: number; repeated: number[] }>(upsert, [
      keeper.owner,
      JSON.stringify(given),
      keeper.actor.name,
    ]);
    const { added = 0, changed = 0, given: read = 0, repeated = [] } = counted ?? {};
    const report: UnitImport = {
      added,
      changed,
      same: read - added - changed,
      skipped: [...skipped, ...repeated.map((row) => ({ row, problems: [{ column: 'name', code: 'UNIT_REPEATED' } as const] }))].sort(
        (a, b) => a.row - b.row,
      ),
    };
    await auditDirectory(
      connection,
      'DIRECTORY_IMPORTED',
      keeper,
      [report.added, report.changed, report.same, report.skipped.length].map(String),
    );
    return report;
  });
}

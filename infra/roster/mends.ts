import type { RosterCells } from '../../domain/roster/match-headings.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Queryable } from '../database/pool.ts';

/** The place that cells put right are sealed to. */
export const mendContext = (id: string): string => `roster-mend:${id}`;

interface Row {
  readonly id: string;
  readonly rowNumber: number;
  readonly cellsSealed: string;
}

const select = 'SELECT "id", "rowNumber", "cellsSealed" FROM "roster_import_mend" WHERE "importId" = $1';
const upsert = `INSERT INTO "roster_import_mend" ("id", "importId", "rowNumber", "cellsSealed", "mendedBy", "mendedAt") VALUES ($1, $2, $3, $4, $5, app_now())
  ON CONFLICT ("id") DO UPDATE SET "cellsSealed" = excluded."cellsSealed", "mendedBy" = excluded."mendedBy", "mendedAt" = excluded."mendedAt"`;

const cellsOf = (cipher: FieldCipher, { id, cellsSealed }: Row): RosterCells =>
  JSON.parse(cipher.open(cellsSealed, mendContext(id))) as RosterCells;

/** Cells that were put right, by row; they may hold documents' numbers and are sealed. */
export async function readMends(database: Queryable, cipher: FieldCipher, importId: string): Promise<ReadonlyMap<number, RosterCells>> {
  const { rows } = await database.query<Row>(select, [importId]);
  return new Map(rows.map((row) => [row.rowNumber, cellsOf(cipher, row)]));
}

interface Mend {
  readonly importId: string;
  readonly rowNumber: number;
  readonly cells: RosterCells;
  readonly mendedBy: string;
}

/** Adds to what was put right in a row before. The import's own row keeps two people from doing so at once. */
export async function writeMend(
  database: Queryable,
  { cipher, newId }: { cipher: FieldCipher; newId: () => string },
  { importId, rowNumber, cells, mendedBy }: Mend,
): Promise<void> {
  const {
    rows: [earlier],
  } = await database.query<Row>(`${select} AND "rowNumber" = $2`, [importId, rowNumber]);
  const id = earlier?.id ?? newId();
  const all = { ...(earlier && cellsOf(cipher, earlier)), ...cells };
  await database.query(upsert, [id, importId, rowNumber, cipher.seal(JSON.stringify(all), mendContext(id)), mendedBy]);
}

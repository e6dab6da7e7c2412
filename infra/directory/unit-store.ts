import type { ReceivingUnit, UnitSource } from '../../domain/directory/receiving-unit.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Connection, Pool, Queryable } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { emptyDigest } from '../record/audit-rows.ts';

/** A unit as the directory has it; `checkedAt` null: remembered, looked at by nobody. */
export interface StoredUnit extends ReceivingUnit {
  readonly id: string;
  readonly owner: string;
  readonly source: UnitSource;
  readonly checkedAt: number | null;
  readonly checkedBy: string | null;
  readonly confirmedAt: number | null;
  readonly version: number;
}

/** Who keeps a directory: a school, or (schoolId null) a province. */
export interface DirectoryKeeper {
  readonly owner: string;
  readonly schoolId: string | null;
  readonly actor: { readonly id: string; readonly role: string; readonly name: string };
}

export const unitColumns =
  'u."id", u."owner", u."name", u."regionCode" AS "region", u."address", u."postcode", u."contact", u."phone", u."mayHoldFiles", u."source", u."checkedAt", u."checkedBy", u."confirmedAt", u."version"';

const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "schoolId", "fields", "digest") VALUES (app_now(), $1, $2, $3, $4, $5, '${emptyDigest}')`;

export async function auditDirectory(
  connection: Queryable,
  action: 'DIRECTORY_IMPORTED' | 'UNIT_ADDED' | 'UNIT_CHANGED' | 'UNIT_REMOVED',
  { actor, schoolId }: DirectoryKeeper,
  fields: readonly string[],
): Promise<void> {
  await connection.query(audit, [actor.id, actor.role, action, schoolId, fields]);
}

/** A unit of one of these directories. */
export async function findUnit(database: Queryable, owners: readonly string[], id: string): Promise<StoredUnit | undefined> {
  return (
    await database.query<StoredUnit>(`SELECT ${unitColumns} FROM "receiving_unit" u WHERE u."id" = $1 AND u."owner" = ANY ($2)`, [
      id,
      owners,
    ])
  ).rows[0];
}

const insertUnit = `INSERT INTO "receiving_unit" ("id", "owner", "name", "regionCode", "address", "postcode", "contact", "phone", "mayHoldFiles", "source", "checkedAt", "checkedBy")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'STAFF', app_now(), $10) ON CONFLICT ("owner", unit_key("name"), "regionCode") DO NOTHING`;

const detailsOf = ({ name, region, address, postcode, contact, phone, mayHoldFiles }: ReceivingUnit): unknown[] => [
  name,
  region,
  address,
  postcode,
  contact,
  phone,
  mayHoldFiles,
];

/** Adds a unit that somebody has checked. Throws UNIT_KNOWN when there is one of its name and region. */
export function addUnit(pool: Pool, keeper: DirectoryKeeper, id: string, unit: ReceivingUnit): Promise<StoredUnit> {
  return inTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query(insertUnit, [id, keeper.owner, ...detailsOf(unit), keeper.actor.name]);
    if (rowCount === 0) throw new RefusalError('UNIT_KNOWN');
    await auditDirectory(connection, 'UNIT_ADDED', keeper, [id]);
    return lockUnit(connection, keeper, id);
  });
}

const updateUnit = `UPDATE "receiving_unit" SET "name" = $2, "regionCode" = $3, "address" = $4, "postcode" = $5, "contact" = $6, "phone" = $7, "mayHoldFiles" = $8,
    "checkedAt" = app_now(), "checkedBy" = $9, "version" = "version" + 1 WHERE "id" = $1`;

/** Puts a unit right that was read as `version`, and notes who has checked it; the same again is a check and no change. Throws RECORD_CHANGED, UNIT_KNOWN, NOT_FOUND. */
export function changeUnit(pool: Pool, keeper: DirectoryKeeper, id: string, version: number, unit: ReceivingUnit): Promise<StoredUnit> {
  return inTransaction(pool, async (connection) => {
    const before = await lockUnit(connection, keeper, id);
    if (before.version !== version) throw new RefusalError('RECORD_CHANGED');
    const changed = (Object.keys(unit) as (keyof ReceivingUnit)[]).filter((field) => unit[field] !== before[field]);
    const { rowCount } = await connection.query(
      `SELECT FROM "receiving_unit" WHERE "owner" = $1 AND unit_key("name") = unit_key($2) AND "regionCode" = $3 AND "id" <> $4`,
      [keeper.owner, unit.name, unit.region, id],
    );
    if (rowCount !== 0) throw new RefusalError('UNIT_KNOWN');
    await connection.query(updateUnit, [id, ...detailsOf(unit), keeper.actor.name]);
    await auditDirectory(connection, 'UNIT_CHANGED', keeper, [id, ...changed]);
    return lockUnit(connection, keeper, id);
  });
}

/** Takes a unit out of the directory. Throws NOT_FOUND. */
export function removeUnit(pool: Pool, keeper: DirectoryKeeper, id: string): Promise<void> {
  return inTransaction(pool, async (connection) => {
    await lockUnit(connection, keeper, id);
    await connection.query('DELETE FROM "receiving_unit" WHERE "id" = $1', [id]);
    await auditDirectory(connection, 'UNIT_REMOVED', keeper, [id]);
  });
}

async function lockUnit(connection: Connection, { owner }: DirectoryKeeper, id: string): Promise<StoredUnit> {
  const {
    rows: [unit],
  } = await connection.query<StoredUnit>(`SELECT ${unitColumns} FROM "receiving_unit" u WHERE u."id" = $1 AND u."owner" = $2 FOR UPDATE`, [
    id,
    owner,
  ]);
  if (!unit) throw new RefusalError('NOT_FOUND');
  return unit;
}

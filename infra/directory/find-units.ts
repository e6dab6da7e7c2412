import type { Queryable } from '../database/pool.ts';
import { unitColumns, type StoredUnit } from './unit-store.ts';

export interface UnitSearch {
  /** The directories to look in. */
  readonly owners: readonly string[];
  /** What has been typed so far; may be empty where there is a region. */
  readonly text: string;
  /** Code of a region of any level; empty for all. */
  readonly region: string;
  readonly limit: number;
}

const checkedFirst = 'u."checkedAt" IS NULL';
/** As the index has it: by characters, whatever the locale. */
export const nameKey = 'unit_key(u."name") COLLATE "C"';
const byName = `${nameKey}, u."id"`;
const beginsWith = `${nameKey} LIKE unit_key($2) || '%'`;
const inRegion = `($3 = '' OR u."regionCode" LIKE regexp_replace($3, '(00)+$', '') || '%')`;

export const findBeginning = `SELECT ${unitColumns} FROM "receiving_unit" u WHERE u."owner" = ANY ($1) AND ${beginsWith} AND ${inRegion} ORDER BY ${byName} LIMIT $4`;

/** Unsorted: a common word would make it sort the whole directory. */
export const findWithin = `SELECT ${unitColumns} FROM "receiving_unit" u WHERE u."owner" = ANY ($1) AND unit_pieces(u."name", u."regionCode") @> sought_pieces($2, $3)
  AND unit_key(u."name") LIKE '%' || unit_key($2) || '%' AND NOT ${beginsWith} LIMIT $4`;

export const findInRegion = `SELECT ${unitColumns} FROM "receiving_unit" u WHERE u."owner" = ANY ($1) AND unit_pieces(u."name", u."regionCode") @> sought_pieces($2, $3)
  ORDER BY ${checkedFirst}, ${byName} LIMIT $4`;

/** Units as somebody types: those whose names begin so, then those that hold it anywhere. */
export async function findUnits(database: Queryable, { owners, text, region, limit }: UnitSearch): Promise<StoredUnit[]> {
  const ask = async (query: string, count: number): Promise<StoredUnit[]> =>
    (await database.query<StoredUnit>(query, [owners, text, region, count])).rows;
  const {
    rows: [key],
  } = await database.query<{ empty: boolean }>(`SELECT unit_key($1) = '' AS "empty"`, [text]);
  if (key?.empty !== false) return region === '' ? [] : ask(findInRegion, limit);
  const beginning = await ask(findBeginning, limit);
  return beginning.length >= limit ? beginning : [...beginning, ...(await ask(findWithin, limit - beginning.length))];
}

const findHome = `SELECT ${unitColumns} FROM "receiving_unit" u
  WHERE u."owner" = ANY ($1) AND unit_pieces(u."name", u."regionCode") @> ARRAY['#' || left($2, 4)] AND u."checkedAt" IS NOT NULL AND u."mayHoldFiles"
  ORDER BY u."regionCode" = $2 DESC, ${byName} LIMIT $3`;

/** Checked units that may hold files, of the county of origin first, then of its city (R13, R20: 转回生源地). */
export async function findHomeUnits(
  database: Queryable,
  owners: readonly string[],
  originRegion: string,
  limit: number,
): Promise<StoredUnit[]> {
  return (await database.query<StoredUnit>(findHome, [owners, originRegion, limit])).rows;
}

const ownersOfGraduate = `SELECT s."id", s."provinceCode" FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" WHERE g."accountId" = $1 AND g."removedAt" IS NULL`;
const ownersOfSchools = 'SELECT s."id", s."provinceCode" FROM "school" s WHERE s."id" = ANY ($1)';

/** The directories of a graduate's schools, with those of their provinces. */
export const directoriesOfGraduate = (database: Queryable, accountId: string): Promise<string[]> =>
  ownersBy(database, ownersOfGraduate, accountId);
/** The directories of schools, with those of their provinces. */
export const directoriesOfSchools = (database: Queryable, schoolIds: readonly string[]): Promise<string[]> =>
  ownersBy(database, ownersOfSchools, schoolIds);

async function ownersBy(database: Queryable, query: string, value: unknown): Promise<string[]> {
  const { rows } = await database.query<{ id: string; provinceCode: string }>(query, [value]);
  return [...new Set(rows.flatMap(({ id, provinceCode }) => [id, provinceCode]))];
}

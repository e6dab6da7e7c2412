import type { Queryable } from '../database/pool.ts';
import { countFileKeys } from '../storage/reseal-files.ts';
import type { Purpose } from './edit-keyring.ts';
import { sealedTables } from './sealed-tables.ts';

/** How many values of each place are under each key; a key that is not named is needed by nothing. */
export interface KeyUse {
  readonly purpose: Purpose;
  readonly place: string;
  readonly keyId: string;
  readonly count: number;
}

const counted = (expression: string, table: string): string =>
  `SELECT ${expression} AS "keyId", count(*) AS "count" FROM "${table}" t WHERE ${expression} <> '' GROUP BY 1`;

/** Paper is good for as long as its numbers live, and a slip until its file has arrived, under whichever key was current when it was printed; a day for processes that were late to restart. */
const paper = `SELECT k."keyId", count(*) AS "count" FROM "signing_key_use" k
  JOIN (SELECT "issuedAt" FROM "verification_grant" WHERE "status" = 'ACTIVE' AND "deadline" > app_now()
    UNION ALL SELECT "issuedAt" FROM "transfer_number" WHERE "status" = 'ACTIVE' AND "deadline" > app_now()
    UNION ALL SELECT "preparedAt" FROM "dispatch" WHERE "status" IN ('PREPARED', 'SENT', 'REPORTED')) n ON n."issuedAt" < k."lastUsedAt" + interval '1 day' GROUP BY 1`;

/** Looks through the whole record and all files; on a large installation that takes minutes. */
export async function findKeysInUse(pool: Queryable, directory: string): Promise<KeyUse[]> {
  const uses: KeyUse[] = [];
  const count = async (purpose: Purpose, place: string, text: string) => {
    const { rows } = await pool.query<{ keyId: string; count: number }>(text);
    uses.push(...rows.map((row) => ({ purpose, place, ...row })));
  };
  for (const { table, sealed, indexes } of sealedTables) {
    for (const [name, column] of Object.entries(sealed))
      await count('field', `${table}.${name}`, counted(`split_part(${column}, '.', 2)`, table));
    for (const [name, column] of Object.entries(indexes))
      await count('blindIndex', `${table}.${name}`, counted(`split_part(${column}, '.', 1)`, table));
  }
  await count('auditSigning', 'audit_seal', 'SELECT "keyId", count(*) AS "count" FROM "audit_seal" GROUP BY 1');
  await count('offlineSigning', 'status_list', 'SELECT "keyId", count(*) AS "count" FROM "status_list" GROUP BY 1');
  await count('offlineSigning', 'paper with live numbers', paper);
  for (const [keyId, files] of await countFileKeys(directory)) uses.push({ purpose: 'files', place: 'files', keyId, count: files });
  return uses;
}

import type { Queryable } from '../database/pool.ts';

const select = `SELECT "audit_base"() + pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS "next",
  greatest((SELECT max("toTransaction") FROM "audit_seal"), (SELECT max("transactionId") + 1 FROM "audit_event"), 0) AS "reached"`;

/**
 * How far the audit log has come, when its count of transactions would begin anew below that (decision 0006); undefined when it goes on. Only a
 * cluster that was restored from a dump counts from the beginning.
 */
async function findLostAuditCount(database: Queryable): Promise<number | undefined> {
  const {
    rows: [row],
  } = await database.query<{ next: number; reached: number }>(select);
  return row && row.next < row.reached ? row.reached : undefined;
}

/** What a restored cluster wrote into the audit log would stand among rows that are sealed: nothing starts on it before `npm run migrate` has been there. */
export async function refuseLostAuditCount(database: Queryable): Promise<void> {
  if ((await findLostAuditCount(database)) !== undefined)
    throw new Error('this database was restored from a dump: run npm run migrate, which lets the audit log go on where it was');
}

/** Lets the audit log of a restored cluster go on where it was; for the owner of the schema. False when it does anyway. */
export async function continueAuditCount(owner: Queryable): Promise<boolean> {
  const reached = await findLostAuditCount(owner);
  if (reached === undefined) return false;
  await owner.query(
    `CREATE OR REPLACE FUNCTION "audit_base"() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ${BigInt(reached)}`,
  );
  return true;
}

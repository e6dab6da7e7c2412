import type { TestRecord } from './test-record.ts';

const tables = {
  graduate: 'id',
  section_version: 'graduateId',
  confirmation_record: 'graduateId',
  verification_grant: 'graduateId',
  transfer_number: 'graduateId',
  ticket: 'graduateId',
  section_opening: 'graduateId',
  cutoff_exception: 'graduateId',
  audit_event: 'graduateId',
  notification: 'graduateId',
  outbox: 'graduateId',
} as const;

export type Snapshot = Readonly<Record<keyof typeof tables, readonly unknown[]>>;

/** Every row of the record that is about a graduate, but for the commands: what a refused command leaves as it was. */
export async function snapshotOf(record: TestRecord, graduateId: string): Promise<Snapshot> {
  const entries = await Promise.all(
    Object.entries(tables).map(async ([table, column]) => {
      const { rows } = await record.pool.query<{ row: unknown }>(
        `SELECT to_jsonb(t) AS "row" FROM "${table}" t WHERE "${column}" = $1 ORDER BY t::text`,
        [graduateId],
      );
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(entries) as unknown as Snapshot;
}

/** The actions in a graduate's audit rows from a row on, with who acted. */
export async function auditOf(
  record: TestRecord,
  graduateId: string,
  from = 0,
): Promise<{ action: string; actor: string; actorRole: string; fields: string[]; commandId: string | null; rulePack: string }[]> {
  const { rows } = await record.pool.query(
    'SELECT "action", "actor", "actorRole", "fields", "commandId", "rulePack" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq" OFFSET $2',
    [graduateId, from],
  );
  return rows;
}

/** What was told about a graduate, oldest first, as `GRADUATE grant.issued`. */
export async function toldAbout(record: TestRecord, graduateId: string): Promise<string[]> {
  const { rows } = await record.pool.query<{ line: string }>(
    `SELECT "recipientKind" || ' ' || "event" AS "line" FROM "notification" WHERE "graduateId" = $1 ORDER BY "createdAt", "id"`,
    [graduateId],
  );
  return rows.map(({ line }) => line);
}

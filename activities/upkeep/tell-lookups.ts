import { heartbeat } from '@temporalio/activity';
import { formatInstant } from '../../domain/calendar/shanghai.ts';
import type { StatementKind } from '../../domain/grants/grant.ts';
import { digestLimit } from '../../domain/notifications/templates/verification.ts';
import type { NotificationParams } from '../../domain/notifications/templates.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { readClock } from '../../infra/record/clock.ts';
import type { ActivityDependencies } from '../dependencies.ts';

interface Untold {
  graduateId: string;
  name: string;
  kind: StatementKind;
  at: number;
  place: string | null;
}

const batch = 500;

const claim = `WITH due AS (
    SELECT DISTINCT "graduateId" FROM "verification_record" WHERE "toldAt" IS NULL AND "at" <= $1 ORDER BY "graduateId" LIMIT ${batch}),
  told AS (
    UPDATE "verification_record" v SET "toldAt" = $1 FROM due WHERE v."graduateId" = due."graduateId" AND v."toldAt" IS NULL AND v."at" <= $1
    RETURNING v."id", v."graduateId", v."kind", v."at", v."place")
  SELECT told."graduateId", g."name", told."kind", told."at", told."place" FROM told JOIN "graduate" g ON g."id" = told."graduateId" ORDER BY told."at", told."id"`;

const tell = `INSERT INTO "notification" ("id", "recipientKind", "recipientId", "graduateId", "event", "step", "params", "createdAt", "nextAttemptAt")
  SELECT n."id", 'GRADUATE', n."graduateId", n."graduateId", 'verification.digest', n."step", n."params", $5, $5 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[]) AS n("id", "graduateId", "step", "params")`;

/** Writes one notification for each graduate who chose so, with all verifications not told yet; returns how many. */
export async function tellLookups({ pool, newId }: Pick<ActivityDependencies, 'pool' | 'newId'>): Promise<number> {
  const now = await readClock(pool);
  let told = 0;
  for (;;) {
    const graduates = await inTransaction(pool, (connection) => tellSome(connection, newId, now));
    if (graduates === 0) return told;
    told += graduates;
    heartbeat();
  }
}

/** What is marked as told and what tells it are one transaction: neither without the other, whoever dies. */
async function tellSome(connection: Connection, newId: () => string, now: number): Promise<number> {
  const { rows } = await connection.query<Untold>(claim, [new Date(now)]);
  const digests = [...Map.groupBy(rows, ({ graduateId }) => graduateId)];
  if (digests.length === 0) return 0;
  await connection.query(tell, [
    digests.map(() => newId()),
    digests.map(([id]) => id),
    digests.map(([id]) => `${id}:${now}`),
    digests.map(([, lookups]) => JSON.stringify(paramsOf(lookups))),
    new Date(now),
  ]);
  return digests.length;
}

const paramsOf = (lookups: readonly Untold[]): NotificationParams<'verification.digest'> => ({
  name: lookups[0]?.name ?? '',
  count: lookups.length,
  lookups: lookups.slice(0, digestLimit).map(({ kind, at, place }) => ({ kind, at: formatInstant(at), place })),
});

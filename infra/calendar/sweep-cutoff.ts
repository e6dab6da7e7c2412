import { formatDeadline } from '../../domain/calendar/shanghai.ts';
import type { Connection } from '../database/pool.ts';
import { emptyDigest } from '../record/audit-rows.ts';

export interface CutoffSweep {
  readonly schoolId: string;
  readonly cohort: number;
  readonly cutoffAt: number;
  /** The clock of the sweep in milliseconds; never before the cutoff. */
  readonly at: number;
  readonly rulePack: string;
  /** Graduates in one transaction. */
  readonly limit: number;
}

export interface SweptBatch {
  readonly graduates: number;
  readonly lapsed: number;
}

/** Locks the next graduates in the order of their ids. Who still has a command from before the cutoff comes later (X13). */
const lockOpen = `SELECT g."id" FROM "graduate" g
  WHERE g."schoolId" = $1 AND g."cohort" = $2 AND g."cutoffRecordedAt" IS NULL AND g."endedAt" IS NULL
    AND NOT EXISTS (SELECT FROM "command" c WHERE c."graduateId" = g."id" AND c."outcome" IS NULL AND c."receivedAt" < $3)
  ORDER BY g."id" LIMIT $4 FOR NO KEY UPDATE OF g`;

/** Whose sections are excepted at this instant: few or none, since exceptions are granted after the cutoff (X7). */
const findSpared = `SELECT x."graduateId", x."scope" FROM "cutoff_exception" x WHERE x."graduateId" = ANY ($1) AND x."status" = 'GRANTED' AND x."until" > $2`;

/** What stands at a desk, and what was returned and is still the newest of its section (domain/lifecycle/due-events.ts). */
const lapse = `UPDATE "section_version" v SET "status" = 'LAPSED', "statusSince" = $2, "overdueToldAt" = NULL, "claimedBy" = NULL, "claimedFrom" = NULL, "claimedUntil" = NULL
  WHERE v."graduateId" = ANY ($1) AND (v."status" IN ('COLLEGE_REVIEW', 'SCHOOL_REVIEW') OR v."status" = 'RETURNED' AND NOT EXISTS (
    SELECT FROM "section_version" newer WHERE newer."graduateId" = v."graduateId" AND newer."section" = v."section" AND newer."id" > v."id"))
    AND NOT (v."graduateId" = ANY ($3) AND (v."graduateId"::text || v."section") = ANY ($4))
  RETURNING v."graduateId", v."section"`;

/** The next deadline is the lifecycle's to say, when it next looks. */
const close = `UPDATE "graduate" g SET "cutoffRecordedAt" = $2, "updatedAt" = $2, "version" = "version" + 1, "nextDeadline" = NULL,
    "overdue" = g."id" = ANY ($3) AND EXISTS (SELECT FROM "section_version" v
      WHERE v."graduateId" = g."id" AND v."status" IN ('COLLEGE_REVIEW', 'SCHOOL_REVIEW') AND v."overdueToldAt" IS NOT NULL),
    "stage" = CASE WHEN "stage" IN ('IN_REVIEW', 'RETURNED') AND NOT (g."id" = ANY ($3) AND g."id"::text || 'DESTINATION' = ANY ($4)) THEN 'REGISTERING' ELSE "stage" END
  WHERE "id" = ANY ($1)`;

const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "graduateId", "schoolId", "fields", "rulePack", "digest")
  SELECT $1::timestamptz, 'system:cutoff', 'SYSTEM', 'CUTOFF_RECORDED', closed."id", $2::uuid, '{}'::text[], $3::text, '${emptyDigest}' FROM unnest($4::uuid[]) AS closed("id")
  UNION ALL SELECT $1, 'system:cutoff', 'SYSTEM', 'SECTION_LAPSED', lapsed."id", $2, ARRAY[lapsed."section"], $3, '${emptyDigest}'
    FROM unnest($5::uuid[], $6::text[]) AS lapsed("id", "section")`;

const tell = `INSERT INTO "notification" ("id", "recipientKind", "recipientId", "graduateId", "event", "step", "params", "createdAt", "nextAttemptAt")
  SELECT gen_random_uuid(), 'GRADUATE', g."id", g."id", 'cutoff.reached', g."id"::text, jsonb_build_object('audience', 'GRADUATE', 'name', g."name", 'cutoffAt', $3::text), $2, $2
  FROM "graduate" g WHERE g."id" = ANY ($1) ON CONFLICT DO NOTHING`;

/** Their stage or overdue mark may have changed, which operators filter by; the others' lifecycles sleep on. */
const wake = 'INSERT INTO "outbox" ("graduateId") SELECT unnest($1::uuid[])';

/**
 * Records the cutoff (R55) for the next graduates of a school and cohort, set by set, in the running transaction: the same rows as
 * deciding one by one. `graduates` is 0 when nobody is left, or when those who are left wait for their commands.
 */
export async function sweepCutoff(
  connection: Connection,
  { schoolId, cohort, cutoffAt, at, rulePack, limit }: CutoffSweep,
): Promise<SweptBatch> {
  const now = new Date(at);
  const { rows: open } = await connection.query<{ id: string }>({
    name: 'cutoff-lock',
    text: lockOpen,
    values: [schoolId, cohort, new Date(cutoffAt), limit],
  });
  if (open.length === 0) return { graduates: 0, lapsed: 0 };
  const ids = open.map(({ id }) => id);
  const { rows: excepted } = await connection.query<{ graduateId: string; scope: string }>({
    name: 'cutoff-spared',
    text: findSpared,
    values: [ids, now],
  });
  const spared = [excepted.map(({ graduateId }) => graduateId), excepted.map(({ graduateId, scope }) => graduateId + scope)];
  // A statement of its own: one that waits for locks keeps its old view of the other tables.
  const { rows: lapsed } = await connection.query<{ graduateId: string; section: string }>({
    name: 'cutoff-lapse',
    text: lapse,
    values: [ids, now, ...spared],
  });
  lapsed.sort((a, b) => (a.section < b.section ? -1 : 1));
  await connection.query({ name: 'cutoff-close', text: close, values: [ids, now, ...spared] });
  const lapsedIds = lapsed.map(({ graduateId }) => graduateId);
  await connection.query({
    name: 'cutoff-audit',
    text: audit,
    values: [now, schoolId, rulePack, ids, lapsedIds, lapsed.map(({ section }) => section)],
  });
  const concerned = [...new Set(lapsedIds)];
  await connection.query({ name: 'cutoff-tell', text: tell, values: [concerned, now, formatDeadline(cutoffAt)] });
  await connection.query({ name: 'cutoff-wake', text: wake, values: [concerned] });
  return { graduates: ids.length, lapsed: lapsed.length };
}

const leftOpen = `SELECT FROM "graduate" g WHERE g."schoolId" = $1 AND g."cohort" = $2 AND g."cutoffRecordedAt" IS NULL AND g."endedAt" IS NULL LIMIT 1`;

/** Is somebody left, who waits for a command received before the cutoff? */
export async function isCohortOpen(connection: Pick<Connection, 'query'>, schoolId: string, cohort: number): Promise<boolean> {
  return (await connection.query(leftOpen, [schoolId, cohort])).rowCount === 1;
}

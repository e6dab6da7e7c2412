import { formatDeadline } from '../../domain/calendar/shanghai.ts';
import type { NotificationEvent } from '../../domain/notifications/events.ts';
import type { NotificationParams } from '../../domain/notifications/templates.ts';
import type { Queryable } from '../database/pool.ts';

interface Office {
  readonly schoolId: string;
  readonly newId: () => string;
  readonly at: number;
}

const insertForSchool = `INSERT INTO "notification" ("id", "recipientKind", "recipientId", "event", "step", "params", "createdAt", "nextAttemptAt")
  VALUES ($1, 'SCHOOL', $2, $3, $4, $5, $6, $6) ON CONFLICT DO NOTHING`;

/** One message to the school's office; told once for each step. */
export async function tellSchool<E extends NotificationEvent>(
  connection: Queryable,
  { schoolId, newId, at }: Office,
  event: E,
  step: string,
  params: NotificationParams<E>,
): Promise<void> {
  await connection.query(insertForSchool, [newId(), schoolId, event, step, JSON.stringify(params), new Date(at)]);
}

const insertForUnfinished = `INSERT INTO "notification" ("id", "recipientKind", "recipientId", "graduateId", "event", "step", "params", "createdAt", "nextAttemptAt")
  SELECT gen_random_uuid(), 'GRADUATE', g."id", g."id", 'cutoff.approaching', $3, jsonb_build_object('audience', 'GRADUATE', 'name', g."name", 'cutoffAt', $4::text), $5, $5
  FROM "graduate" g WHERE g."schoolId" = $1 AND g."cohort" = $2 AND g."endedAt" IS NULL AND g."confirmationStatus" <> 'CONFIRMED' ON CONFLICT DO NOTHING`;

/** Tells everybody whose registration is not confirmed that the cutoff comes near (R55). */
export async function tellUnfinished(connection: Queryable, schoolId: string, cohort: number, cutoffAt: number, at: number): Promise<void> {
  await connection.query(insertForUnfinished, [schoolId, cohort, `cutoff:${cohort}`, formatDeadline(cutoffAt), new Date(at)]);
}

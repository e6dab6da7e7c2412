import type { SchoolCalendar } from '../../domain/calendar/windows.ts';
import type { Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { emptyDigest } from '../record/audit-rows.ts';

export interface CalendarChange {
  readonly schoolId: string;
  readonly cohort: number;
  readonly calendar: SchoolCalendar;
  readonly changed: readonly string[];
  readonly actor: { readonly id: string; readonly role: string };
}

const upsert = `INSERT INTO "school_calendar" ("schoolId", "cohort", "registrationOpensAt", "registrationClosesAt", "dossierClosesAt", "confirmationOpensAt", "confirmationClosesAt", "departureAt")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ("schoolId", "cohort") DO UPDATE SET
  "registrationOpensAt" = excluded."registrationOpensAt", "registrationClosesAt" = excluded."registrationClosesAt", "dossierClosesAt" = excluded."dossierClosesAt",
  "confirmationOpensAt" = excluded."confirmationOpensAt", "confirmationClosesAt" = excluded."confirmationClosesAt", "departureAt" = excluded."departureAt"`;
const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "schoolId", "fields", "digest") VALUES (app_now(), $1, $2, 'CALENDAR_CHANGED', $3, $4, '${emptyDigest}')`;
/** Their next deadlines hang on the windows: each open lifecycle looks again. */
const wake = `INSERT INTO "outbox" ("graduateId") SELECT "id" FROM "graduate" WHERE "schoolId" = $1 AND "cohort" = $2 AND "endedAt" IS NULL`;

/** Sets a school's own dates (R56), with an audit row that says in the clear which and what they are now. */
export async function setCalendar(pool: Pool, { schoolId, cohort, calendar, changed, actor }: CalendarChange): Promise<void> {
  const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));
  const { registrationOpensAt, registrationClosesAt, dossierClosesAt, confirmationOpensAt, confirmationClosesAt, departureAt } = calendar;
  await inTransaction(pool, async (connection) => {
    await connection.query(upsert, [
      schoolId,
      cohort,
      ...[registrationOpensAt, registrationClosesAt, dossierClosesAt, confirmationOpensAt, confirmationClosesAt, departureAt].map(instant),
    ]);
    await connection.query(audit, [actor.id, actor.role, schoolId, [String(cohort), ...changed]]);
    await connection.query(wake, [schoolId, cohort]);
  });
}

import { formatInstant, shanghaiDate } from '../../domain/calendar/shanghai.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import type { NotificationParams } from '../../domain/notifications/templates.ts';
import type { Pool } from '../database/pool.ts';
import type { NumberRow } from './find-number.ts';
import { gather } from '../database/gather.ts';

export interface Lookup {
  readonly numberKind: NumberKind;
  readonly row: NumberRow;
  readonly name: string;
  readonly way: 'NUMBER' | 'SCAN';
  readonly now: number;
  /** As coarse as a city; null when nobody said it. */
  readonly place: string | null;
}

/** Notes who looked; returns when something unimportant was approved since the number was issued, if anything was (X24). */
export type RecordLookup = (lookup: Lookup) => Promise<number | null>;

/**
 * The note, and what the graduate is told of it, in one transaction, before the verifier is answered. At once: the first of a
 * day for each number, so that nobody can flood a mailbox. Daily: it waits for the evening (activities/upkeep/tell-lookups).
 */
const record = `WITH looked AS (
    SELECT l.*, g."tellLookups" = 'AT_ONCE' AS "atOnce"
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::uuid[], $10::text[], $11::jsonb[], $12::timestamptz[])
      AS l("id", "graduateId", "grantId", "transferNumberId", "kind", "way", "at", "place", "noticeId", "step", "params", "issuedAt")
    LEFT JOIN "graduate" g ON g."id" = l."graduateId"),
  noted AS (
    INSERT INTO "verification_record" ("id", "graduateId", "grantId", "transferNumberId", "kind", "way", "at", "place", "toldAt")
    SELECT "id", "graduateId", "grantId", "transferNumberId", "kind", "way", "at", "place", CASE WHEN "atOnce" THEN "at" END FROM looked),
  told AS (
    INSERT INTO "notification" ("id", "recipientKind", "recipientId", "graduateId", "event", "step", "params", "createdAt", "nextAttemptAt")
    SELECT "noticeId", 'GRADUATE', "graduateId", "graduateId", 'verification.performed', "step", "params", "at", "at" FROM looked WHERE "atOnce" ORDER BY "step"
    ON CONFLICT ("recipientKind", "recipientId", "event", "step") DO NOTHING)
  SELECT l."id", greatest(
      (SELECT max(v."schoolDecidedAt") FROM "section_version" v WHERE v."graduateId" = l."graduateId" AND v."status" = 'APPROVED' AND v."schoolDecidedAt" > l."issuedAt"),
      (SELECT max(a."at") FROM "audit_event" a WHERE a."graduateId" = l."graduateId" AND a."action" = 'BASIC_INFORMATION_CORRECTED' AND a."at" > l."issuedAt")) AS "changedSince"
  FROM looked l`;

/** Lookups of an instant share one statement and one flush of the log. */
export function createLookupRecorder({ pool, newId }: { readonly pool: Pool; readonly newId: () => string }): RecordLookup {
  return gather(
    async (lookups) => {
      const ids = lookups.map(() => newId());
      const column = <T>(value: (lookup: Lookup) => T): T[] => lookups.map(value);
      const { rows } = await pool.query<{ id: string; changedSince: number | null }>({
        name: 'record-lookups',
        text: record,
        values: [
          ids,
          column(({ row }) => row.graduateId),
          column(({ numberKind, row }) => (numberKind === 'VERIFICATION' ? row.id : null)),
          column(({ numberKind, row }) => (numberKind === 'TRANSFER' ? row.id : null)),
          column(({ row }) => row.kind),
          column(({ way }) => way),
          column(({ now }) => new Date(now)),
          column(({ place }) => place),
          column(() => newId()),
          column(({ row, now }) => `${row.id}:${shanghaiDate(now)}`),
          column((lookup) => JSON.stringify(paramsOf(lookup))),
          column(({ row }) => new Date(row.issuedAt)),
        ],
      });
      const changed = new Map(rows.map((row) => [row.id, row.changedSince]));
      return ids.map((id) => changed.get(id) ?? null);
    },
    { lanes: 2, most: 128 },
  );
}

const paramsOf = ({ row, name, now, place }: Lookup): NotificationParams<'verification.performed'> => ({
  name,
  kind: row.kind,
  at: formatInstant(now),
  place,
});

import { formatInstant, shanghaiDate } from '../../domain/calendar/shanghai.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import type { NotificationParams } from '../../domain/notifications/templates.ts';
import type { Pool } from '../database/pool.ts';
import type { NumberRow } from './find-number.ts';

interface Lookup { readonly numberKind: NumberKind; readonly row: NumberRow; readonly name: string; readonly way: 'NUMBER' | 'SCAN'; readonly now: number }

const insertBoth = `WITH lookup AS (
    INSERT INTO "verification_record" ("id", "graduateId", "grantId", "transferNumberId", "kind", "way", "at") VALUES ($1, $2, $3, $4, $5, $6, $7))
  INSERT INTO "notification" ("id", "recipientKind", "recipientId", "graduateId", "event", "step", "params", "createdAt", "nextAttemptAt")
  VALUES ($8, 'GRADUATE', $2, $2, 'verification.performed', $9, $10, $7, $7)
  ON CONFLICT ("recipientKind", "recipientId", "event", "step") DO NOTHING`;

/** Notes who looked and tells the graduate, at most once a day for each number. */
export async function recordLookup({ pool, newId }: { pool: Pool; newId: () => string }, { numberKind, row, name, way, now }: Lookup): Promise<void> {
  const params: NotificationParams<'verification.performed'> = { name, kind: row.kind, at: formatInstant(now), place: null };
  const [grantId, transferNumberId] = numberKind === 'VERIFICATION' ? [row.id, null] : [null, row.id];
  const step = `${row.id}:${shanghaiDate(now)}`;
  await pool.query({
    name: 'record-lookup', text: insertBoth,
    values: [newId(), row.graduateId, grantId, transferNumberId, row.kind, way, new Date(now), newId(), step, JSON.stringify(params)],
  });
}

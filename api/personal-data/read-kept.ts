import { historyWords } from '../../domain/audit/history-words.ts';
import { NotificationEvent } from '../../domain/notifications/events.ts';
import { renderNotification } from '../../domain/notifications/render-notification.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { jsonList } from '../../infra/record/json-sql.ts';

interface KeptRow {
  submissions: unknown[];
  evidence: unknown[];
  verifications: unknown[];
  dispatches: unknown[];
  consents: unknown[];
  account: unknown[];
  messages: { event: string; at: string; readAt: string | null; params: unknown }[];
  history: { at: string; action: string; byRole: string; fields: string[] }[];
}

// Without who of the staff did it: that is theirs. Words to the graduate are the graduate's.
const lists: Readonly<Record<keyof KeptRow, string>> = {
  account: 'SELECT "displayName", "email", "language", "createdAt" FROM "account" WHERE "id" = $2',
  consents: 'SELECT "noticeVersion", "acceptedAt" FROM "consent" WHERE "accountId" = $2 ORDER BY "acceptedAt"',
  submissions: `SELECT "section", "intent", "source", "status", "content", "evidenceIds", "submittedAt", "statusSince", "reason", "returnReason", "returnText", "returnFields"
    FROM "section_version" WHERE "graduateId" = $1 ORDER BY "id"`,
  evidence: 'SELECT "id", "section", "mediaType", "sizeBytes", "uploadedAt" FROM "evidence" WHERE "graduateId" = $1 ORDER BY "uploadedAt"',
  verifications: 'SELECT "at", "kind", "way", "place" FROM "verification_record" WHERE "graduateId" = $1 ORDER BY "at"',
  dispatches: `SELECT "status", "year", "serial", "target" ->> 'unitName' AS "unitName", "carrier", "trackingNumber", "preparedAt", "sentAt", "reportedAt", "arrivedOn", "keptUntil", "closedAt"
    FROM "dispatch" WHERE "graduateId" = $1 ORDER BY "id"`,
  messages: `SELECT "event", "createdAt" AS "at", "readAt", "params" FROM "notification" WHERE "recipientKind" = 'GRADUATE' AND "recipientId" = $1 ORDER BY "createdAt"`,
  history: 'SELECT "at", "action", "actorRole" AS "byRole", "fields" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq"',
};
const everything = `SELECT ${Object.entries(lists)
  .map(([name, select]) => `${jsonList(select)} AS "${name}"`)
  .join(', ')}`;

/** What stands beside the record itself, as it is stored, in words where it was told in words. */
export async function readKept(database: Queryable, graduateId: string, accountId: string) {
  const {
    rows: [row],
  } = await database.query<KeptRow>(everything, [graduateId, accountId]);
  if (!row) throw new Error('a SELECT of lists has one row');
  return {
    ...row,
    messages: row.messages.map(({ params, event, ...message }) => ({
      ...message,
      event,
      ...renderNotification(NotificationEvent.parse(event), params, 'zh'),
    })),
    history: row.history.map((entry) => ({ ...entry, words: historyWords(entry.action, entry.fields) })),
  };
}

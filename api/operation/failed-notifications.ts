import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { auditAccess } from '../../infra/identity/audit-access.ts';
import { json, nothing } from '../http/answer.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';

const Failed = z
  .object({
    id: z.uuid(),
    event: z.string(),
    recipientKind: z.string(),
    createdAt: InstantText,
    attempts: z.int(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'FailedNotification' });

interface Row {
  id: string;
  event: string;
  recipientKind: string;
  createdAt: number;
  attempts: number;
  failure: string | null;
}

const failed = `SELECT "id", "event", "recipientKind", "createdAt", "attempts", "failure" FROM "notification"
  WHERE "mailStatus" = 'FAILED' AND ($1::timestamptz IS NULL OR ("createdAt", "id") < ($1, $2)) ORDER BY "createdAt" DESC, "id" DESC LIMIT $3`;

/** Mails that were given up, without recipient and words. */
export const listFailedNotifications = route({
  method: 'get',
  path: '/api/operator/notifications',
  right: { resource: 'operation', action: 'read' },
  part: 'operation',
  summary: 'Mails that were given up',
  query: z.strictObject(pageQuery),
  reply: pageOf(Failed),
  handle: async ({ deps, query }) => {
    const [createdAt = null, id = null] = readTimeCursor(query.cursor);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(failed, [createdAt, id, limit + 1]);
    return json(
      toPage(
        rows,
        limit,
        (row) => ({ ...row, createdAt: instantText(row.createdAt) }),
        (row) => [row.createdAt, row.id],
      ),
    );
  },
});

const sendAgain = `UPDATE "notification" n SET "mailStatus" = 'PENDING', "attempts" = 0, "nextAttemptAt" = app_now(), "failure" = NULL
  WHERE n."id" = $1 AND n."mailStatus" IN ('FAILED', 'NO_ADDRESS') RETURNING n."graduateId"`;
const findGraduate = 'SELECT "id", "schoolId", "auditKeySealed" FROM "graduate" WHERE "id" = $1';

/** Puts a mail back into delivery: at least once, so one that did arrive may arrive again. */
export const resendNotification = route({
  method: 'post',
  path: '/api/operator/notifications/:id/resend',
  right: { resource: 'operation', action: 'resend' },
  part: 'operation',
  status: 204,
  summary: 'Send a mail again',
  params: z.strictObject({ id: z.uuid() }),
  handle: async ({ deps: { pool, cipher }, params, session }) => {
    await inTransaction(pool, async (connection) => {
      const {
        rows: [notification],
      } = await connection.query<{ graduateId: string | null }>(sendAgain, [params.id]);
      if (!notification) throw new RefusalError('NOT_FOUND');
      const {
        rows: [graduate],
      } = await connection.query<{ id: string; schoolId: string; auditKeySealed: string | null }>(findGraduate, [notification.graduateId]);
      await auditAccess(connection, cipher, {
        action: 'NOTIFICATION_RESENT',
        actor: { id: session.accountId, role: 'OPERATOR' },
        graduate: graduate ?? null,
        fields: [],
        values: { notificationId: params.id },
      });
    });
    return nothing();
  },
});

import { heartbeat } from '@temporalio/activity';
import { NotificationEvent } from '../../domain/notifications/events.ts';
import type { Language } from '../../domain/text/language.ts';
import { renderNotification } from '../../domain/notifications/render-notification.ts';
import { MailError } from '../../infra/mail/mail-error.ts';
import type { ActivityDependencies } from '../dependencies.ts';

interface ClaimedNotification {
  id: string;
  event: string;
  params: unknown;
  address: string | null;
  language: Language;
  attempts: number;
}

const batch = 200;

/** A claim is a lease: if this worker dies after the server's yes, another sends again, with the same Message-ID (trap 18). */
const claim = `WITH due AS MATERIALIZED (
    SELECT "id" FROM "notification" WHERE "mailStatus" = 'PENDING' AND "nextAttemptAt" <= app_now()
    ORDER BY "nextAttemptAt", "id" LIMIT ${batch} FOR UPDATE SKIP LOCKED)
  UPDATE "notification" n SET "attempts" = n."attempts" + 1, "nextAttemptAt" = app_now() + INTERVAL '5 minutes'
  FROM due WHERE n."id" = due."id"
  RETURNING n."id", n."event", n."params", n."attempts", CASE n."recipientKind"
    WHEN 'GRADUATE' THEN (SELECT g."email" FROM "graduate" g WHERE g."id" = n."recipientId")
    WHEN 'SCHOOL' THEN (SELECT s."officeEmail" FROM "school" s WHERE s."id" = n."recipientId")
    WHEN 'PROVINCE' THEN (SELECT p."officeEmail" FROM "province" p WHERE p."code" = right(n."recipientId"::text, 6))
    ELSE (SELECT c."officeEmail" FROM "college" c WHERE c."id" = n."recipientId") END AS "address",
    coalesce((SELECT a."language" FROM "graduate" g JOIN "account" a ON a."id" = g."accountId" WHERE n."recipientKind" = 'GRADUATE' AND g."id" = n."recipientId"), 'zh') AS "language"`;

const settle = `UPDATE "notification" SET "mailStatus" = $2, "sentAt" = CASE WHEN $2 = 'SENT' THEN app_now() END, "failure" = $3 WHERE "id" = $1`;

/** 30 s, 1, 2, 4 … minutes, at most 6 hours: a mail server that is down delays and loses nothing. */
const postpone = `UPDATE "notification" SET "nextAttemptAt" = app_now() + least(30 * power(2, least("attempts", 12) - 1), 21600) * INTERVAL '1 second', "failure" = $2
  WHERE "id" = $1`;

/** Mails everything that is due; many graduates have no address, and the inbox of the application has it anyway. */
export async function deliverNotifications({ pool, mailer, logger, site }: ActivityDependencies): Promise<number> {
  let tried = 0;
  for (;;) {
    const { rows } = await pool.query<ClaimedNotification>({ name: 'claim-notifications', text: claim });
    for (const notification of rows) {
      const { id, address, language: lang } = notification;
      if (address === null) {
        await pool.query(settle, [id, 'NO_ADDRESS', null]);
        continue;
      }
      try {
        const message = renderNotification(NotificationEvent.parse(notification.event), notification.params, lang, site);
        await mailer.send({ to: address, messageId: id, lang, ...message });
        await pool.query(settle, [id, 'SENT', null]);
      } catch (error) {
        const permanent = !(error instanceof MailError) || error.kind === 'PERMANENT';
        const failure = error instanceof MailError ? error.code : 'RENDERING';
        await (permanent ? pool.query(settle, [id, 'FAILED', failure]) : pool.query(postpone, [id, failure]));
        logger.warn({ err: error, notificationId: id, permanent }, 'notification not mailed');
      }
      heartbeat();
    }
    tried += rows.length;
    if (rows.length < batch) return tried;
  }
}

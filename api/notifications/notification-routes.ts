import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { NotificationEvent } from '../../domain/notifications/events.ts';
import { provinceRecipient } from '../../domain/notifications/province-recipient.ts';
import { renderNotification } from '../../domain/notifications/render-notification.ts';
import { MessageSubject, subjectOf } from '../../domain/notifications/subject-of.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import type { Session } from '../../infra/identity/sessions.ts';
import { json, nothing } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { flag } from '../http/query-values.ts';
import { route } from '../http/route.ts';

const Text = z.object({ subject: z.string(), text: z.string() });
const Item = z
  .object({
    id: z.uuid(),
    event: z.string(),
    graduateId: z.uuid().nullable(),
    createdAt: InstantText,
    readAt: InstantText.nullable(),
    words: z.object({ zh: Text, en: Text }),
    about: MessageSubject.nullable().meta({ description: 'The page of the graduate that it speaks of; null for desks' }),
  })
  .meta({ id: 'Notification' });

interface Row {
  id: string;
  event: string;
  graduateId: string | null;
  createdAt: number;
  readAt: number | null;
  params: unknown;
}

/** The inbox (R54): a graduate's own, or those of the desks one sits at. */
export const listNotifications = route({
  method: 'get',
  path: '/api/notifications',
  right: { resource: 'notification', action: 'list' },
  part: 'notifications',
  summary: 'Your inbox, newest first',
  query: z.strictObject({ ...pageQuery, unread: flag.optional() }),
  reply: pageOf(Item),
  handle: async ({ deps, query, session }) => {
    const filters = await inboxOf(deps.pool, session);
    filters.add('(n."readAt" IS NULL) = ?', query.unread);
    filters.add('(n."createdAt", n."id") < (?, ?)', ...readTimeCursor(query.cursor));
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT n."id", n."event", n."graduateId", n."createdAt", n."readAt", n."params" FROM "notification" n
      WHERE ${filters.condition} ORDER BY n."createdAt" DESC, n."id" DESC LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(toPage(rows, limit, itemOf, (row) => [row.createdAt, row.id]));
  },
});

/** Marks one as read; a desk shares its inbox. */
export const readNotification = route({
  method: 'post',
  path: '/api/notifications/:id/read',
  right: { resource: 'notification', action: 'read' },
  part: 'notifications',
  status: 204,
  summary: 'Mark a notification as read',
  params: z.strictObject({ id: z.uuid() }),
  handle: async ({ deps, params, session }) => {
    const filters = await inboxOf(deps.pool, session);
    filters.add('n."id" = ?', params.id);
    const { rowCount } = await deps.pool.query(
      `UPDATE "notification" n SET "readAt" = coalesce(n."readAt", app_now()) WHERE ${filters.condition}`,
      filters.values,
    );
    if (rowCount === 0) throw new RefusalError('NOT_FOUND');
    return nothing();
  },
});

/** Whose notifications somebody reads. */
async function inboxOf(pool: Queryable, { accountId, holdings, kind }: Session): Promise<Filters> {
  const filters = new Filters();
  if (kind === 'GRADUATE') {
    const { rows } = await pool.query<{ id: string }>('SELECT "id" FROM "graduate" WHERE "accountId" = $1', [accountId]);
    filters.add(
      `(n."recipientKind" = 'GRADUATE' AND n."recipientId" = ANY (?))`,
      rows.map(({ id }) => id),
    );
    return filters;
  }
  const desk = (prefix: 'COLLEGE' | 'SCHOOL', place: 'collegeId' | 'schoolId') =>
    holdings
      .filter(({ role }) => role.startsWith(prefix))
      .map((holding) => holding[place])
      .filter((id) => id !== null);
  const provinces = holdings.flatMap(({ role, provinceCode }) =>
    role === 'PROVINCE_ADMIN' && provinceCode !== null ? [provinceRecipient(provinceCode)] : [],
  );
  const inboxes = { COLLEGE: desk('COLLEGE', 'collegeId'), SCHOOL: desk('SCHOOL', 'schoolId'), PROVINCE: provinces };
  const kinds = Object.keys(inboxes) as (keyof typeof inboxes)[];
  filters.add(
    `(${kinds.map((kind) => `(n."recipientKind" = '${kind}' AND n."recipientId" = ANY (?))`).join(' OR ')})`,
    ...kinds.map((kind) => inboxes[kind]),
  );
  return filters;
}

function itemOf({ id, event, graduateId, createdAt, readAt, params }: Row): z.input<typeof Item> {
  const known = NotificationEvent.parse(event);
  const inLanguage = (language: 'zh' | 'en') => renderNotification(known, params, language);
  return {
    id,
    event,
    about: subjectOf(known, params),
    graduateId,
    createdAt: instantText(createdAt),
    readAt: readAt === null ? null : instantText(readAt),
    words: { zh: inLanguage('zh'), en: inLanguage('en') },
  };
}

import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import type { Session } from '../../infra/identity/sessions.ts';
import { concerns, isPublished } from '../../infra/notices/concerned.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { flag } from '../http/query-values.ts';
import { route } from '../http/route.ts';
import {
  NoticeItem,
  noticeItem,
  NoticeView,
  noticeFields,
  noticeTables,
  noticeView,
  pinnedFirst,
  type NoticeItemRow,
  type NoticeRow,
} from './notice-view.ts';
import { NoticePosition } from './public-routes.ts';

const Item = NoticeItem.extend({
  readAt: InstantText.nullable().meta({ description: 'null too when its words have changed since it was opened' }),
}).meta({ id: 'OwnNoticeItem' });

const readMark = `LEFT JOIN "notice_read" m ON m."noticeId" = n."id" AND m."accountId" = $1 AND m."version" >= n."wordsVersion"`;

/** The notices that concern whoever asks (R1): pinned ones first, then newest first. */
export const listNotices = route({
  method: 'get',
  path: '/api/notices',
  right: { resource: 'notices', action: 'list' },
  part: 'notices',
  summary: 'Notices that concern you',
  query: z.strictObject({ ...pageQuery, unread: flag.optional() }),
  reply: pageOf(Item).extend({ unread: z.int().meta({ description: 'Of all, not of this page' }) }),
  handle: async ({ deps, query, session: { accountId, kind } }) => {
    const shown = `${isPublished} AND ${concerns(kind)}`;
    const filters = new Filters();
    // First, because the read mark asks for the account as $1 too.
    filters.addScope(() => ({ condition: shown, values: [accountId] }));
    filters.add('(m."readAt" IS NULL) = ?', query.unread);
    const [pinned, publishFrom, id] = readCursor(NoticePosition, query.cursor) ?? [];
    if (publishFrom !== undefined) filters.add('(n."pinned", n."publishFrom", n."id") < (?, ?, ?)', pinned, new Date(publishFrom), id);
    const limit = limitOf(query);
    const [
      { rows },
      {
        rows: [counted],
      },
    ] = await Promise.all([
      deps.pool.query<NoticeItemRow & { readAt: number | null }>(
        `SELECT ${noticeFields}, m."readAt" FROM ${noticeTables} ${readMark} WHERE ${filters.condition} ORDER BY ${pinnedFirst} LIMIT ${limit + 1}`,
        filters.values,
      ),
      deps.pool.query<{ unread: number }>(`SELECT count(*) AS "unread" FROM "notice" n ${readMark} WHERE ${shown} AND m."readAt" IS NULL`, [
        accountId,
      ]),
    ]);
    const page = toPage(
      rows,
      limit,
      (row) => ({ ...noticeItem(row), readAt: row.readAt === null ? null : instantText(row.readAt) }),
      (row) => [row.pinned, row.publishFrom, row.id],
    );
    return json({ ...page, unread: counted?.unread ?? 0 });
  },
});

const params = z.strictObject({ noticeId: z.uuid() });
const right = { resource: 'notices', action: 'open' } as const;

/** A notice that concerns the account. Throws NOT_FOUND. */
async function getConcerning(database: Queryable, { accountId, kind }: Session, noticeId: string): Promise<NoticeRow> {
  const {
    rows: [row],
  } = await database.query<NoticeRow>(
    `SELECT ${noticeFields} FROM ${noticeTables} WHERE ${isPublished} AND ${concerns(kind)} AND n."id" = $2`,
    [accountId, noticeId],
  );
  if (!row) throw new RefusalError('NOT_FOUND');
  return row;
}

export const readNotice = route({
  method: 'get',
  path: '/api/notices/:noticeId',
  right,
  part: 'notices',
  summary: 'A notice',
  description: 'Leaves the read mark as it is.',
  params,
  reply: NoticeView,
  handle: async ({ deps, params: { noticeId }, session }) => json(noticeView(await getConcerning(deps.pool, session, noticeId))),
});

// Of the version that was read: its words may change before this is written.
const mark = `INSERT INTO "notice_read" ("noticeId", "accountId", "version", "readAt") VALUES ($1, $2, $3, app_now())
  ON CONFLICT ("accountId", "noticeId") DO UPDATE SET "version" = excluded."version", "readAt" = excluded."readAt"
  WHERE "notice_read"."version" < (SELECT n."wordsVersion" FROM "notice" n WHERE n."id" = $1) AND "notice_read"."version" < excluded."version"`;

/** Opens a notice: it is marked as read from now on, until its words change. */
export const openNotice = route({
  method: 'post',
  path: '/api/notices/:noticeId/read',
  right,
  part: 'notices',
  summary: 'Open a notice and mark it as read',
  params,
  body: z.strictObject({}),
  reply: NoticeView,
  handle: async ({ deps, params: { noticeId }, session }) => {
    const row = await getConcerning(deps.pool, session, noticeId);
    await deps.pool.query(mark, [noticeId, session.accountId, row.version]);
    return json(noticeView(row));
  },
});

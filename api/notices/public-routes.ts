import { z } from 'zod';
import { Instant } from '../../domain/calendar/instant.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { isPublished } from '../../infra/notices/concerned.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { openRoute } from '../http/route.ts';
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

const right = { resource: 'notices', action: 'readPublic' } as const;
export const NoticePosition = z.tuple([z.boolean(), Instant, z.uuid()]);
const forEveryone = `n."audience" = 'EVERYONE' AND ${isPublished}`;

/** 通知公告 of the entry page (R1), without sign-in: pinned ones first, then newest first. */
export const listPublicNotices = openRoute({
  method: 'get',
  path: '/api/public-notices',
  right,
  part: 'notices',
  summary: 'Notices for everybody',
  query: z.strictObject({
    ...pageQuery,
    school: z
      .string()
      .regex(/^\d{5}$/, { error: 'VALUE_WRONG' })
      .optional()
      .meta({ description: 'School code: with those of its province and of the ministry' }),
  }),
  reply: pageOf(NoticeItem),
  handle: async ({ deps, query }) => {
    const filters = new Filters();
    filters.add(
      `(s."code" = ? OR n."schoolId" IS NULL AND (n."provinceCode" IS NULL OR n."provinceCode" = (SELECT o."provinceCode" FROM "school" o WHERE o."code" = ?)))`,
      query.school,
      query.school,
    );
    const [pinned, publishFrom, id] = readCursor(NoticePosition, query.cursor) ?? [];
    if (publishFrom !== undefined) filters.add('(n."pinned", n."publishFrom", n."id") < (?, ?, ?)', pinned, new Date(publishFrom), id);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<NoticeItemRow>(
      `SELECT ${noticeFields} FROM ${noticeTables} WHERE ${forEveryone} AND ${filters.condition} ORDER BY ${pinnedFirst} LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(toPage(rows, limit, noticeItem, (row) => [row.pinned, row.publishFrom, row.id]));
  },
});

export const readPublicNotice = openRoute({
  method: 'get',
  path: '/api/public-notices/:noticeId',
  right,
  part: 'notices',
  summary: 'A notice for everybody',
  params: z.strictObject({ noticeId: z.uuid() }),
  reply: NoticeView,
  handle: async ({ deps, params }) => {
    const {
      rows: [row],
    } = await deps.pool.query<NoticeRow>(`SELECT ${noticeFields} FROM ${noticeTables} WHERE n."id" = $1 AND ${forEveryone}`, [
      params.noticeId,
    ]);
    if (!row) throw new RefusalError('NOT_FOUND');
    return json(noticeView(row));
  },
});

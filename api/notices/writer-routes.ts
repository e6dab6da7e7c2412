import { z } from 'zod';
import { contentDigest } from '../../domain/content-digest.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { NoticeDraft } from '../../domain/notices/notice.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { nameSchools } from '../../infra/notices/find-schools.ts';
import {
  changeNotice,
  noticeColumns,
  noticeOf,
  withdrawNotice,
  writeNotice,
  type StoredNotice,
  type StoredNoticeRow,
} from '../../infra/notices/notice-store.ts';
import { readClock } from '../../infra/record/clock.ts';
import { json, type Answer } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { seenVersionOf } from '../http/seen-version.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';
import { WrittenNotice, writtenNotice } from './notice-view.ts';
import { checkedDraft, getWritten, publisherOf, publishersOf } from './publisher.ts';

const common = { right: { resource: 'notices', action: 'write' }, part: 'notices' } as const;
const params = z.strictObject({ noticeId: z.uuid() });
const countReaders = `SELECT count(m."accountId") AS "readers" FROM "notice" n LEFT JOIN "notice_read" m ON m."noticeId" = n."id" AND m."version" >= n."wordsVersion" WHERE n."id" = $1`;

async function written(
  database: Queryable,
  notice: StoredNotice,
  extras: { status?: 201; location?: string } = {},
): Promise<Answer<z.input<typeof WrittenNotice>>> {
  const [
    now,
    {
      rows: [counted],
    },
    schools,
  ] = await Promise.all([
    readClock(database),
    database.query<{ readers: number }>(countReaders, [notice.id]),
    nameSchools(database, notice.draft.schoolIds),
  ]);
  return json(writtenNotice(notice, { readers: counted?.readers ?? 0, now, schools }), { version: notice.version, ...extras });
}

/** R1: a school, a province or the ministry publishes a notice. The same key again is the same notice. */
export const publishNotice = route({
  ...common,
  method: 'post',
  path: '/api/written-notices',
  status: 201,
  summary: 'Write a notice',
  body: NoticeDraft,
  reply: WrittenNotice,
  handle: async ({ deps, body, session, entitlements, receivedAt, request }) => {
    const { role, ...publisher } = publisherOf(entitlements);
    const requestDigest = contentDigest({ ...publisher, body });
    const draft = await checkedDraft(deps.pool, publisher, body, receivedAt);
    const notice = await writeNotice(
      deps.pool,
      { id: deps.newId(), ...publisher, draft, idempotencyKey: idempotencyKeyOf(request), requestDigest },
      { id: session.accountId, role },
    );
    if (notice.requestDigest !== requestDigest) throw new RefusalError('IDEMPOTENCY_KEY_REUSED');
    return written(deps.pool, notice, { status: 201, location: `/api/written-notices/${notice.id}` });
  },
});

/** What one's school, province or ministry has written, newest first, whatever has become of it. */
export const listWrittenNotices = route({
  method: 'get',
  path: '/api/written-notices',
  right: { resource: 'writtenNotices', action: 'list' },
  part: 'notices',
  summary: 'Notices of your school or province',
  query: z.strictObject(pageQuery),
  reply: pageOf(WrittenNotice),
  handle: async ({ deps, query, entitlements }) => {
    const filters = new Filters();
    const own = publishersOf(entitlements).map(({ schoolId, provinceCode }) => `${schoolId ?? ''}:${provinceCode ?? ''}`);
    filters.add(`coalesce(n."schoolId"::text, '') || ':' || coalesce(n."provinceCode", '') = ANY (?)`, own);
    filters.add('(n."writtenAt", n."id") < (?, ?)', ...readTimeCursor(query.cursor));
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<StoredNoticeRow & { readers: number }>(
      `
      SELECT ${noticeColumns}, (SELECT count(*) FROM "notice_read" m WHERE m."noticeId" = n."id" AND m."version" >= n."wordsVersion") AS "readers"
      FROM "notice" n WHERE ${filters.condition} ORDER BY n."writtenAt" DESC, n."id" DESC LIMIT ${limit + 1}`,
      filters.values,
    );
    const [now, schools] = await Promise.all([
      readClock(deps.pool),
      nameSchools(
        deps.pool,
        rows.flatMap(({ schoolIds }) => schoolIds),
      ),
    ]);
    return json(
      toPage(
        rows,
        limit,
        ({ readers, ...row }) => writtenNotice(noticeOf(row), { readers, now, schools }),
        (row) => [row.writtenAt, row.id],
      ),
    );
  },
});

export const readWrittenNotice = route({
  ...common,
  method: 'get',
  path: '/api/written-notices/:noticeId',
  summary: 'A notice as it was written',
  params,
  reply: WrittenNotice,
  handle: async ({ deps, params: { noticeId }, entitlements }) =>
    written(deps.pool, (await getWritten(deps.pool, entitlements, noticeId)).notice),
});

/** Other words make it unread again. */
export const changeWrittenNotice = route({
  ...common,
  method: 'post',
  path: '/api/written-notices/:noticeId',
  summary: 'Change a notice',
  description: 'Wants If-Match with the version that was read.',
  params,
  body: NoticeDraft,
  reply: WrittenNotice,
  handle: async ({ deps, params: { noticeId }, body, session, entitlements, request }) => {
    const { notice, role } = await getWritten(deps.pool, entitlements, noticeId);
    const draft = await checkedDraft(deps.pool, notice, body, notice.draft.publishFrom);
    return written(deps.pool, await changeNotice(deps.pool, noticeId, seenVersionOf(request), draft, { id: session.accountId, role }));
  },
});

/** It is shown to nobody from now on, and stays on record. */
export const withdrawWrittenNotice = route({
  ...common,
  method: 'post',
  path: '/api/written-notices/:noticeId/withdrawal',
  summary: 'Withdraw a notice',
  params,
  body: z.strictObject({}),
  reply: WrittenNotice,
  handle: async ({ deps, params: { noticeId }, session, entitlements }) => {
    const { role } = await getWritten(deps.pool, entitlements, noticeId);
    return written(deps.pool, await withdrawNotice(deps.pool, noticeId, { id: session.accountId, role }));
  },
});

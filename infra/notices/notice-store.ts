import { changedNoticeFields, type NoticeAudience, type NoticeDraft, type Publisher } from '../../domain/notices/notice.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Connection, Pool, Queryable } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { emptyDigest } from '../record/audit-rows.ts';

export interface StoredNoticeRow extends Publisher {
  id: string;
  audience: NoticeAudience;
  schoolIds: string[];
  collegeIds: string[];
  cohorts: number[];
  stages: Stage[];
  titleZh: string;
  textZh: string;
  titleEn: string | null;
  textEn: string | null;
  pinned: boolean;
  publishFrom: number;
  publishUntil: number | null;
  withdrawnAt: number | null;
  writtenAt: number;
  version: number;
  requestDigest: string;
}

/** A notice as it stands. */
export interface StoredNotice extends Publisher {
  readonly id: string;
  readonly draft: NoticeDraft & { readonly publishFrom: number };
  readonly withdrawnAt: number | null;
  readonly writtenAt: number;
  readonly version: number;
  /** Of the request that made it, to know a repeat by. */
  readonly requestDigest: string;
}

export interface NoticeWriter {
  readonly id: string;
  readonly role: string;
}

export const noticeColumns = [
  'id',
  'schoolId',
  'provinceCode',
  'audience',
  'schoolIds',
  'collegeIds',
  'cohorts',
  'stages',
  'titleZh',
  'textZh',
  'titleEn',
  'textEn',
  'pinned',
  'publishFrom',
  'publishUntil',
  'withdrawnAt',
  'writtenAt',
  'version',
  'requestDigest',
]
  .map((name) => `n."${name}"`)
  .join(', ');

const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "schoolId", "fields", "digest") VALUES (app_now(), $1, $2, $3, $4, $5, '${emptyDigest}')`;

/** Ids and names of fields only: the words stand in the notice, for all to read. */
async function note(
  connection: Queryable,
  action: 'NOTICE_WRITTEN' | 'NOTICE_CHANGED' | 'NOTICE_WITHDRAWN',
  writer: NoticeWriter,
  schoolId: string | null,
  fields: readonly string[],
): Promise<void> {
  await connection.query(audit, [writer.id, writer.role, action, schoolId, fields]);
}

export interface NewNotice extends Publisher {
  readonly id: string;
  readonly draft: NoticeDraft & { readonly publishFrom: number };
  readonly idempotencyKey: string;
  readonly requestDigest: string;
}

const insertNotice = `INSERT INTO "notice" ("id", "schoolId", "provinceCode", "audience", "schoolIds", "collegeIds", "cohorts", "stages", "titleZh", "textZh", "titleEn", "textEn", "pinned",
    "publishFrom", "publishUntil", "writtenBy", "writtenAt", "idempotencyKey", "requestDigest")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, app_now(), $17, $18) ON CONFLICT ("writtenBy", "idempotencyKey") DO NOTHING`;

/** Publishes a notice, with its audit row; the same key of the same person is the notice that is there. */
export function writeNotice(
  pool: Pool,
  { id, schoolId, provinceCode, draft, idempotencyKey, requestDigest }: NewNotice,
  writer: NoticeWriter,
): Promise<StoredNotice> {
  return inTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query(insertNotice, [
      id,
      schoolId,
      provinceCode,
      ...draftValues(draft),
      writer.id,
      idempotencyKey,
      requestDigest,
    ]);
    if (rowCount === 1) await note(connection, 'NOTICE_WRITTEN', writer, schoolId, [id, draft.audience]);
    const {
      rows: [row],
    } = await connection.query<StoredNoticeRow>(
      `SELECT ${noticeColumns} FROM "notice" n WHERE n."writtenBy" = $1 AND n."idempotencyKey" = $2`,
      [writer.id, idempotencyKey],
    );
    if (!row) throw new Error('a notice that was stored is gone');
    return noticeOf(row);
  });
}

const changeNoticeRow = `UPDATE "notice" SET "audience" = $2, "schoolIds" = $3, "collegeIds" = $4, "cohorts" = $5, "stages" = $6, "titleZh" = $7, "textZh" = $8, "titleEn" = $9, "textEn" = $10,
    "pinned" = $11, "publishFrom" = $12, "publishUntil" = $13, "version" = "version" + 1, "wordsVersion" = CASE WHEN $14 THEN "version" + 1 ELSE "wordsVersion" END WHERE "id" = $1`;

/** Changes a notice that was read as `version`; other words make it unread again. Throws RECORD_CHANGED, or NOTICE_WITHDRAWN. */
export function changeNotice(
  pool: Pool,
  id: string,
  version: number,
  draft: NoticeDraft & { readonly publishFrom: number },
  writer: NoticeWriter,
): Promise<StoredNotice> {
  return inTransaction(pool, async (connection) => {
    const before = await lockNotice(connection, id);
    if (before.version !== version) throw new RefusalError('RECORD_CHANGED');
    if (before.withdrawnAt !== null) throw new RefusalError('NOTICE_WITHDRAWN');
    const changed = changedNoticeFields(before.draft, draft);
    if (changed.length === 0) return before;
    await connection.query(changeNoticeRow, [id, ...draftValues(draft), changed.includes('zh') || changed.includes('en')]);
    await note(connection, 'NOTICE_CHANGED', writer, before.schoolId, [id, ...changed]);
    return lockNotice(connection, id);
  });
}

/** Takes a notice back; a second time changes nothing. */
export function withdrawNotice(pool: Pool, id: string, writer: NoticeWriter): Promise<StoredNotice> {
  return inTransaction(pool, async (connection) => {
    const before = await lockNotice(connection, id);
    if (before.withdrawnAt !== null) return before;
    await connection.query('UPDATE "notice" SET "withdrawnAt" = app_now(), "version" = "version" + 1 WHERE "id" = $1', [id]);
    await note(connection, 'NOTICE_WITHDRAWN', writer, before.schoolId, [id]);
    return lockNotice(connection, id);
  });
}

export async function findNotice(database: Queryable, id: string): Promise<StoredNotice | undefined> {
  const {
    rows: [row],
  } = await database.query<StoredNoticeRow>(`SELECT ${noticeColumns} FROM "notice" n WHERE n."id" = $1`, [id]);
  return row && noticeOf(row);
}

async function lockNotice(connection: Connection, id: string): Promise<StoredNotice> {
  const {
    rows: [row],
  } = await connection.query<StoredNoticeRow>(`SELECT ${noticeColumns} FROM "notice" n WHERE n."id" = $1 FOR UPDATE`, [id]);
  if (!row) throw new RefusalError('NOT_FOUND');
  return noticeOf(row);
}

function draftValues({
  audience,
  schoolIds,
  collegeIds,
  cohorts,
  stages,
  zh,
  en,
  pinned,
  publishFrom,
  publishUntil,
}: NoticeDraft & { readonly publishFrom: number }): unknown[] {
  return [
    audience,
    schoolIds,
    collegeIds,
    cohorts,
    stages,
    zh.title,
    zh.text,
    en?.title ?? null,
    en?.text ?? null,
    pinned,
    new Date(publishFrom),
    publishUntil === null ? null : new Date(publishUntil),
  ];
}

export function noticeOf({
  id,
  schoolId,
  provinceCode,
  titleZh,
  textZh,
  titleEn,
  textEn,
  withdrawnAt,
  writtenAt,
  version,
  requestDigest,
  ...row
}: StoredNoticeRow): StoredNotice {
  const { audience, schoolIds, collegeIds, cohorts, stages, pinned, publishFrom, publishUntil } = row;
  const en = titleEn === null || textEn === null ? null : { title: titleEn, text: textEn };
  return {
    id,
    schoolId,
    provinceCode,
    withdrawnAt,
    writtenAt,
    version,
    requestDigest,
    draft: {
      audience,
      schoolIds,
      collegeIds,
      cohorts,
      stages,
      zh: { title: titleZh, text: textZh },
      en,
      pinned,
      publishFrom,
      publishUntil,
    },
  };
}

import { z } from 'zod';
import { NoticeAudience, NoticeState, noticeState } from '../../domain/notices/notice.ts';
import { Stage } from '../../domain/lifecycle/stage.ts';
import type { NamedSchool } from '../../infra/notices/find-schools.ts';
import type { StoredNotice } from '../../infra/notices/notice-store.ts';
import { InstantText, instantText } from '../http/moments.ts';

const Words = z.object({ title: z.string(), text: z.string().meta({ description: 'Plain text; an empty line begins a paragraph' }) });
const Titles = z.object({ zh: z.string(), en: z.string().nullable() });

/** A line of a list of notices. */
export const NoticeItem = z
  .object({
    id: z.uuid(),
    title: Titles,
    publisher: z.string().nullable().meta({ description: 'Name of the school or province; null for the ministry' }),
    pinned: z.boolean(),
    publishedAt: InstantText,
  })
  .meta({ id: 'NoticeItem' });

/** A notice as its readers see it. */
export const NoticeView = NoticeItem.omit({ title: true }).extend({ zh: Words, en: Words.nullable() }).meta({ id: 'PublishedNotice' });

/** A school that a notice may be for. */
export const NoticeSchool = z.object({ id: z.uuid(), code: z.string(), name: z.string() }).meta({ id: 'NoticeSchool' });

/** A notice as its writers see it. */
export const WrittenNotice = z
  .object({
    id: z.uuid(),
    version: z.int().meta({ description: 'To be sent back as If-Match with a change' }),
    state: NoticeState,
    audience: NoticeAudience,
    schoolIds: z.array(z.uuid()),
    schools: z.array(NoticeSchool).meta({ description: 'Those of `schoolIds`, as they are called' }),
    collegeIds: z.array(z.uuid()),
    cohorts: z.array(z.int()),
    stages: z.array(Stage),
    zh: Words,
    en: Words.nullable(),
    pinned: z.boolean(),
    publishFrom: InstantText,
    publishUntil: InstantText.nullable(),
    withdrawnAt: InstantText.nullable(),
    writtenAt: InstantText,
    readers: z.int().meta({ description: 'How many have opened it as it is worded now' }),
  })
  .meta({ id: 'WrittenNotice' });

export interface NoticeItemRow {
  id: string;
  titleZh: string;
  titleEn: string | null;
  publisher: string | null;
  pinned: boolean;
  publishFrom: number;
}

export const noticeItem = ({ id, titleZh, titleEn, publisher, pinned, publishFrom }: NoticeItemRow): z.infer<typeof NoticeItem> => ({
  id,
  title: { zh: titleZh, en: titleEn },
  publisher,
  pinned,
  publishedAt: instantText(publishFrom),
});

export interface NoticeRow extends NoticeItemRow {
  textZh: string;
  textEn: string | null;
  version: number;
}

export const noticeView = ({
  id,
  titleZh,
  textZh,
  titleEn,
  textEn,
  publisher,
  pinned,
  publishFrom,
}: NoticeRow): z.infer<typeof NoticeView> => ({
  id,
  publisher,
  pinned,
  publishedAt: instantText(publishFrom),
  zh: { title: titleZh, text: textZh },
  en: titleEn === null || textEn === null ? null : { title: titleEn, text: textEn },
});

export interface BesideNotice {
  readonly readers: number;
  readonly now: number;
  readonly schools: readonly NamedSchool[];
}

export function writtenNotice(
  { id, version, draft, withdrawnAt, writtenAt }: StoredNotice,
  { readers, now, schools }: BesideNotice,
): z.infer<typeof WrittenNotice> {
  const { publishFrom, publishUntil, ...rest } = draft;
  const moment = (at: number | null): string | null => (at === null ? null : instantText(at));
  return {
    id,
    version,
    state: noticeState({ publishFrom, publishUntil, withdrawnAt }, now),
    ...rest,
    schools: schools.filter((school) => rest.schoolIds.includes(school.id)),
    publishFrom: instantText(publishFrom),
    publishUntil: moment(publishUntil),
    withdrawnAt: moment(withdrawnAt),
    writtenAt: instantText(writtenAt),
    readers,
  };
}

/** What views need of a notice `n`, and where it stands with its publisher. */
export const noticeFields =
  'n."id", n."titleZh", n."textZh", n."titleEn", n."textEn", n."pinned", n."publishFrom", n."version", coalesce(s."name", p."name") AS "publisher"';
export const noticeTables =
  '"notice" n LEFT JOIN "school" s ON s."id" = n."schoolId" LEFT JOIN "province" p ON p."code" = n."provinceCode"';
export const pinnedFirst = 'n."pinned" DESC, n."publishFrom" DESC, n."id" DESC';

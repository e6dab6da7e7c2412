import { z } from 'zod';
import { Stage } from '../lifecycle/stage.ts';
import { plainText } from '../text/plain-text.ts';

/** Whom a notice is for (R1); EVERYONE needs no sign-in. */
export const NoticeAudience = z.enum(['EVERYONE', 'SIGNED_IN', 'GRADUATES', 'STAFF']);
export type NoticeAudience = z.infer<typeof NoticeAudience>;

const words = z.strictObject({
  title: plainText(1, 100),
  text: plainText(1, 5_000, { multiline: true }).meta({ description: 'Plain text; an empty line begins a paragraph' }),
});
const ids = z.array(z.uuid()).max(200).default([]);
const instant = z.iso
  .datetime({ offset: true, error: 'INSTANT_IMPOSSIBLE' })
  .transform((text) => Date.parse(text))
  .pipe(z.int());

/** A notice as it is written. Each list names whom it concerns; an empty one leaves nobody out. */
export const NoticeDraft = z.strictObject({
  audience: NoticeAudience,
  schoolIds: ids.meta({ description: 'For a notice of a province or of the ministry' }),
  collegeIds: ids.meta({ description: 'For a notice of a school' }),
  cohorts: z.array(z.int().min(2000).max(2999)).max(20).default([]).meta({ description: '届; looks at graduates only' }),
  stages: z.array(Stage).max(Stage.options.length).default([]).meta({ description: 'Where a graduate stands; looks at graduates only' }),
  zh: words,
  en: words.nullable().default(null),
  pinned: z.boolean().default(false),
  publishFrom: instant.nullable().default(null).meta({ description: 'Now unless given' }),
  publishUntil: instant.nullable().default(null).meta({ description: 'The first instant at which it is not shown any more' }),
});
export type NoticeDraft = z.infer<typeof NoticeDraft>;

/** Who publishes: a school, a province, or (neither) the ministry. */
export interface Publisher {
  readonly schoolId: string | null;
  readonly provinceCode: string | null;
}

export interface NoticeFault {
  readonly field: string;
  readonly code: 'VALUE_WRONG' | 'DATES_OUT_OF_ORDER';
}

/** What a publisher may not write so, by field; whether the places are its own is asked of the record. */
export function noticeFaults(
  { audience, schoolIds, collegeIds, cohorts, stages, publishUntil }: NoticeDraft,
  { schoolId }: Publisher,
  publishFrom: number,
): NoticeFault[] {
  const targets = { schoolIds, collegeIds, cohorts, stages };
  const given = (Object.keys(targets) as (keyof typeof targets)[]).filter((name) => targets[name].length > 0);
  const unfit = given.filter(
    (name) =>
      audience === 'EVERYONE' ||
      (name === 'schoolIds' && schoolId !== null) ||
      (name === 'collegeIds' && schoolId === null) ||
      (audience === 'STAFF' && (name === 'cohorts' || name === 'stages')),
  );
  const faults: NoticeFault[] = unfit.map((field) => ({ field, code: 'VALUE_WRONG' }));
  return publishUntil !== null && publishUntil <= publishFrom ? [...faults, { field: 'publishUntil', code: 'DATES_OUT_OF_ORDER' }] : faults;
}

/** Where a notice stands at an instant: computed at use, nothing books it. */
export const NoticeState = z.enum(['SCHEDULED', 'PUBLISHED', 'EXPIRED', 'WITHDRAWN']);
export type NoticeState = z.infer<typeof NoticeState>;

interface Dates {
  readonly publishFrom: number;
  readonly publishUntil: number | null;
  readonly withdrawnAt: number | null;
}

export function noticeState({ publishFrom, publishUntil, withdrawnAt }: Dates, now: number): NoticeState {
  if (withdrawnAt !== null) return 'WITHDRAWN';
  if (now < publishFrom) return 'SCHEDULED';
  return publishUntil !== null && now >= publishUntil ? 'EXPIRED' : 'PUBLISHED';
}

/** Fields of a notice that differ between what stands and what is to stand. */
export function changedNoticeFields(before: NoticeDraft, after: NoticeDraft): (keyof NoticeDraft)[] {
  return (Object.keys(after) as (keyof NoticeDraft)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

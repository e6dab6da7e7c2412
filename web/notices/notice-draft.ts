import type { components } from '../../generated/openapi.ts';
import type { NoticeAudience } from '../../domain/notices/notice.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import { formatInstant } from '../../domain/calendar/shanghai.ts';

export type WrittenNotice = components['schemas']['WrittenNotice'];

/** A notice as it is being typed; moments as the browser's own picker has them, in Shanghai. */
export interface TypedNotice {
  readonly audience: NoticeAudience;
  readonly titleZh: string;
  readonly textZh: string;
  readonly titleEn: string;
  readonly textEn: string;
  readonly cohorts: string;
  readonly schools: readonly WrittenNotice['schools'][number][];
  readonly collegeIds: readonly string[];
  readonly stages: readonly Stage[];
  readonly pinned: boolean;
  readonly from: string;
  readonly until: string;
}

export const emptyNotice: TypedNotice = {
  audience: 'SIGNED_IN',
  titleZh: '',
  textZh: '',
  titleEn: '',
  textEn: '',
  cohorts: '',
  schools: [],
  collegeIds: [],
  stages: [],
  pinned: false,
  from: '',
  until: '',
};

const typedMoment = (at: string | null): string => (at === null ? '' : formatInstant(Date.parse(at)).slice(0, 16).replace(' ', 'T'));
const momentOf = (typed: string): string | null => (typed === '' ? null : `${typed}:00+08:00`);

export const typedNotice = ({
  audience,
  zh,
  en,
  cohorts,
  schools,
  collegeIds,
  stages,
  pinned,
  publishFrom,
  publishUntil,
}: WrittenNotice): TypedNotice => ({
  audience,
  titleZh: zh.title,
  textZh: zh.text,
  titleEn: en?.title ?? '',
  textEn: en?.text ?? '',
  cohorts: cohorts.join(', '),
  schools,
  collegeIds,
  stages,
  pinned,
  from: typedMoment(publishFrom),
  until: typedMoment(publishUntil),
});

export type NoticeBody = ReturnType<typeof noticeBody>;

/** What is sent. What the audience leaves no room for is not sent: nobody sees its field. */
export function noticeBody({
  audience,
  titleZh,
  textZh,
  titleEn,
  textEn,
  cohorts,
  schools,
  collegeIds,
  stages,
  pinned,
  from,
  until,
}: TypedNotice) {
  const graduatesToo = audience === 'GRADUATES' || audience === 'SIGNED_IN';
  return {
    audience,
    pinned,
    publishFrom: momentOf(from),
    publishUntil: momentOf(until),
    zh: { title: titleZh, text: textZh },
    en: titleEn === '' && textEn === '' ? null : { title: titleEn, text: textEn },
    cohorts: graduatesToo
      ? cohorts
          .split(/[,，\s]+/)
          .filter(Boolean)
          .map(Number)
      : [],
    stages: graduatesToo ? [...stages] : [],
    collegeIds: audience === 'EVERYONE' ? [] : [...collegeIds],
    schoolIds: audience === 'EVERYONE' ? [] : schools.map(({ id }) => id),
  };
}

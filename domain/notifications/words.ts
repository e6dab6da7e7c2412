import type { SectionKind } from '../registration/section.ts';
import type { StatementKind } from '../grants/grant.ts';
import type { ReviewDesk } from '../decision/events.ts';
import type { Language } from '../text/language.ts';

type Words<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

/** What the sections are called in a message. */
export const SECTION_WORDS: Words<SectionKind> = {
  zh: { DESTINATION: '毕业去向', DOSSIER: '档案信息', HUKOU: '户口信息' },
  en: { DESTINATION: 'destination', DOSSIER: 'dossier', HUKOU: 'hukou' },
};

/** What the two kinds of verification are called in a message. */
export const KIND_WORDS: Words<StatementKind> = {
  zh: { DOSSIER: '档案信息', HUKOU: '户口信息' },
  en: { DOSSIER: 'dossier', HUKOU: 'hukou' },
};

/** The two desks of review (R14). */
export const DESK_WORDS: Words<ReviewDesk> = {
  zh: { COLLEGE: '院系', SCHOOL: '学校' },
  en: { COLLEGE: 'college', SCHOOL: 'school' },
};

/** A list as people write it. */
export const listed = (items: readonly string[], lang: Language): string => {
  if (lang === 'zh') return items.join('、');
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
};

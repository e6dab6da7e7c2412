import { z } from 'zod';
import { SectionKind } from '../../registration/section.ts';
import { fieldWords } from '../../registration/field-words.ts';
import type { Language } from '../../text/language.ts';
import { PersonName } from '../params.ts';
import { defineTemplate } from '../template.ts';
import { SECTION_WORDS } from '../words.ts';

/** 去向登记信息被修改 by somebody else than the graduate (R54, X19). */
export const registrationChanged = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({
    name: PersonName,
    section: SectionKind,
    by: z.enum(['SCHOOL', 'IMPORT', 'PROVINCIAL_INTERFACE']),
    fields: z.array(z.string().max(40)).default([]),
  }),
  zh: ({ name, section, by, fields }) => {
    const who = { SCHOOL: '学校', IMPORT: '学校的批量导入', PROVINCIAL_INTERFACE: '省级系统的同步' }[by];
    const what = SECTION_WORDS.zh[section];
    return {
      subject: `${what}登记已被修改`,
      name,
      paragraphs: [`您的${what}登记已由${who}修改。请登录核对修改前后的内容；如有疑问，请联系学校。`],
      points: pointsOf(fields, 'zh'),
    };
  },
  en: ({ name, section, by, fields }) => {
    const who = { SCHOOL: 'your school', IMPORT: 'an import of your school', PROVINCIAL_INTERFACE: 'the provincial system' }[by];
    const what = SECTION_WORDS.en[section];
    return {
      subject: `Your ${what} registration was changed`,
      name,
      paragraphs: [
        `Your ${what} registration was changed by ${who}. Please sign in and compare it with what it was; ask your school if anything is unclear.`,
      ],
      points: pointsOf(fields, 'en'),
    };
  },
});

/** Names of the fields and no values: what they are stands behind the sign-in. */
const pointsOf = (fields: readonly string[], lang: Language): string[] => fields.map((field) => fieldWords(field)[lang]);

const causeWords = {
  zh: { KEY_FIELD_CHANGED: '登记信息的重要字段已更新', CORRECTED: '有误的登记信息已更正' },
  en: {
    KEY_FIELD_CHANGED: 'A key field of your registration has changed.',
    CORRECTED: 'The record that you reported as wrong has been corrected.',
  },
} as const;

/** The confirmation went back to 未确认 (R21, X17, X18). */
export const confirmRequiredAgain = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, cause: z.enum(['KEY_FIELD_CHANGED', 'CORRECTED']) }),
  zh: ({ name, cause }) => ({
    subject: '请重新进行去向登记确认',
    name,
    paragraphs: [`${causeWords.zh[cause]}，去向登记确认状态已变回“未确认”。请登录核对并重新确认。`],
  }),
  en: ({ name, cause }) => ({
    subject: 'Please confirm your registration again',
    name,
    paragraphs: [`${causeWords.en[cause]} Your confirmation is open again; please sign in, check the record and confirm it.`],
  }),
});

/** 确认有误: the school has to look into it (R22). */
export const disputeOpened = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({ name: PersonName }),
  zh: ({ name }) => ({
    subject: '毕业生确认登记信息有误',
    name: null,
    paragraphs: [`毕业生${name}确认登记信息有误。请登录查看详情并处理。`],
  }),
  en: ({ name }) => ({
    subject: 'A graduate disputes the record',
    name: null,
    paragraphs: [`${name} reports that the registered information is wrong. Please sign in to see the details.`],
  }),
});

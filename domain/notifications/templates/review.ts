import { z } from 'zod';
import { SectionKind } from '../../registration/section.ts';
import { CountParam, DeskParam, PersonName } from '../params.ts';
import { defineTemplate } from '../template.ts';
import { DESK_WORDS, SECTION_WORDS } from '../words.ts';

/** 学校（院系）的审核结果 (R14, R54). The reason of a return may be personal, so it is read after signing in. */
export const reviewDecided = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, section: SectionKind, desk: DeskParam, decision: z.enum(['APPROVED', 'RETURNED', 'VOIDED']) }),
  zh: ({ name, section, desk, decision }) => {
    const what = SECTION_WORDS.zh[section];
    const who = DESK_WORDS.zh[desk];
    const next = desk === 'COLLEGE' ? '，现由学校审核。' : '，登记已经生效。';
    return {
      APPROVED: { subject: `${what}登记已通过${who}审核`, name, paragraphs: [`您提交的${what}登记已通过${who}审核${next}`] },
      RETURNED: {
        subject: `${what}登记已被退回`,
        name,
        paragraphs: [`${who}退回了您提交的${what}登记。请登录查看原因，修改后重新提交。`],
      },
      VOIDED: { subject: `${what}登记已作废`, name, paragraphs: [`您的${what}作废申请已通过${who}审核，原登记不再有效。请登录重新登记。`] },
    }[decision];
  },
  en: ({ name, section, desk, decision }) => {
    const what = SECTION_WORDS.en[section];
    const who = DESK_WORDS.en[desk];
    const next = desk === 'COLLEGE' ? 'The school reviews it next.' : 'It is now in force.';
    return {
      APPROVED: {
        subject: `Your ${what} registration was approved by the ${who}`,
        name,
        paragraphs: [`The ${who} approved your ${what} registration. ${next}`],
      },
      RETURNED: {
        subject: `Your ${what} registration was returned`,
        name,
        paragraphs: [`The ${who} returned your ${what} registration. Please sign in to read why, correct it and submit it again.`],
      },
      VOIDED: {
        subject: `Your ${what} registration was voided`,
        name,
        paragraphs: [
          `The ${who} approved your request to void the ${what} registration; it is no longer in force. Please sign in and register again.`,
        ],
      },
    }[decision];
  },
});

/** Submissions wait longer than the review days of the rule pack; the school is told. */
export const reviewOverdue = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({ desk: DeskParam, count: CountParam, oldestDays: CountParam }),
  zh: ({ desk, count, oldestDays }) => ({
    subject: '有登记超过审核时限',
    name: null,
    paragraphs: [`${DESK_WORDS.zh[desk]}待审核的登记中有 ${count} 条超过审核时限，最早的一条已等待 ${oldestDays} 天。请及时处理。`],
  }),
  en: ({ desk, count, oldestDays }) => ({
    subject: 'Reviews are overdue',
    name: null,
    paragraphs: [`Overdue at the ${DESK_WORDS.en[desk]} desk: ${count}. Longest wait in days: ${oldestDays}.`],
  }),
});

/** A second person has returned what staff entered (R16). */
export const entryReturned = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({ name: PersonName, section: SectionKind }),
  zh: ({ name, section }) => ({
    subject: '学校录入的登记被退回',
    name: null,
    paragraphs: [`为毕业生${name}录入的${SECTION_WORDS.zh[section]}登记被退回。请登录查看原因。`],
  }),
  en: ({ name, section }) => ({
    subject: 'An entry of your school was returned',
    name: null,
    paragraphs: [`The ${SECTION_WORDS.en[section]} registration that was entered for ${name} was returned. Please sign in to read why.`],
  }),
});

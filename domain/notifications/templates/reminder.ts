import { z } from 'zod';
import { assertNever } from '../../assert-never.ts';
import type { SectionKind } from '../../registration/section.ts';
import type { Language } from '../../text/language.ts';
import { PersonName } from '../params.ts';
import { Reminder } from '../reminder.ts';
import { defineTemplate } from '../template.ts';
import { KIND_WORDS, listed, SECTION_WORDS } from '../words.ts';

const pointZh = (reminder: Reminder): string => {
  switch (reminder.step) {
    case 'NOT_CHECKED':
      return '基本信息尚未核对，核对后才能进入系统办理。';
    case 'NOT_REGISTERED':
      return `${sectionList(reminder.sections, 'zh')}尚未登记。`;
    case 'RETURNED_NOT_RESUBMITTED':
      return `${sectionList(reminder.sections, 'zh')}登记被退回后尚未重新提交。`;
    case 'NOT_CONFIRMED':
      return '去向登记信息尚未确认，确认无误后才能进行核验授权。';
    case 'NOT_GRANTED':
      return '去向登记已确认，尚未进行核验授权；办理档案转递、落户时需要核验编号。';
    case 'GRANT_ENDS':
      return `${KIND_WORDS.zh[reminder.kind]}核验授权有效期至 ${reminder.endsAt}。`;
    case 'WINDOW_ENDS':
      return `本人登记时间截止到 ${reminder.endsAt}，此后的变更须联系学校办理。`;
    default:
      return assertNever(reminder);
  }
};

const pointEn = (reminder: Reminder): string => {
  switch (reminder.step) {
    case 'NOT_CHECKED':
      return 'Your basic information has not been checked yet; everything else opens after that.';
    case 'NOT_REGISTERED':
      return `Not registered yet: ${sectionList(reminder.sections, 'en')}.`;
    case 'RETURNED_NOT_RESUBMITTED':
      return `Returned and not submitted again: ${sectionList(reminder.sections, 'en')}.`;
    case 'NOT_CONFIRMED':
      return 'Your registration is not confirmed yet; a verification grant needs that.';
    case 'NOT_GRANTED':
      return 'Your registration is confirmed, but you have not granted a verification yet; the dossier and the hukou need its number.';
    case 'GRANT_ENDS':
      return `Your ${KIND_WORDS.en[reminder.kind]} grant ends at ${reminder.endsAt}.`;
    case 'WINDOW_ENDS':
      return `You can register yourself until ${reminder.endsAt}; later changes go through your school.`;
    default:
      return assertNever(reminder);
  }
};

const sectionList = (sections: readonly SectionKind[], lang: Language): string =>
  listed(
    sections.map((section) => SECTION_WORDS[lang][section]),
    lang,
  );

// Two returned sections are two reminders of the record, but one sentence to the reader.
const pointsOf = (steps: readonly Reminder[], write: (reminder: Reminder) => string): readonly string[] => [...new Set(steps.map(write))];

/** Everything a graduate is reminded of on one day, in one message that says nothing twice. */
export const reminderDaily = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, steps: z.array(Reminder).min(1) }),
  zh: ({ name, steps }) => ({
    subject: '去向登记提醒',
    name,
    paragraphs: ['您的去向登记还有以下事项，请登录办理：'],
    points: pointsOf(steps, pointZh),
  }),
  en: ({ name, steps }) => ({
    subject: 'Reminder about your registration',
    name,
    paragraphs: ['Please sign in and attend to the following:'],
    points: pointsOf(steps, pointEn),
  }),
});

/** Counsellor or desk ask somebody to see to it (X31), at most once a day. */
export const reminderStaff = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, steps: z.array(Reminder).min(1) }),
  zh: ({ name, steps }) => ({
    subject: '学校提醒您办理去向登记',
    name,
    paragraphs: ['辅导员或就业部门老师提醒您，您的去向登记还有以下事项，请尽快登录办理：'],
    points: pointsOf(steps, pointZh),
  }),
  en: ({ name, steps }) => ({
    subject: 'Your school reminds you of your registration',
    name,
    paragraphs: ['Your counsellor or careers office asks you to sign in and attend to the following:'],
    points: pointsOf(steps, pointEn),
  }),
});

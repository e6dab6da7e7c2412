import { z } from 'zod';
import { CountParam, PersonName } from '../params.ts';
import { defineTemplate } from '../template.ts';

/** The graduate says that basic information is wrong; the gate stays closed until the school has acted (R6). */
export const ticketOpened = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({ name: PersonName, fieldCount: CountParam }),
  zh: ({ name, fieldCount }) => ({
    subject: '毕业生反馈基本信息有误',
    name: null,
    paragraphs: [`毕业生${name}反馈有 ${fieldCount} 项基本信息有误。请登录核对并答复。`],
  }),
  en: ({ name, fieldCount }) => ({
    subject: 'A graduate reports wrong basic information',
    name: null,
    paragraphs: [`${name} reports wrong basic information (fields: ${fieldCount}). Please sign in, check it and answer.`],
  }),
});

/** The school has answered it, with or without a correction (R6, R19). */
export const ticketAnswered = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, status: z.enum(['RESOLVED', 'REFUSED']) }),
  zh: ({ name, status }) => ({
    subject: '基本信息反馈已有答复',
    name,
    paragraphs: [
      status === 'RESOLVED' ? '学校已处理您关于基本信息的反馈。请登录核对。' : '学校未采纳您关于基本信息的反馈。请登录查看答复。',
    ],
  }),
  en: ({ name, status }) => ({
    subject: 'Your school has answered your report',
    name,
    paragraphs: [
      status === 'RESOLVED'
        ? 'Your school has dealt with what you reported about your basic information. Please sign in and check it.'
        : 'Your school has not accepted what you reported about your basic information. Please sign in and read its answer.',
    ],
  }),
});

/** The school has corrected it; the graduate checks again (R6). */
export const basicInformationCorrected = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName }),
  zh: ({ name }) => ({ subject: '基本信息已更正', name, paragraphs: ['学校已更正您的基本信息。请登录核对。'] }),
  en: ({ name }) => ({
    subject: 'Your basic information was corrected',
    name,
    paragraphs: ['Your school has corrected your basic information. Please sign in and check it.'],
  }),
});

import { z } from 'zod';
import { Carrier } from '../../dispatch/carrier.ts';
import { carriers } from '../../dispatch/carriers.ts';
import { CountParam, PersonName, ShownTime } from '../params.ts';
import { defineTemplate } from '../template.ts';

/** The file has left the school: when and how; the tracking number stands in the application. */
export const dispatchSent = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, on: ShownTime, carrier: Carrier }),
  zh: ({ name, on, carrier }) => ({
    subject: '档案已寄出',
    name,
    paragraphs: [`您的毕业生档案已于 ${on} 由学校寄出（${carriers.get(carrier).zh}）。登录后可查看转递进度。`],
  }),
  en: ({ name, on, carrier }) => ({
    subject: 'Your file has left the school',
    name,
    paragraphs: [`Your graduate file left the school on ${on} by ${carriers.get(carrier).en}. Sign in to see where it is.`],
  }),
});

/** The school has confirmed the receipt (R63). */
export const dispatchReceived = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, on: ShownTime }),
  zh: ({ name, on }) => ({ subject: '档案已被接收', name, paragraphs: [`您的毕业生档案已于 ${on} 由接收单位收到。`] }),
  en: ({ name, on }) => ({ subject: 'Your file has been received', name, paragraphs: [`Your graduate file was received on ${on}.`] }),
});

/** One message a day for all files whose receipt is missing, or which are looked for: the list says which. */
export const dispatchOverdue = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({ step: z.enum(['REMIND', 'LOST_CASE']), days: CountParam }),
  zh: ({ step, days }) => ({
    subject: step === 'REMIND' ? '档案回执未收到' : '档案可能丢失',
    name: null,
    paragraphs: [
      step === 'REMIND'
        ? `有档案寄出已满 ${days} 天，回执尚未收到或尚未确认。请在转递列表中查看并催办。`
        : `有档案寄出已满 ${days} 天仍无回执，已列为疑似丢失。请联系寄递单位和接收单位查找，并登记结果。`,
    ],
  }),
  en: ({ step, days }) => ({
    subject: step === 'REMIND' ? 'Receipts of files are missing' : 'Files may be lost',
    name: null,
    paragraphs: [
      step === 'REMIND'
        ? `Files were sent ${days} days ago and their receipts are missing or not confirmed. The list of dispatches shows which.`
        : `Files were sent ${days} days ago without a receipt and are now looked for as lost. Please ask the carrier and the receiving unit, and record the outcome.`,
    ],
  }),
});

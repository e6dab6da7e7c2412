import { codeList } from '../codes/code-list.ts';

/** How a file travels (F1): by these and never by the person. */
export const carriers = codeList([
  { code: 'CONFIDENTIAL_POST', zh: '机要通信', en: 'confidential post', needsTracking: false },
  { code: 'EMS', zh: '邮政特快专递', en: 'EMS', aliases: ['EMS'], needsTracking: true },
  { code: 'MESSENGER', zh: '学校派专人送取', en: 'a messenger of the school', needsTracking: false },
]);

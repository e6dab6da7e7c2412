import { defineWords } from '../text/words.ts';

export const useCorrectionWords = defineWords('correction', {
  correct: ['更正基本信息', 'Correct the basic information'],
  correctMarked: ['更正选中的 {{count}} 人', 'Correct the {{count}} marked'],
  correctMarkedOf: ['更正 {{count}} 人的基本信息', 'Correct the basic information of {{count}}'],
  help: [
    '手机号码和电子邮箱由毕业生本人在登录账号中修改（R7）。',
    'Telephone and mail are changed by the graduate in the sign-in account (R7).',
  ],
  helpMany: [
    '对选中的人改为同一个值；姓名、证件号码、考生号和学号只能逐人更正。',
    'All marked receive the same value; name, number of the document, candidate and student number are corrected one by one.',
  ],
  add: ['要更正的信息', 'What is to be corrected'],
  addOne: ['添加', 'Add'],
  dropOne: ['不更正', 'Leave it'],
  month: ['年月，如 202706', 'year and month, as 202706'],
  reason: ['更正原因', 'Why it is corrected'],
  preview: ['预览影响', 'Show what it means'],
  kept: ['上次未发出的内容已保留。', 'What you typed before has been kept.'],
  consequences: ['更正的影响', 'What it means'],
  counts: [
    '将更正 {{changes}} 人：{{returns}} 人的登记确认退回“未确认”，{{numbers}} 个编号失效。',
    '{{changes}} will be corrected: {{returns}} return to unconfirmed, {{numbers}} numbers die.',
  ],
  nobody: ['没有人会被更正。', 'Nobody will be corrected.'],
  harmless: ['将更正 {{changes}} 人，不影响登记确认和编号。', '{{changes}} will be corrected; no confirmation and no number is touched.'],
  notChanged: ['不会更正 {{count}} 人：', '{{count}} will not be corrected:'],
  affected: ['受影响的毕业生：', 'Who is affected:'],
  returns: ['退回“未确认”', 'returns to unconfirmed'],
  grants: ['核验编号失效 {{count}} 个', '{{count}} verification number(s) die'],
  transferNumbers: ['转递编号失效 {{count}} 个', '{{count}} transfer number(s) die'],
  told: ['毕业生会收到通知。', 'Graduates are told.'],
  confirm: ['确认更正', 'Correct it'],
  done: ['已更正基本信息', 'The basic information was corrected'],
  none: ['请先选择要更正的信息。', 'Choose what is to be corrected first.'],
});

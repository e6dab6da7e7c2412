import { defineWords } from '../text/words.ts';

export const useConfirmationWords = defineWords('confirmation', {
  title: ['登记确认', 'Confirmation'],
  DESTINATION: ['毕业去向', 'Destination'],
  DOSSIER: ['档案转递', 'Dossier'],
  HUKOU: ['户口迁移', 'Hukou'],
  missing: ['未登记', 'Not registered'],
  reported: ['以上毕业去向信息于 {{at}} 上报', 'The destination above was reported on {{at}}'],
  confirm: ['确认无误', 'Everything is right'],
  wrong: ['确认有误', 'Something is wrong'],
  wrongFields: ['哪些信息有误', 'What is wrong'],
  wrongText: ['具体情况', 'What is wrong with it'],
  report: ['提交', 'Report'],
  retract: ['撤回“确认有误”', 'Take back that something is wrong'],
  changed: ['登记信息刚刚有变动，请再次核对后确认。', 'The registration has just changed: please look at it again before you confirm.'],
  history: ['确认记录', 'History'],
  NOT_REPORTED: ['未上报', 'Not registered yet'],
  UNCONFIRMED: ['未确认', 'Not confirmed'],
  CONFIRMED: ['确认无误', 'Confirmed'],
  DISPUTED: ['确认有误', 'Reported as wrong'],
});

import { confirmationNames } from '../confirmation/status-names.ts';
import { defineWords } from '../text/words.ts';

export const useProgressWords = defineWords('progress', {
  title: ['班级进度', 'Progress of classes'],
  classes: ['各班进度', 'Where each class stands'],
  noClasses: ['还没有分管的班级，请与学校管理员联系。', 'No classes are yours yet: ask the administrator of your school.'],
  graduates: ['人数', 'Graduates'],
  noClass: ['未分班', 'Without a class'],
  CHECK: ['待核对信息', 'To check'],
  REGISTRATION: ['待登记去向', 'To register'],
  CONFIRMATION: ['待登记确认', 'To confirm'],
  GRANT: ['待核验授权', 'Without a grant'],
  CORRECTION: ['确认有误待更正', 'Disputed, to correct'],
  overdue: ['超期未处理', 'Overdue'],
  settled: ['已完成', 'All done'],
  show: ['{{place}}：{{lack}} {{count}} 人，查看名单', '{{place}}: {{count}} {{lack}}, show who'],
  who: ['名单', 'Who'],
  lacks: ['待办', 'What is to be done'],
  any: ['全部毕业生', 'Everybody'],
  nobody: ['没有符合条件的毕业生', 'Nobody'],
  chaseList: ['催办名单', 'Chase list'],
  chaseHelp: [
    '按所选的届、班级和待办导出，含联系方式；每次导出都会记录。',
    'By the cohort, class and lack chosen, with how to reach them; each export is recorded.',
  ],
  csv: ['导出 CSV', 'Export CSV'],
  xlsx: ['导出 XLSX', 'Export XLSX'],
  remind: ['提醒所选（{{count}} 人）', 'Remind the marked ({{count}})'],
  remindHelp: ['每人每天最多提醒一次；没有待办的会跳过。', 'Each at most once a day; who has nothing to do is skipped.'],
  confirmation: ['确认状态', 'Confirmation'],
  ...confirmationNames,
});

import { confirmationNames } from '../confirmation/status-names.ts';
import { defineWords } from '../text/words.ts';
import { stageNames } from './stage-names.ts';

export const useGraduateListWords = defineWords('graduate-list', {
  title: ['毕业生', 'Graduates'],
  none: ['没有符合条件的毕业生', 'No such graduates'],
  stage: ['阶段', 'Stage'],
  ...stageNames,
  confirmation: ['确认状态', 'Confirmation'],
  NOT_REPORTED: confirmationNames.NOT_REPORTED,
  UNCONFIRMED: confirmationNames.UNCONFIRMED,
  overdue: ['超期', 'Overdue'],
  onlyOverdue: ['仅超期', 'Only overdue'],
  saved: ['常用筛选', 'Saved filters'],
  saveAs: ['保存当前筛选，名称', 'Save these filters as'],
  save: ['保存', 'Save'],
  saveHelp: ['随您的账号保存；名称中请勿填写姓名或号码。', 'Kept with your account. Put nobody’s name or number into the name.'],
  remove: ['删除“{{name}}”', 'Remove “{{name}}”'],
  columns: ['显示的列', 'Columns'],
  school: ['学校', 'School'],
});

import { defineWords } from '../text/words.ts';
import { sectionNames } from './section-names.ts';

export const useExceptionWords = defineWords('exceptions', {
  title: ['截止后变更申请', 'Changes after the cutoff'],
  none: ['没有符合条件的申请', 'No such requests'],
  help: ['学校在毕业生记录页提出，省级主管部门答复。', 'Schools ask on the record of the graduate; the province answers.'],
  status: ['状态', 'State'],
  REQUESTED: ['待答复', 'Waiting'],
  GRANTED: ['已同意', 'Granted'],
  REFUSED: ['未同意', 'Refused'],
  school: ['学校', 'School'],
  scope: ['变更内容', 'What is to change'],
  ...sectionNames,
  BASIC_INFORMATION: ['基本信息', 'Basic information'],
  reason: ['学校说明', 'Reason of the school'],
  requestedAt: ['提出时间', 'Asked'],
  answer: ['答复', 'Answer'],
  answerTo: ['答复 {{name}}', 'Answer {{name}}'],
  until: ['开放至 {{until}}', 'Open until {{until}}'],
  endDate: ['同意，开放至（含当日）', 'Granted, until the end of'],
  grant: ['同意', 'Grant'],
  words: ['不同意的理由', 'Why it is refused'],
  refuse: ['不同意', 'Refuse'],
  answered: ['已答复 {{name}}', '{{name}} was answered'],
});

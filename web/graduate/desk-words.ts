import { sectionNames } from '../registration/section-names.ts';
import { defineWords } from '../text/words.ts';

export const useTicketWords = defineWords('tickets', {
  title: ['毕业生申请', 'Requests of graduates'],
  none: ['没有符合条件的申请', 'No such requests'],
  kind: ['申请类别', 'Kind'],
  BASIC_INFORMATION: ['基本信息有误', 'Basic information is wrong'],
  ORIGIN: ['生源地更正', 'Place of origin'],
  OPENING: ['申请开放填报', 'To open a section'],
  status: ['状态', 'State'],
  OPEN: ['待处理', 'Open'],
  RESOLVED: ['已解决', 'Resolved'],
  REFUSED: ['未同意', 'Refused'],
  age: ['提出时间', 'Asked'],
  days: ['{{count}} 天以前', '{{count}} days ago or more'],
  about: ['涉及内容', 'About'],
  note: ['毕业生说明', 'In their words'],
  answer: ['答复', 'Answer'],
  answerTo: ['答复 {{name}}', 'Answer {{name}}'],
  proposed: ['希望更正为', 'Asks for'],
  evidence: ['证明材料 {{index}}', 'File {{index}}'],
  resolve: ['已解决', 'Resolved'],
  refuse: ['不同意', 'Refuse'],
  words: ['给毕业生的答复', 'Words to the graduate'],
  wordsHelp: [
    '答复后毕业生会重新核对；需要更正信息的，请先更正再答复。',
    'The graduate looks again afterwards. Correct first what has to be corrected.',
  ],
  toRecord: ['打开毕业生记录（更正信息、开放填报）', 'Open the record, to correct it or to open a section'],
  kept: ['上次未发出的内容已保留。', 'What you typed before has been kept.'],
  answered: ['已答复 {{name}}', '{{name}} was answered'],
  ...sectionNames,
});

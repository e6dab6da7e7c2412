import { defineWords } from '../text/words.ts';

export const useProvinceWords = defineWords('province', {
  title: ['省级工作台', 'Province'], exceptions: ['截止后变更申请', 'Requests for changes after the cutoff'], noExceptions: ['没有待答复的申请', 'No requests wait'], school: ['学校', 'School'], cohort: ['届', 'Cohort'], name: ['姓名', 'Name'], scope: ['范围', 'About'], reason: ['理由', 'Reason'], at: ['申请时间', 'Asked at'],
  DESTINATION: ['毕业去向', 'Destination'], DOSSIER: ['档案转递', 'Dossier'], HUKOU: ['户口迁移', 'Hukou'], BASIC_INFORMATION: ['基本信息', 'Basic information'],
  answer: ['答复', 'Answer'], answerOne: ['答复{{school}}{{name}}', 'Answer {{school}} {{name}}'], endDate: ['同意至（含当日）', 'Granted until the end of'], grant: ['同意', 'Grant'], why: ['不同意的理由', 'Why it is refused'], refuse: ['不同意', 'Refuse'],
  counts: ['各校进度', 'Schools'], noSchools: ['还没有毕业生', 'No graduates yet'], graduates: ['毕业生', 'Graduates'], overdue: ['逾期', 'Overdue'],
});

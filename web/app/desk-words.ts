import { stepNames } from '../calendar/step-names.ts';
import { defineWords } from '../text/words.ts';

export const useTodayWords = defineWords('today', {
  today: ['今日', 'Today'],
  waits: ['待办', 'What waits'],
  collegeReview: ['待院审', 'For the college to review'],
  schoolReview: ['待校审', 'For the school to review'],
  tickets: ['毕业生申请', 'Requests of graduates'],
  disputed: ['确认有误', 'Disputed'],
  overdue: ['超期未处理的毕业生', 'Overdue graduates'],
  late: ['{{count}} 条超期', '{{count}} late'],
  oldest: ['最早 {{at}}', 'Oldest {{at}}'],
  nothing: ['没有待办', 'Nothing waits'],
  calendar: ['{{cohort}} 届日程', 'Calendar of cohort {{cohort}}'],
  noSteps: ['没有待到的日程', 'Nothing is ahead'],
  ...stepNames,
});

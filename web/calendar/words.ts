import { stageNames } from '../graduate/stage-names.ts';
import { defineWords } from '../text/words.ts';
import { stepNames } from './step-names.ts';

export const useCalendarWords = defineWords('calendar', {
  title: ['工作日历', 'Calendar'], cohort: ['届', 'Cohort'], ahead: ['将要发生', 'What comes'], past: ['已经完成', 'What was done'], kind: ['事项', 'What'], at: ['时间', 'When'], aheadHelp: ['人数按目前的记录计算，到时以当时的记录为准。', 'Counted as the records stand; then they count as they stand then.'], counted: ['完成时的人数', 'Counted then'], doneAt: ['完成于', 'Done at'],
  noSteps: ['没有待到的日程', 'Nothing is ahead'], nothingDone: ['还没有完成的事项', 'Nothing done yet'], departure: ['毕业生离校', 'Departure'], cutoff: ['全国截止', 'National cutoff'], now: ['目前', 'At present'], people: ['{{count}} 人', '{{count}} people'],
  ...stageNames,
  graduates: ['毕业生', 'Graduates'], unfinished: ['未完成', 'Unfinished'], overdue: ['超期', 'Overdue'],
  ...stepNames,
  snapshots: ['离校名单快照', 'Snapshots of the departure'], snapshot: ['第 {{number}} 份：{{graduates}} 人，其中 {{unsettled}} 人未落实，{{at}}', 'No. {{number}}: {{graduates}} graduates, {{unsettled}} unsettled, {{at}}'], noSnapshots: ['还没有快照', 'None yet'],
  dates: ['学校自己的日期', 'Dates of the school'], datesHelp: ['北京时间；留空按国家规则，或不限。已经发生的不会撤销。', 'Asia/Shanghai; empty leaves it to the national rules, or to none. What has happened stays.'], save: ['保存日期', 'Save the dates'], saved: ['日期已保存', 'The dates are saved'],
  registrationOpensAt: stepNames.REGISTRATION_OPENS, registrationClosesAt: stepNames.REGISTRATION_CLOSES, dossierClosesAt: stepNames.DOSSIER_CLOSES, confirmationOpensAt: stepNames.CONFIRMATION_OPENS, confirmationClosesAt: stepNames.CONFIRMATION_CLOSES, departureAt: ['毕业生离校', 'Departure'],
});

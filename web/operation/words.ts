import { defineWords } from '../text/words.ts';

export const useOperationWords = defineWords('operation', {
  title: ['系统运行', 'Operation'], health: ['组件与积压', 'Components and backlogs'], database: ['数据库', 'Database'], temporal: ['Temporal', 'Temporal'], up: ['正常', 'Up'], down: ['中断', 'Down'],
  unfinishedCommands: ['未办结的命令', 'Unfinished commands'], undeliveredChanges: ['未送达的变更', 'Changes not delivered'], pendingMails: ['待发邮件', 'Mails waiting'], failedMails: ['发送失败的邮件', 'Mails given up'],
  OVERDUE: ['逾期未完成', 'Overdue'], COMMANDS: ['命令无人答复', 'Commands without an answer'], none: ['没有', 'None'], id: ['编号', 'Id'], school: ['学校代码', 'School'], cohort: ['届', 'Cohort'], stage: ['阶段', 'Stage'], nextDeadline: ['下一期限', 'Next deadline'],
  waiting: ['等待中的命令', 'Commands waiting'], oldest: ['最早提交于', 'Oldest from'], workflow: ['工作流', 'Workflow'], open: ['在 Temporal 中打开', 'Open in Temporal'], openOne: ['在 Temporal 中打开 {{id}}', 'Open {{id}} in Temporal'],
  mails: ['发送失败的通知', 'Failed notifications'], event: ['事件', 'Event'], kind: ['收件人类别', 'Kind of recipient'], at: ['时间', 'At'], attempts: ['已尝试次数', 'Attempts'], failure: ['原因', 'Failure'], resend: ['重新发送', 'Send again'], resendOne: ['重新发送 {{id}}', 'Send {{id}} again'],
  clock: ['开发环境时钟', 'Clock of the development stack'], now: ['当前时间', 'Now'], ahead: ['比实际时间快 {{hours}} 小时', '{{hours}} hours ahead of real time'], moveTo: ['调到（北京时间）', 'Move to (Beijing time)'], move: ['向前调整', 'Move forward'], moveHelp: ['只能向前，不能调回；登录会话仍按实际时间。', 'Forward only, never back; sessions stay on real time.'],
});

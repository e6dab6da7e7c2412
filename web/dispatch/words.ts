import { defineWords } from '../text/words.ts';

export const useFileWords = defineWords('dispatch', {
  title: ['我的档案在哪里', 'Where my file is'],
  none: ['学校尚未寄出您的档案。', 'Your school has not sent your file yet.'],
  to: ['接收单位', 'Goes to'],
  serial: ['转档字', 'Serial'],
  tracking: ['运单号', 'Tracking number'],
  keptUntil: ['在校保管至', 'Kept at the school until'],
  notice: ['告知书（PDF）', 'Notice (PDF)'],
  steps: ['经过', 'What happened'],
  PREPARED: ['学校已备好', 'Prepared by the school'],
  SENT: ['已寄出', 'Left the school'],
  REPORTED: ['接收方报告已收到', 'Reported as received'],
  RECEIVED: ['已收到', 'Received'],
  REFUSED: ['被拒收', 'Refused'],
  RETURNED: ['已退回学校', 'Returned to the school'],
  REDIRECTED: ['改寄其他单位', 'Redirected'],
  LOST: ['查找中', 'Being searched for'],
  CANCELLED: ['已取消', 'Cancelled'],
  KEPT_AT_SCHOOL: ['由学校保管', 'Kept at the school'],
  RELEASED: ['结束在校保管', 'No longer kept'],
});

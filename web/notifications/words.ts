import { defineWords } from '../text/words.ts';

export const useNotificationWords = defineWords('notifications', {
  title: ['消息和公告', 'Messages and notices'],
  messages: ['消息', 'Messages'],
  notices: ['通知公告', 'Notices'],
  none: ['没有消息', 'No messages'],
  noNotices: ['没有公告', 'No notices'],
  unread: ['未读', 'unread'],
  toBASIC_INFORMATION: ['查看基本信息', 'To my basic information'],
  toDESTINATION: ['查看毕业去向', 'To my destination'],
  toDOSSIER: ['查看档案信息', 'To my dossier'],
  toHUKOU: ['查看户口信息', 'To my hukou'],
  toCONFIRMATION: ['去登记确认', 'To the confirmation'],
  toVERIFICATION: ['查看核验授权', 'To my verification numbers'],
  toDISPATCH: ['查看我的档案在哪里', 'To where my file is'],
  toOVERVIEW: ['查看我的登记', 'To my registration'],
  older: ['更早的', 'Older ones'],
});

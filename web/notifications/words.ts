import { defineWords } from '../text/words.ts';

export const useNotificationWords = defineWords('notifications', {
  title: ['消息和公告', 'Messages and notices'],
  messages: ['消息', 'Messages'],
  notices: ['通知公告', 'Notices'],
  none: ['没有消息', 'No messages'],
  noNotices: ['没有公告', 'No notices'],
  unread: ['未读', 'unread'],
  older: ['更早的', 'Older ones'],
});

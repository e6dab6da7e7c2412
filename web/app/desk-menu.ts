import type { Right } from '../../domain/access/rights.ts';
import type { Bilingual } from '../../domain/text/language.ts';
import { mayDo, type Me } from '../access/me.ts';

interface MenuItem {
  readonly to: string;
  readonly words: Bilingual;
  /** Shown to who has it. */
  readonly right: Right;
}

/** The way to every page of staff, in the order of a season. */
const deskMenu: readonly { readonly heading: Bilingual; readonly items: readonly MenuItem[] }[] = [
  {
    heading: { zh: '工作', en: 'Work' },
    items: [
      { to: '/desk', words: { zh: '今日', en: 'Today' }, right: { resource: 'progress', action: 'read' } },
      { to: '/desk/reviews', words: { zh: '审核', en: 'Reviews' }, right: { resource: 'review', action: 'list' } },
      { to: '/desk/graduates', words: { zh: '毕业生', en: 'Graduates' }, right: { resource: 'graduate', action: 'list' } },
      { to: '/desk/progress', words: { zh: '班级进度', en: 'Progress' }, right: { resource: 'progress', action: 'read' } },
      { to: '/desk/tickets', words: { zh: '毕业生申请', en: 'Requests of graduates' }, right: { resource: 'ticket', action: 'list' } },
      { to: '/desk/confirmations', words: { zh: '登记确认', en: 'Confirmations' }, right: { resource: 'confirmation', action: 'list' } },
      {
        to: '/desk/exceptions',
        words: { zh: '截止后变更', en: 'Changes after the cutoff' },
        right: { resource: 'exception', action: 'list' },
      },
    ],
  },
  {
    heading: { zh: '学校', en: 'School' },
    items: [
      { to: '/desk/rosters', words: { zh: '生源名单', en: 'Rosters' }, right: { resource: 'roster', action: 'read' } },
      {
        to: '/desk/transfer-numbers',
        words: { zh: '转递编号', en: 'Transfer numbers' },
        right: { resource: 'transferNumber', action: 'list' },
      },
      { to: '/desk/dispatch', words: { zh: '档案寄送', en: 'Dispatch of files' }, right: { resource: 'dispatch', action: 'list' } },
      { to: '/desk/calendar', words: { zh: '工作日历', en: 'Calendar' }, right: { resource: 'calendar', action: 'read' } },
      { to: '/desk/statistics', words: { zh: '统计', en: 'Statistics' }, right: { resource: 'statistics', action: 'list' } },
      { to: '/desk/directory', words: { zh: '接收单位名录', en: 'Receiving units' }, right: { resource: 'directory', action: 'change' } },
      { to: '/desk/notices', words: { zh: '通知公告', en: 'Notices' }, right: { resource: 'writtenNotices', action: 'list' } },
      { to: '/desk/users', words: { zh: '人员与权限', en: 'People and rights' }, right: { resource: 'staff', action: 'list' } },
    ],
  },
  {
    heading: { zh: '运行', en: 'Operation' },
    items: [{ to: '/desk/operation', words: { zh: '运行状况', en: 'Operation' }, right: { resource: 'operation', action: 'read' } }],
  },
  {
    heading: { zh: '个人', en: 'Yourself' },
    items: [{ to: '/desk/second-factor', words: { zh: '我的账号', en: 'My account' }, right: { resource: 'password', action: 'change' } }],
  },
];

/** What of it somebody may open; a heading with nothing under it is left out. */
export const menuOf = (me: Me): typeof deskMenu =>
  deskMenu
    .map(({ heading, items }) => ({ heading, items: items.filter(({ right }) => mayDo(me, right)) }))
    .filter(({ items }) => items.length > 0);

import { defineWords } from '../text/words.ts';

export const useNoticeWords = defineWords('notices', {
  title: ['通知公告', 'Notices'], none: ['还没有公告', 'No notices yet'], write: ['撰写公告', 'Write a notice'], change: ['修改', 'Change'], changeOne: ['修改“{{title}}”', 'Change {{title}}'], withdraw: ['撤回', 'Withdraw'], withdrawOne: ['撤回“{{title}}”', 'Withdraw {{title}}'],
  withdrawSure: ['撤回后任何人都看不到这条公告，记录会保留。', 'Nobody sees it afterwards; it stays on record.'], withdrawNow: ['确认撤回', 'Withdraw it'],
  heading: ['标题', 'Title'], state: ['状态', 'State'], audience: ['对象', 'For whom'], readers: ['已读人数', 'Readers'], from: ['发布时间', 'Shown from'], until: ['截止时间', 'Shown until'], acts: ['操作', 'Actions'],
  SCHEDULED: ['待发布', 'Scheduled'], PUBLISHED: ['已发布', 'Published'], EXPIRED: ['已过期', 'Expired'], WITHDRAWN: ['已撤回', 'Withdrawn'],
  EVERYONE: ['所有人（无需登录）', 'Everybody, without sign-in'], SIGNED_IN: ['所有登录用户', 'Everybody who signs in'], GRADUATES: ['毕业生', 'Graduates'], STAFF: ['工作人员', 'Staff'],
  titleZh: ['中文标题', 'Title in Chinese'], textZh: ['中文正文', 'Text in Chinese'], titleEn: ['英文标题（可不填）', 'Title in English (optional)'], textEn: ['英文正文（可不填）', 'Text in English (optional)'], textHelp: ['纯文本，空行分段', 'Plain text; an empty line begins a paragraph'],
  cohorts: ['届（多个用逗号分隔，不填为全部）', 'Cohorts, with commas (all when empty)'], colleges: ['院系（不选为全部）', 'Colleges (all when none)'], stages: ['所处阶段（不选为全部）', 'Stages (all when none)'],
  pinned: ['置顶', 'Pinned'], fromHelp: ['北京时间，不填为立即发布', 'Beijing time; at once when empty'], untilHelp: ['北京时间，不填为长期有效', 'Beijing time; without end when empty'], preview: ['预览', 'Preview'], publish: ['发布', 'Publish'], save: ['保存', 'Save'],
  changeHelp: ['文字改动后，公告对所有人重新变为未读。', 'Other words make it unread again for everybody.'],
  schools: ['学校', 'Schools'], allSchools: ['未选学校：面向范围内的全部学校', 'None chosen: for all schools'], chosenSchools: ['面向 {{count}} 所学校', 'For {{count}} schools'], findSchool: ['按学校代码或名称查找', 'Find a school by code or name'], findSchoolHelp: ['最多显示 20 所', 'At most 20 are shown'],
  foundSchools: ['查找结果', 'Found'], noSchool: ['没有其他符合条件的学校', 'No other such schools'], addSchool: ['添加“{{name}}”', 'Add {{name}}'], dropSchool: ['移除“{{name}}”', 'Take out {{name}}'], drop: ['移除', 'Take out'],
});

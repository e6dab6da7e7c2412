// 2021 statistics rules (12, 27, 75, 76), a 2023 list of a normal university (10, 11, 46); where `inferred` of the destination
// has 'evidence', the words are ours and a rule pack should replace them.
import type { Bilingual } from '../text/language.ts';
import type { DestinationCode } from './destinations.ts';

/** What proves a destination; the pending ones need nothing. */
export const destinationEvidence: Readonly<Partial<Record<DestinationCode, Bilingual>>> = {
  '10': {
    zh: '任一：省级统一就业协议书(单位公章/人事章)；有人事权单位录用接收函；部队士官/文职协议；境外单位接收证明或签证',
    en: 'Any one of: provincial employment agreement with the seal of the unit; acceptance letter of a unit with personnel rights; agreement of a non-commissioned officer or civilian in the forces; acceptance or visa from abroad',
  },
  '11': {
    zh: '劳动合同',
    en: 'Labour contract',
  },
  '12': {
    zh: '用人单位出具的聘用证明 或 本人工资收入证明/流水；薪酬需达到当地最低工资标准',
    en: 'Certificate of employment by the unit, or proof of income; the pay must reach the local minimum wage',
  },
  '27': {
    zh: '聘用协议；薪酬需达到当地最低工资标准',
    en: 'Appointment agreement; the pay must reach the local minimum wage',
  },
  '271': {
    zh: '聘用协议；薪酬需达到当地最低工资标准',
    en: 'Appointment agreement; the pay must reach the local minimum wage',
  },
  '46': {
    zh: '预定兵通知书 或 入伍通知书',
    en: 'Notice of conscription or of enlistment',
  },
  '50': {
    zh: '项目录用文件/协议',
    en: 'Acceptance papers or agreement of the programme',
  },
  '502': {
    zh: '项目录用文件',
    en: 'Acceptance papers of the programme',
  },
  '503': {
    zh: '项目录用文件',
    en: 'Acceptance papers of the programme',
  },
  '51': {
    zh: '项目录用文件/协议',
    en: 'Acceptance papers or agreement of the programme',
  },
  '512': {
    zh: '录用文件',
    en: 'Acceptance papers',
  },
  '519': {
    zh: '录用文件',
    en: 'Acceptance papers',
  },
  '75': {
    zh: '电商类：网店网址+网店信息截图+收入流水(无最低工资门槛)；其他类：营业执照等',
    en: 'Online shops: address, screenshot and income statements (no minimum wage); others: business licence or the like',
  },
  '76': {
    zh: '毕业生本人签字确认的证明材料，校院两级就业部门负责同志审定；薪酬需达到当地最低工资标准',
    en: 'Material signed by the graduate and approved by the careers staff of school and college; the income must reach the local minimum wage',
  },
  '80': {
    zh: '录取通知书/拟录取证明/调档函',
    en: 'Admission letter, proof of intended admission or transfer letter',
  },
  '801': {
    zh: '录取通知书/拟录取证明',
    en: 'Admission letter or proof of intended admission',
  },
  '802': {
    zh: '录取通知书',
    en: 'Admission letter',
  },
  '85': {
    zh: '境外院校录取通知或接收证明',
    en: 'Admission or acceptance by the institution abroad',
  },
};

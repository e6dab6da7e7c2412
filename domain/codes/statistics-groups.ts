// 教学厅函〔2021〕19号 and, since 2024, 教就业厅函〔2024〕11号. A statistic names the version it was made by (F4).
import { codeList } from './code-list.ts';

/** The groups of the 2021 formula. Settled: all but the last two. */
export const statGroups2021 = codeList([
  { code: 'CONTRACT', zh: '协议和合同就业', en: 'Agreement or contract', settled: true },
  { code: 'STARTUP', zh: '创业', en: 'Own business', settled: true },
  { code: 'FLEXIBLE', zh: '灵活就业', en: 'Flexible employment', settled: true },
  { code: 'FURTHER_STUDY', zh: '升学', en: 'Further study', settled: true },
  { code: 'PENDING', zh: '待就业', en: 'Seeking employment', settled: false },
  { code: 'DEFERRED', zh: '暂不就业', en: 'Not seeking employment', settled: false },
]);

/** The groups of the 2024 formula, its 升学 in two. Settled: all but the last two. */
export const statGroups2024 = codeList([
  { code: 'EMPLOYER', zh: '单位就业', en: 'Employed by a unit', settled: true },
  { code: 'SELF_EMPLOYED', zh: '自主创业', en: 'Own business', settled: true },
  { code: 'FREELANCE', zh: '自由职业', en: 'Freelance', settled: true },
  { code: 'STUDY_DOMESTIC', zh: '升学(境内升学)', en: 'Further study in China', settled: true },
  { code: 'STUDY_ABROAD', zh: '升学(境外留学)', en: 'Further study abroad', settled: true },
  { code: 'PENDING', zh: '待就业', en: 'Seeking employment', settled: false },
  { code: 'DEFERRED', zh: '暂不就业', en: 'Not seeking employment', settled: false },
]);

export type StatGroup2021 = (typeof statGroups2021.codes)[number];
export type StatGroup2024 = (typeof statGroups2024.codes)[number];

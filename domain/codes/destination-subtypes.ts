// Second-level names seen in public material (school dashboards, sample screens, a quality report) without an official code: L codes are ours.
import { codeList } from './code-list.ts';

/** Finer kinds of a destination, such as 求职中 of 70. They count as their parent everywhere. */
export const destinationSubtypes = codeList([
  { code: '70-L1', zh: '求职中', en: 'Seeking a job', parent: '70', officialCode: null },
  { code: '70-L2', zh: '签约中', en: 'About to sign', parent: '70', officialCode: null },
  { code: '70-L3', zh: '拟参加公招考试', en: 'Preparing for public examinations', parent: '70', officialCode: null },
  { code: '70-L4', zh: '拟创业', en: 'Preparing an own business', parent: '70', officialCode: null },
  { code: '72-L1', zh: '暂不就业', en: 'Not employed for now', parent: '72', officialCode: null },
  { code: '72-L2', zh: '拟出国出境', en: 'Preparing to go abroad', parent: '72', officialCode: null },
  { code: '51-L1', zh: '特岗教师（地方）', en: 'Special-post teacher (local)', parent: '51', officialCode: null },
  { code: '51-L2', zh: '选调生', en: 'Selected graduates', parent: '51', officialCode: null },
  { code: '51-L3', zh: '其它（地方基层项目）', en: 'Other local programme', parent: '51', officialCode: null },
  { code: '50-L1', zh: '三支一扶', en: 'Three supports and one assistance', parent: '50', officialCode: null },
  { code: '50-L2', zh: '西部计划', en: 'Western region volunteers', parent: '50', officialCode: null },
  { code: '80-L1', zh: '研究生', en: 'Postgraduate', parent: '80', officialCode: null },
  { code: '80-L2', zh: '第二学士学位', en: 'Second bachelor degree', parent: '80', officialCode: null },
  { code: '80-L3', zh: '专科升普通本科', en: 'From junior college to bachelor', parent: '80', officialCode: null },
]);

/** The finer kinds a destination has; F2: someone unsettled must pick one. */
export function subtypesOf(destinationCode: string) {
  return destinationSubtypes.entries.filter((entry) => entry.parent === destinationCode);
}

import { narrow } from '../text/characters.ts';

/** A heading without what templates mark it with, stars and notes: `*姓名`, `入学时间(yyyyMM)`, `性 别（必填）`. */
export const headingKey = (heading: string): string =>
  narrow(heading)
    .replace(/[\s*]/g, '')
    .replace(/\(.*\)$/, '')
    .toLowerCase();

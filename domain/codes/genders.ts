// GB/T 2261.1-2003; 1 and 2 also in a provincial platform's dictionary.
import { codeList } from './code-list.ts';

/** 性别. An ID number only ever says 1 or 2. */
export const genders = codeList([
  { code: '0', zh: '未知的性别', en: 'Unknown' },
  { code: '1', zh: '男性', en: 'Male', aliases: ['男'] },
  { code: '2', zh: '女性', en: 'Female', aliases: ['女'] },
  { code: '9', zh: '未说明的性别', en: 'Not stated' },
]);

export type Gender = (typeof genders.codes)[number];
export const genderName = genders.name;

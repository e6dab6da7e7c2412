// A provincial platform's dictionary; export names from a 2024 export. No source has a code for 第二学士学位: L1 is ours.
import { codeList } from './code-list.ts';

/** 学历, with the name it has in exports. `officialCode` is null where we had to make one up. */
export const educationLevels = codeList([
  {
    code: '101',
    zh: '博士研究生',
    en: 'Doctoral student',
    aliases: ['博士生毕业', '博士'],
    officialCode: '101',
    exportName: '博士生毕业',
  },
  {
    code: '111',
    zh: '硕士研究生',
    en: 'Master student',
    aliases: ['硕士生毕业', '硕士'],
    officialCode: '111',
    exportName: '硕士生毕业',
  },
  {
    code: 'L1',
    zh: '第二学士学位',
    en: 'Second bachelor degree',
    aliases: ['二学位毕业', '二学位'],
    officialCode: null,
    exportName: '二学位毕业',
  },
  {
    code: '231',
    zh: '本科',
    en: 'Bachelor student',
    aliases: ['本科生毕业', '大学本科'],
    officialCode: '231',
    exportName: '本科生毕业',
  },
  {
    code: '341',
    zh: '专科',
    en: 'Junior college student',
    aliases: ['专科生毕业', '大学专科'],
    officialCode: '341',
    exportName: '专科生毕业',
  },
  {
    code: '361',
    zh: '高职（专科）',
    en: 'Higher vocational college student',
    aliases: ['高职'],
    officialCode: '361',
    exportName: null,
  },
]);

export type EducationLevel = (typeof educationLevels.codes)[number];
export const educationLevelName = educationLevels.name;

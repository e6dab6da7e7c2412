// A provincial platform's dictionary. The code is a bit mask: 1 就业困难, 2 家庭困难, 4 残疾.
import { codeList } from './code-list.ts';

/** 困难生类别. */
export const hardshipCategories = codeList([
  { code: '0', zh: '非困难生', en: 'No hardship' },
  { code: '1', zh: '就业困难', en: 'Hard to place' },
  { code: '2', zh: '家庭困难', en: 'Family hardship' },
  { code: '3', zh: '就业困难和家庭困难', en: 'Hard to place, family hardship' },
  { code: '4', zh: '残疾', en: 'Disability' },
  { code: '5', zh: '就业困难和残疾', en: 'Hard to place, disability' },
  { code: '6', zh: '家庭困难和残疾', en: 'Family hardship, disability' },
  { code: '7', zh: '就业困难、家庭困难和残疾', en: 'Hard to place, family hardship, disability' },
]);

const bits = { PLACEMENT: 1, FAMILY: 2, DISABILITY: 4 } as const;

/** Whether a category includes one of the three hardships. */
export function includesHardship(category: (typeof hardshipCategories.codes)[number], hardship: keyof typeof bits): boolean {
  return (Number(category) & bits[hardship]) !== 0;
}

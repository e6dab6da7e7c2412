// A provincial platform's dictionary. 定向 graduates are employed as their agreement says (教学厅〔2023〕5号).
import { codeList } from './code-list.ts';

/** 培养方式. `boundToUnit`: the roster names the unit the graduate is bound to. */
export const trainingModes = codeList([
  { code: '1', zh: '非定向', en: 'Non-targeted', boundToUnit: false },
  { code: '2', zh: '定向', en: 'Targeted', boundToUnit: true },
  { code: '3', zh: '在职', en: 'In service', boundToUnit: false },
  { code: '4', zh: '委培', en: 'Commissioned', boundToUnit: true },
  { code: '5', zh: '自筹', en: 'Self-funded', boundToUnit: false },
]);

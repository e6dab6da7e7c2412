// A provincial platform's dictionary and an enum in use agree on all but 99, which is in one of them.
import { codeList } from './code-list.ts';

/** 单位性质. */
export const employerNatures = codeList([
  { code: '10', zh: '机关', en: 'Government body', aliases: ['党政机关'] },
  { code: '20', zh: '科研设计单位', en: 'Research or design institute' },
  { code: '21', zh: '高等教育单位', en: 'Higher education institution', aliases: ['高等学校'] },
  { code: '22', zh: '中初教育单位', en: 'Primary or secondary education institution', aliases: ['其他教学单位'] },
  { code: '23', zh: '医疗卫生单位', en: 'Health care institution' },
  { code: '29', zh: '其他事业单位', en: 'Other public institution' },
  { code: '31', zh: '国有企业', en: 'State-owned enterprise' },
  { code: '32', zh: '三资企业', en: 'Foreign-invested enterprise', aliases: ['外商投资企业'] },
  { code: '39', zh: '其他企业', en: 'Other enterprise', aliases: ['民营企业', '民营企业等'] },
  { code: '40', zh: '部队', en: 'Armed forces' },
  { code: '55', zh: '农村建制村', en: 'Administrative village' },
  { code: '56', zh: '城镇社区', en: 'Urban community' },
  { code: '99', zh: '其他', en: 'Other' },
]);

export type EmployerNature = (typeof employerNatures.codes)[number];

// Labels of the provincial export, which joins all of them in one heading; the codes are ours.
import { codeList } from './code-list.ts';

/** How the field for the receiving entity is called, by destination. */
export const entityLabels = codeList([
  { code: 'EMPLOYER', zh: '就业单位名称', en: 'Employer' },
  { code: 'PROJECT_OR_UNIT', zh: '项目/单位名称', en: 'Project or unit' },
  { code: 'CONSCRIPTION_OFFICE', zh: '征兵办名称', en: 'Conscription office' },
  { code: 'PROJECT', zh: '项目名称', en: 'Programme' },
  { code: 'STARTUP', zh: '创业单位名称', en: 'Own business' },
  { code: 'FREELANCE_WORK', zh: '所从事的自由职业内容', en: 'Freelance work done' },
  { code: 'SCHOOL', zh: '升学院校名称', en: 'Institution of further study' },
  { code: 'FOREIGN_ENTITY', zh: '境外单位/院校名称', en: 'Foreign unit or institution' },
]);

export type EntityLabel = (typeof entityLabels.codes)[number];
export const entityLabelName = entityLabels.name;

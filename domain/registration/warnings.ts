import { findDestination } from '../codes/destinations.ts';
import { transferTypes } from '../codes/transfer-types.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { isInReview, type SectionContent, type SectionKind } from './section.ts';

/** Things to look at again; they never block (R52, F1, F2). */
export const warnings = {
  EMPLOYER_MAY_NOT_HOLD_FILES: {
    zh: '到非公单位就业的，档案转递至就业地或户籍地公共就业人才服务机构；请确认该单位有档案保管权限',
    en: 'A private employer has no right to hold dossiers: send it to the public employment and talent service, unless the unit has that right',
    clause: 'R52',
  },
  STUDY_TRANSFER_WITHOUT_STUDY: {
    zh: '转递类型为升学，但毕业去向不是升学',
    en: 'The transfer type is further study, but the destination is not',
    clause: 'R18',
  },
  TARGETED_ELSEWHERE: {
    zh: '定向、委培毕业生应按协议就业，请确认单位',
    en: 'A targeted graduate is bound to the unit of the agreement',
    clause: 'F1',
  },
  POSTCODE_MISSING: { zh: '缺少邮编，快递可能无法投递', en: 'Without a postcode the courier may not deliver', clause: 'F1' },
  PHONE_MISSING: { zh: '缺少联系人或电话，快递无法投递', en: 'Without a contact and phone the courier cannot deliver', clause: 'F1' },
  WAGE_FLOOR: { zh: '薪酬需达到当地最低工资标准，请核对证明材料', en: 'The pay must reach the local minimum wage; see the evidence', clause: 'F2' },
} as const;

export type Warning = keyof typeof warnings;

/** Public bodies and state enterprises hold dossiers; private and foreign employers mostly do not (R52). */
const naturesWithoutFiles = ['32', '39', '99'];
const targetedModes = ['2', '4'];

/** Where the graduate means to go: what is on its way or being corrected, else what is in force. */
function intendedDestination({ sections }: GraduateState): SectionContent | undefined {
  const { current, latest } = sections.DESTINATION;
  const open = latest?.intent === 'SET' && (isInReview(latest.status) || latest.status === 'RETURNED');
  return open ? latest.content : current?.content;
}

export function warningsFor(state: GraduateState, section: SectionKind, content: SectionContent): Warning[] {
  const destination = section === 'DESTINATION' ? content : intendedDestination(state);
  const category = findDestination(String(destination?.code));
  const found: Warning[] = [];
  if (section === 'DESTINATION') {
    if (category?.wageFloor) found.push('WAGE_FLOOR');
    const { trainingMode, targetUnit } = state.basic;
    if (targetedModes.includes(trainingMode) && targetUnit !== null && content.entityName !== targetUnit) found.push('TARGETED_ELSEWHERE');
    return found;
  }
  const type = transferTypes.find(String(content.type));
  if (type?.furtherStudy && category !== undefined && category.kind !== 'STUDY') found.push('STUDY_TRANSFER_WITHOUT_STUDY');
  if (section === 'DOSSIER') {
    if (type?.code === 'EMPLOYER' && naturesWithoutFiles.includes(String(destination?.nature))) found.push('EMPLOYER_MAY_NOT_HOLD_FILES');
    if (content.postcode === null) found.push('POSTCODE_MISSING');
    if (content.phone === null || content.contact === null) found.push('PHONE_MISSING');
  }
  return found;
}

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
  STUDY_DOSSIER_TO_EMPLOYER: {
    zh: '毕业去向为升学，档案却转往签约单位，请核对',
    en: 'The destination is further study, but the dossier goes to an employer',
    clause: 'R18',
  },
  PENDING_DOSSIER_TO_EMPLOYER: {
    zh: '尚未落实去向，档案却转往签约单位；未就业的一般转回户籍地',
    en: 'No destination is settled, but the dossier goes to an employer; who is not employed sends it home',
    clause: 'R52',
  },
  HOME_ELSEWHERE: {
    zh: '转递类型为转回生源地，但所在地不在生源地',
    en: 'It returns to the place of origin, but the place is another',
    clause: 'R20',
  },
  SCHOOL_UNRECOGNISED: {
    zh: '升学应填写录取院校，请确认单位名称是院校或科研机构',
    en: 'Further study names the admitting school: is this unit a school or research institute?',
    clause: 'F2',
  },
  ABROAD_NAME_MISSING: {
    zh: '出国、出境应填写院校外文名称，以便核对录取材料',
    en: 'Study abroad needs the foreign name of the institution, to compare with the admission',
    clause: 'F2',
  },
  SIGNED_MATERIAL: {
    zh: '自由职业须有本人签字的证明材料，并经校、院两级审定',
    en: 'Freelance work needs material signed by the graduate, approved by college and school',
    clause: 'F2',
  },
  // What the directory of receiving units knows (infra/directory/unit-warning.ts).
  UNIT_NOT_IN_DIRECTORY: {
    zh: '接收单位不在单位名录中，请核实名称、地址和能否接收档案',
    en: 'The directory does not have this unit: check its name, its address and whether it may hold dossiers',
    clause: 'F2',
  },
  UNIT_NOT_CHECKED: {
    zh: '接收单位由此前的登记带入名录，尚未核实',
    en: 'The directory has this unit from an earlier registration, checked by nobody',
    clause: 'F2',
  },
  UNIT_MAY_NOT_HOLD_FILES: {
    zh: '单位名录注明该单位不能接收档案',
    en: 'The directory says that this unit may not hold dossiers',
    clause: 'R52',
  },
  WAGE_FLOOR: {
    zh: '薪酬需达到当地最低工资标准，请核对证明材料',
    en: 'The pay must reach the local minimum wage; see the evidence',
    clause: 'F2',
  },
} as const;

export type Warning = keyof typeof warnings;
export type UnitWarning = Extract<Warning, `UNIT_${string}`>;

/** Public bodies and state enterprises hold dossiers; private and foreign employers mostly do not (R52). */
const naturesWithoutFiles = ['32', '39', '99'];
/** What schools and research institutes that admit postgraduates are called. */
const school = /大学|学院|学校|党校|研究院|研究所|研究生院|科学院|中心|University|College|Institute|School/i;
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
    if (content.code === '76') found.push('SIGNED_MATERIAL');
    if (category?.kind === 'STUDY' && !school.test(String(content.entityName))) found.push('SCHOOL_UNRECOGNISED');
    if (category?.kind === 'ABROAD' && (content.abroadName ?? null) === null) found.push('ABROAD_NAME_MISSING');
    const { trainingMode, targetUnit } = state.basic;
    if (targetedModes.includes(trainingMode) && targetUnit !== null && content.entityName !== targetUnit) found.push('TARGETED_ELSEWHERE');
    return found;
  }
  const type = transferTypes.find(String(content.type));
  if (type?.furtherStudy && category !== undefined && category.kind !== 'STUDY') found.push('STUDY_TRANSFER_WITHOUT_STUDY');
  if (type?.code === 'HOME' && String(content.region).slice(0, 4) !== state.basic.originRegion.slice(0, 4)) found.push('HOME_ELSEWHERE');
  if (section === 'DOSSIER') {
    if (type?.code === 'EMPLOYER' && category?.kind === 'STUDY') found.push('STUDY_DOSSIER_TO_EMPLOYER');
    if (type?.code === 'EMPLOYER' && category?.kind === 'PENDING') found.push('PENDING_DOSSIER_TO_EMPLOYER');
    if (type?.code === 'EMPLOYER' && naturesWithoutFiles.includes(String(destination?.nature))) found.push('EMPLOYER_MAY_NOT_HOLD_FILES');
    if (content.postcode === null) found.push('POSTCODE_MISSING');
    if (content.phone === null || content.contact === null) found.push('PHONE_MISSING');
  }
  return found;
}

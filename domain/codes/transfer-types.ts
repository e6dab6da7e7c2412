// Six types of the table in 附件一 of a school's 2024 notice. The codes are ours.
// The table words every definition as 档案（户口）, so one list serves both; a province may want to confirm that.
import { codeList } from './code-list.ts';

/** 档案转递类型 and 户口迁移类型. Evidence is required for all but 转回生源地 (R18), where it is for a changed 生源地 (R19). */
export const transferTypes = codeList([
  {
    code: 'HOME',
    zh: '转回生源地',
    en: 'Return to place of origin',
    evidenceRequired: false,
    furtherStudy: false,
    definition: {
      zh: '档案转回生源地的公共就业人才服务机构；户口转回原籍',
      en: 'The dossier returns to the public employment and talent service of the place of origin, the hukou to its former place',
    },
    evidence: {
      zh: '生源地若有更改：户口本照片和身份证照片',
      en: 'Only when the place of origin has changed: photographs of the hukou booklet and the identity card',
    },
  },
  {
    code: 'EMPLOYER',
    zh: '签约单位接收',
    en: 'Received by the employer',
    evidenceRequired: true,
    furtherStudy: false,
    definition: {
      zh: '档案（户口）转有档案保管接收权限的就业单位',
      en: 'The dossier (hukou) goes to the employer, which has the right to hold dossiers',
    },
    evidence: {
      zh: '就业（升学）单位调档函、录用材料、就业协议等',
      en: 'Transfer letter of the employer or the university, appointment papers, employment agreement or the like',
    },
  },
  {
    code: 'CUSTODIAN',
    zh: '托管单位接收',
    en: 'Received by a custodian',
    evidenceRequired: true,
    furtherStudy: false,
    definition: {
      zh: '档案（户口）转非生源地的公共就业人才服务机构',
      en: 'The dossier (hukou) goes to a public employment and talent service outside the place of origin',
    },
    evidence: { zh: '非生源地的公共就业人才服务机构的调档函、接收函', en: 'Transfer or acceptance letter of that service' },
  },
  {
    code: 'SUPERVISOR',
    zh: '上级主管单位接收',
    en: 'Received by the superior authority',
    evidenceRequired: true,
    furtherStudy: false,
    definition: { zh: '档案（户口）转就业单位的上级部门', en: 'The dossier (hukou) goes to the authority above the employer' },
    evidence: {
      zh: '用人单位（或上级部门）的录用材料要求转上级主管单位、接收函、调档函',
      en: 'Appointment papers that ask for transfer to the superior authority, acceptance letter, transfer letter',
    },
  },
  {
    code: 'STUDY_SAME',
    zh: '升学本校接收',
    en: 'Further study at the same school',
    evidenceRequired: true,
    furtherStudy: true,
    definition: { zh: '档案（户口）转本校', en: 'The dossier (hukou) stays with the same school' },
    evidence: { zh: '录取通知书、调档函', en: 'Admission letter, transfer letter' },
  },
  {
    code: 'STUDY_OTHER',
    zh: '升学外校接收',
    en: 'Further study at another school',
    evidenceRequired: true,
    furtherStudy: true,
    definition: { zh: '档案（户口）转外校', en: 'The dossier (hukou) goes to another school' },
    evidence: { zh: '录取通知书、调档函', en: 'Admission letter, transfer letter' },
  },
]);

export type TransferType = (typeof transferTypes.codes)[number];
export const transferTypeName = transferTypes.name;

/** R20: what 生源地 means where the dossier or the hukou returns to it. */
export const placeOfOriginRule = {
  zh: '离校前户口所在地；户口在学校临时集体户的一般为入学前户口所在地',
  en: 'Where the hukou was before departure; for a temporary collective hukou of the school, usually where it was before enrolment',
} as const;

import type { StatementKind } from '../grants/grant.ts';
import type { NumberKind } from '../numbers/formats.ts';
import type { Bilingual } from '../text/language.ts';

/** The title (R44). */
export const STATEMENT_TITLE: Bilingual = {
  zh: '全国普通高等学校毕业生去向登记信息',
  en: 'Registered Destination of a Graduate of a Regular Institution of Higher Education in China',
};

/** Printed across a statement that is not a real one (X10, X27). */
export const SPECIMEN_WORD: Bilingual = { zh: '样例', en: 'SPECIMEN' };

/** 核验编号 or 转递编号 (R45). */
export const NUMBER_LABEL: Readonly<Record<NumberKind, Bilingual>> = {
  VERIFICATION: { zh: '核验编号', en: 'Verification number' },
  TRANSFER: { zh: '转递编号', en: 'Transfer number' },
};

/** Heading of the transfer section (R44). */
export const TRANSFER_HEADING: Readonly<Record<StatementKind, Bilingual>> = {
  DOSSIER: { zh: '档案转递信息', en: 'Transfer of the dossier' },
  HUKOU: { zh: '户口迁移信息', en: 'Transfer of the hukou' },
};

/** The entry of online verification for each kind of statement (R51); the English keeps the words that stand on the page. */
export const VERIFICATION_ENTRY: Readonly<Record<StatementKind, string>> = {
  DOSSIER: '档案转递信息在线核验',
  HUKOU: '户口迁移信息在线核验',
};

/** Until when verification is served, in the words of R33 and R42. */
export const SERVICE_END_RULE: Readonly<Record<NumberKind, Bilingual>> = {
  VERIFICATION: { zh: '毕业生的毕业时间加六个月', en: 'six months after graduation' },
  TRANSFER: { zh: '毕业生的毕业时间的第二年3月31日', en: '31 March of the year after graduation' },
};

/** Headings, labels and set phrases. */
export const WORDS = {
  basics: { zh: '基本信息', en: 'Basic information' },
  destinationHeading: { zh: '毕业去向信息', en: 'Destination' },
  name: { zh: '姓名', en: 'Name' },
  gender: { zh: '性别', en: 'Sex' },
  school: { zh: '毕业院校', en: 'Institution' },
  graduationMonth: { zh: '毕业时间', en: 'Graduation' },
  yearsOfStudy: { zh: '学制', en: 'Years of study' },
  major: { zh: '专业', en: 'Major' },
  educationLevel: { zh: '学历', en: 'Level' },
  homeRegion: { zh: '生源所在地', en: 'Place of origin' },
  destination: { zh: '毕业去向', en: 'Destination' },
  entity: { zh: '单位名称', en: 'Unit' },
  entityRegion: { zh: '单位所在地', en: 'Place of the unit' },
  dossierType: { zh: '档案转递类型', en: 'Type of transfer' },
  hukouType: { zh: '户口迁移类型', en: 'Type of transfer' },
  unit: { zh: '单位名称', en: 'Receiving unit' },
  unitRegion: { zh: '单位所在地', en: 'Place of the unit' },
  hukouRegion: { zh: '户口迁移所在地', en: 'Place of the hukou' },
  postcode: { zh: '单位邮编', en: 'Postcode' },
  contact: { zh: '联系人/联系部门', en: 'Contact' },
  phone: { zh: '联系电话', en: 'Telephone' },
  preview: { zh: '预览，不含编号，不作核验凭据', en: 'Preview without number, not to be relied upon' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  qrCode: { zh: '核验二维码', en: 'QR code for verification' },
  notes: { zh: '注意事项', en: 'Notes' },
  issuer: { zh: '签发单位', en: 'Issued by' },
  issuedAt: { zh: '签发时间', en: 'Issued at' },
  auditPosition: { zh: '审计位置', en: 'Audit position' },
} satisfies Readonly<Record<string, Bilingual>>;

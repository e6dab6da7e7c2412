import type { Bilingual } from '../text/language.ts';
import type { BasicField } from './basic-information.ts';

type ShownField = Exclude<BasicField, 'idNumberIndex'> | 'idNumber';

/** What the fields of the basic information are called (R8), in the order in which they are shown. */
export const basicFieldWords: Readonly<Record<ShownField, Bilingual>> = {
  name: { zh: '姓名', en: 'Name' },
  gender: { zh: '性别', en: 'Gender' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  politicalStatus: { zh: '政治面貌', en: 'Political status' },
  idType: { zh: '证件类型', en: 'Type of document' },
  idNumber: { zh: '证件号码', en: 'Number of the document' },
  candidateNo: { zh: '考生号', en: 'Candidate number' },
  studentNo: { zh: '学号', en: 'Student number' },
  className: { zh: '班级', en: 'Class' },
  major: { zh: '专业', en: 'Major' },
  majorCode: { zh: '专业代码', en: 'Code of the major' },
  educationLevel: { zh: '学历', en: 'Education' },
  schoolingYears: { zh: '学制', en: 'Years of study' },
  trainingMode: { zh: '培养方式', en: 'Training mode' },
  targetUnit: { zh: '定向或委培单位', en: 'Directed to' },
  enrolledAt: { zh: '入学时间', en: 'Entered' },
  graduatedAt: { zh: '毕业时间', en: 'Graduated' },
  academicStatus: { zh: '学籍状态', en: 'Academic status' },
  originRegion: { zh: '生源所在地', en: 'Place of origin' },
  urbanRural: { zh: '城乡生源', en: 'Urban or rural' },
  dossierInSchool: { zh: '档案是否转入学校', en: 'Dossier is with the school' },
  hukouInSchool: { zh: '户口是否转入学校', en: 'Hukou is with the school' },
  normalCategory: { zh: '师范生类别', en: 'Kind of teacher training' },
  hardship: { zh: '困难生类别', en: 'Kind of hardship' },
  phone: { zh: '手机号码', en: 'Telephone' },
  email: { zh: '电子邮箱', en: 'Mail address' },
};

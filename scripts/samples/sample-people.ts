import type { RosterField } from '../../domain/roster/columns.ts';
import type { CellValue } from '../../domain/roster/cell-value.ts';
import { fullWidth, sampleCreditCode } from './sample-numbers.ts';

/** What is out of the ordinary about one of the forty. */
export interface SamplePerson {
  readonly name: string;
  readonly gender: '1' | '2';
  readonly document?: 'RESIDENT_ID' | 'RESIDENT_ID_WITH_X' | 'HMT_RESIDENCE' | 'PASSPORT';
  readonly region?: string;
  readonly isMaster?: true;
  /** How the careers office has written some of the cells. */
  readonly written?: (cohort: number) => Partial<Record<RosterField, CellValue>>;
}

const employer = {
  employerName: '示例软件有限公司',
  usci: sampleCreditCode('91110108MA0000XT1'),
  employerNature: '其他企业',
  industry: 34,
  employerRegion: '110108',
  employerAddress: '样例路1号',
  jobCategory: '13',
} as const;

const dossier = {
  dossierTransferType: '托管单位接收',
  dossierUnit: '样例区人才公共服务中心',
  dossierAddress: '北京市海淀区样例街2号',
  dossierPostcode: 100080,
  dossierContact: '档案科',
  dossierPhone: '010-62000000',
  dossierNote: '单位无档案保管权限，转入就业地人才中心',
} as const;

/** Invented people, five to a class. A few carry sections already, as a sheet does that was exported from elsewhere. */
export const samplePeople: readonly SamplePerson[] = [
  { name: '林知远', gender: '1' },
  { name: '张𬭎', gender: '1', document: 'RESIDENT_ID_WITH_X', written: () => ({ politicalStatus: '党员' }) },
  { name: '王㛃', gender: '2' },
  {
    name: '赵 磊',
    gender: '1',
    written: (cohort) => ({
      destinationCode: '10',
      destinationName: '签就业协议形式就业',
      signedAt: `${cohort}-03-18`,
      ...employer,
      ...dossier,
    }),
  },
  { name: '何雨桐', gender: '2', written: () => ({ phone: null, email: null }) },
  { name: '李䶮', gender: '1', region: '110103' },
  { name: '陈思源', gender: '1', document: 'RESIDENT_ID_WITH_X' },
  {
    name: '黄嘉宝',
    gender: '2',
    document: 'HMT_RESIDENCE',
    region: '810000',
    written: () => ({ originRegion: '440305', ethnicity: '汉', politicalStatus: '群众' }),
  },
  { name: '马致和', gender: '1', written: () => ({ ethnicity: '回族' }) },
  { name: '徐若溪', gender: '2', isMaster: true },
  { name: '孙立群', gender: '1' },
  { name: '郑亦凡', gender: '1', written: () => ({ trainingMode: '定向', targetUnit: '样例县农村商业银行' }) },
  {
    name: '买买提·艾力',
    gender: '1',
    region: '653101',
    written: () => ({ ethnicity: '维吾尔族', originRegion: '新疆维吾尔自治区喀什地区喀什市' }),
  },
  { name: '冯静怡', gender: '2', written: () => ({ academicStatus: '结业' }) },
  { name: '邓子墨', gender: '1', written: () => ({ dossierInSchool: '否', hukouInSchool: '否' }) },
  {
    name: '罗晨曦',
    gender: '2',
    written: (cohort) => ({ destinationCode: 70, destinationName: '求职中', signedAt: new Date(Date.UTC(cohort, 2, 1)) }),
  },
  { name: '吴泽宇', gender: '1' },
  { name: '蒋欣妍', gender: '2', region: '320103' },
  { name: '阿依古丽•玉山', gender: '2', region: '650102', written: () => ({ ethnicity: '05' }) },
  { name: '唐景行', gender: '1', isMaster: true, written: () => ({ politicalStatus: '01' }) },
  {
    name: 'Anna Maria Kowalska',
    gender: '2',
    document: 'PASSPORT',
    written: () => ({ ethnicity: '其他', politicalStatus: '群众', originRegion: '110105', dossierInSchool: '是', hukouInSchool: '否' }),
  },
  { name: '沈亦舒', gender: '2' },
  { name: '曹文博', gender: '1', written: () => ({ hukouInSchool: 0 }) },
  { name: '彭思琪', gender: '2', written: () => ({ normalCategory: '普通师范生' }) },
  { name: '萧 然', gender: '1', document: 'RESIDENT_ID_WITH_X' },
  { name: '田一诺', gender: '2' },
  { name: '欧阳若曦', gender: '2', written: () => ({ hardship: '家庭困难' }) },
  { name: '高子轩', gender: '1' },
  { name: '石慧敏', gender: '2', written: () => ({ ethnicity: '土家族' }) },
  {
    name: '秦朗',
    gender: '1',
    written: (cohort) => ({
      destinationCode: '801.0',
      destinationName: '境内升学-研究生',
      signedAt: `${cohort}年6月10日`,
      employerName: '样例理工大学',
      employerRegion: '310000',
      dossierTransferType: '升学外校接收',
      dossierUnit: '样例理工大学研究生院',
      dossierAddress: '上海市杨浦区样例路3号',
      dossierPostcode: '200082',
      dossierContact: '研究生招生办公室',
      dossierPhone: fullWidth('02165000000'),
      dossierNote: '按调档函寄送',
      hukouTransferType: '升学外校接收',
      hukouRegion: '310110',
      hukouUnit: '样例理工大学',
    }),
  },
  { name: '许书瑶', gender: '2' },
  { name: '程昱', gender: '1', written: () => ({ trainingMode: '定向就业', targetUnit: '样例市第一中学' }) },
  { name: '韦一鸣', gender: '1', written: () => ({ ethnicity: '壮族' }) },
  { name: '朴秀妍', gender: '2', written: () => ({ ethnicity: 10 }) },
  { name: '江楚河', gender: '1', isMaster: true },
  { name: '段嘉懿', gender: '2', written: () => ({ ethnicity: '白族' }) },
  { name: '魏长青', gender: '1' },
  { name: '崔晓彤', gender: '2', written: () => ({ academicStatus: '结业' }) },
  { name: '龙腾', gender: '1', written: () => ({ ethnicity: '苗族' }) },
  { name: '苏沐白', gender: '1' },
];

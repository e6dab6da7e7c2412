import type { ShownRecord, Showable } from '../../domain/statements/shown-record.ts';
import type { NumberSeals } from '../record/number-seals.ts';

/** Opens a sealed record that belongs to nobody, where not even another row can stand in: beyond the last one. */
export type Decoy = () => ShownRecord;

// As long as most records are, so that opening it takes as long.
const nobody: Showable = {
  schoolName: '示例大学',
  basic: {
    candidateNo: '27110105150001',
    name: '无此人',
    idType: 'RESIDENT_ID',
    idNumberIndex: `k1.${'A'.repeat(43)}`,
    gender: '1',
    ethnicity: '01',
    politicalStatus: '13',
    educationLevel: '231',
    trainingMode: '1',
    targetUnit: null,
    major: '计算机科学与技术',
    majorCode: '080901',
    schoolingYears: '4',
    studentNo: '2023000001',
    originRegion: '110108',
    urbanRural: '1',
    enrolledAt: '202309',
    graduatedAt: '202706',
    dossierInSchool: true,
    hukouInSchool: true,
    phone: '19900000001',
    email: 'nobody@example.com',
    academicStatus: 'GRADUATED',
    normalCategory: null,
    hardship: null,
    className: '一班',
  },
  sections: {
    DESTINATION: {
      current: {
        content: {
          code: '10',
          entityName: '示例信息咨询有限公司',
          creditCode: '91350100M000100Y43',
          industry: '34',
          nature: '39',
          jobCategory: '13',
          entityRegion: '110102',
          startDate: '2027-07-15',
        },
      },
    },
    DOSSIER: {
      current: {
        content: {
          type: 'HOME',
          unitName: '北京市海淀区人力资源公共服务中心（示例）',
          region: '110108',
          address: '示例路1号',
          postcode: '100195',
          contact: '档案科',
          phone: '010-12345678',
        },
      },
    },
    HUKOU: { current: null },
  },
};

export function createDecoy(seals: NumberSeals): Decoy {
  const id = '00000000-0000-0000-0000-000000000000';
  const sealed = seals.sealShown(id, nobody);
  return () => seals.openShown(id, sealed);
}

import type { StatementContent } from '../../../domain/statements/statement-content.ts';

type Dossier = Extract<StatementContent, { kind: 'DOSSIER' }>;
type Hukou = Extract<StatementContent, { kind: 'HUKOU' }>;

const common = {
  rendering: 'zh' as const,
  title: '全国普通高等学校毕业生去向登记信息',
  numberKind: 'VERIFICATION' as const,
  number: {
    canonical: '2310001EA86V47B',
    grouped: '23 10001 EA86 V47B',
    // As long as it becomes with what can be read without a network.
    qrContent: `https://quxiang.example/verification/dossier#${'AZ27QX5K'.repeat(56)}`,
    validUntil: '2023-08-31 23:59:59',
  },
  basics: {
    name: '陈诚',
    gender: '男',
    school: '样例大学',
    graduationMonth: '202306',
    yearsOfStudy: '4',
    major: '哲学类',
    educationLevel: '本科',
    homeRegion: '北京市海淀区',
  },
  destination: {
    destination: '签就业协议形式就业',
    entityLabel: '就业单位名称',
    entityName: '样例信息咨询服务有限公司',
    entityRegion: '北京市西城区',
  },
  sourceNote: '登记信息由本毕业去向登记系统提供。',
  issuer: '毕业去向登记系统',
  issuedAt: '2023-06-28 10:00:00',
  auditPosition: 12345,
  verificationAddress: 'https://quxiang.example/verify',
  serviceEnd: '2023-12-31 23:59:59',
  specimen: true,
};

/** A whole dossier statement as in the samples (001 图6), with what a test wants to be different. */
export const dossierStatement = (changes: Partial<Dossier> = {}): Dossier => ({
  ...common,
  kind: 'DOSSIER',
  transfer: {
    transferType: '托管单位接收',
    unitName: '北京市海淀区人力资源公共服务中心',
    unitRegion: '北京市海淀区',
    postcode: '100195',
    contact: '王维',
    phone: '010-55512345',
  },
  ...changes,
});

/** A whole hukou statement with a transfer number (001 图8). */
export const hukouStatement = (changes: Partial<Hukou> = {}): Hukou => ({
  ...common,
  kind: 'HUKOU',
  numberKind: 'TRANSFER',
  number: { ...common.number, canonical: '2310001AD4MJRWK44X', grouped: '23 10001 AD4M JRWK 44X', validUntil: null },
  serviceEnd: '2024-03-31 23:59:59',
  transfer: { transferType: '转回生源地', unitName: '', region: '山东省青岛市' },
  ...changes,
});

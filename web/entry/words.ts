import { defineWords } from '../text/words.ts';

export const useEntryWords = defineWords('entry', {
  lead: ['登记去向、办理档案和户口、核验真伪', 'Register where you go, send dossier and hukou, verify what others show'],
  graduate: ['毕业生', 'Graduates'],
  graduateHelp: [
    '登记毕业去向，填写档案和户口的转递信息，确认并授权核验',
    'Register your destination, say where dossier and hukou go, confirm, and grant verification',
  ],
  dossier: ['档案核验', 'Verify for dossiers'],
  dossierHelp: ['档案管理机构凭编号和姓名，或扫描二维码核验', 'Archive agencies verify by number and name, or by scanning the code'],
  hukou: ['户口核验', 'Verify for hukou'],
  hukouHelp: ['公安机关户籍窗口凭编号和姓名，或扫描二维码核验', 'Registration offices verify by number and name, or by scanning the code'],
  offline: ['离线核验', 'Verify offline'],
  offlineHelp: ['没有网络时核验二维码', 'Check a code without a network'],
  staff: ['学校和主管部门', 'Schools and authorities'],
  staffHelp: ['院系、学校、省级主管部门登录', 'Sign-in for colleges, schools and provinces'],
  notices: ['通知公告', 'Notices'],
  employer: ['用人单位', 'Employers'],
  employerHelp: ['在线签约尚未开通', 'Signing online is not available yet'],
});

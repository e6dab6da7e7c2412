import type { Bilingual } from '../text/language.ts';

/** What stands beside the basic information when it is checked (R6, R9). */
export const basicWarning: Bilingual = {
  zh: '请务必仔细核对基本信息，否则会影响后续签约、转档、落户。手机号码、电子邮箱由本人在登录账号中修改，其他信息有误请联系学校就业部门更正。',
  en: 'Check your basic information with care: mistakes affect signing, the transfer of your dossier and your hukou. Phone and mail are changed in your sign-in account; the school corrects everything else.',
};

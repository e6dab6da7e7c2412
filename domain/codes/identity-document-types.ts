// X22. The codes are ours.
import { codeList } from './code-list.ts';

/** 证件类型. */
export const identityDocumentTypes = codeList([
  { code: 'RESIDENT_ID', zh: '居民身份证', en: 'Resident identity card', aliases: ['身份证'] },
  { code: 'HMT_RESIDENCE', zh: '港澳台居民居住证', en: 'Residence permit for Hong Kong, Macao and Taiwan residents', aliases: ['居住证'] },
  { code: 'TRAVEL_PERMIT', zh: '通行证', en: 'Mainland travel permit', aliases: ['港澳居民来往内地通行证', '台湾居民来往大陆通行证'] },
  { code: 'PASSPORT', zh: '护照', en: 'Passport' },
]);

// 城乡生源 of the 2024 export. The codes are ours.
import { codeList } from './code-list.ts';

/** 城乡生源. */
export const urbanRurals = codeList([
  { code: 'URBAN', zh: '城镇', en: 'Urban' },
  { code: 'RURAL', zh: '农村', en: 'Rural' },
]);

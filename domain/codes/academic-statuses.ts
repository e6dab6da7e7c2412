// The source documents include 结业生 (R3). The codes are ours.
import { codeList } from './code-list.ts';

/** 学业状态. */
export const academicStatuses = codeList([
  { code: 'GRADUATED', zh: '毕业', en: 'Graduated' },
  { code: 'COMPLETED', zh: '结业', en: 'Completed without graduating' },
]);

import { z } from 'zod';

/** Where an import stands. MENDED: cells have been put right and are to be judged. REFUSED: the file as a whole cannot be read as a roster. */
export const ImportStatus = z.enum([
  'UPLOADED',
  'VALIDATING',
  'VALIDATED',
  'MENDED',
  'IMPORTING',
  'IMPORTED',
  'UNDOING',
  'UNDONE',
  'REFUSED',
  'CANCELLED',
]);
export type ImportStatus = z.infer<typeof ImportStatus>;

/** The same reading of the file serves both: TRIAL writes the report only, COMMIT also puts the good rows on the roster. */
export const ImportMode = z.enum(['TRIAL', 'COMMIT']);
export type ImportMode = z.infer<typeof ImportMode>;

/** For each mode: what may come before it, what it is while it runs (and is taken up again after a crash), what it ends as. */
export const importModes = {
  TRIAL: { from: ['UPLOADED', 'MENDED'], running: 'VALIDATING', done: 'VALIDATED' },
  COMMIT: { from: ['VALIDATED'], running: 'IMPORTING', done: 'IMPORTED' },
} as const satisfies Record<ImportMode, { from: readonly ImportStatus[]; running: ImportStatus; done: ImportStatus }>;

/** What may be asked of an import. */
export const ImportAsk = z.enum(['IMPORT', 'TRIAL', 'VALIDATE', 'COMMIT', 'DECIDE_SECTIONS', 'UNDO']);
export type ImportAsk = z.infer<typeof ImportAsk>;

/** As what an import stands while that is not done: begun or not, the same workflow takes it up. */
export const importAsks = {
  IMPORT: ['UPLOADED', 'VALIDATING', 'VALIDATED', 'IMPORTING'],
  TRIAL: ['UPLOADED', 'VALIDATING'],
  VALIDATE: ['UPLOADED', 'MENDED', 'VALIDATING'],
  COMMIT: ['VALIDATED', 'IMPORTING'],
  DECIDE_SECTIONS: ['IMPORTED'],
  UNDO: ['UNDOING'],
} as const satisfies Record<ImportAsk, readonly ImportStatus[]>;

interface AskedOf {
  readonly asked: ImportAsk | null;
  readonly status: ImportStatus;
  readonly sectionsDecision: unknown;
  readonly sectionsDoneAt: number | null;
}

/** What has been asked of an import and is not done. */
export function openAsk({ asked, status, sectionsDecision, sectionsDoneAt }: AskedOf): ImportAsk | null {
  if (asked === null || !(importAsks[asked] as readonly ImportStatus[]).includes(status)) return null;
  return asked === 'DECIDE_SECTIONS' && (sectionsDecision === null || sectionsDoneAt !== null) ? null : asked;
}

/** What became of one row. EXISTING: on the roster already and the same; CHANGED: there and different, UPDATED: changed by the commit. */
export const ImportRowStatus = z.enum(['VALID', 'INVALID', 'EXISTING', 'CHANGED', 'IMPORTED', 'UPDATED', 'REMOVED']);
export type ImportRowStatus = z.infer<typeof ImportRowStatus>;

/** Why a file as a whole is refused. */
export const fileProblems = {
  NOT_A_SPREADSHEET: { zh: '文件不是 XLSX 或 CSV 表格', en: 'The file is neither an XLSX spreadsheet nor a CSV' },
  ENCRYPTED_OR_OLD_FORMAT: {
    zh: '文件已加密或为旧版 XLS 格式，请另存为不加密的 XLSX',
    en: 'The file is encrypted or an old XLS: save it as an XLSX without password',
  },
  MACROS_INSIDE: { zh: '文件含有宏，请另存为不含宏的 XLSX', en: 'The file contains macros: save it as an XLSX without them' },
  EXTERNAL_LINKS: {
    zh: '文件引用了其他文件，请将公式粘贴为数值后另存',
    en: 'The file refers to other files: paste its formulas as values and save it again',
  },
  FILE_TOO_LARGE: { zh: '文件超过大小限制', en: 'The file is too large' },
  CONTENT_TOO_LARGE: { zh: '表格展开后的内容超过限制', en: 'The content of the spreadsheet is too large' },
  TOO_MANY_ROWS: { zh: '表格行数超过限制', en: 'The sheet has too many rows' },
  NO_HEADING_ROW: { zh: '没有找到标题行，请使用生源名单模板', en: 'No row of headings was found: use the roster template' },
  COLUMN_MISSING: { zh: '缺少必需的列', en: 'A column that every roster needs is missing' },
  COLUMN_REPEATED: { zh: '同一列出现多次', en: 'A column occurs more than once' },
  FILE_MISSING: { zh: '文件已不存在，请重新上传', en: 'The file is no longer there: upload it again' },
} as const;
export type FileProblem = keyof typeof fileProblems;

/** A refusal of the whole file; `columns` by their Chinese names. */
export interface FileRefusal {
  readonly code: FileProblem;
  readonly columns?: readonly string[];
}

import type { z } from 'zod';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { fieldProblems, isFieldProblem } from '../../domain/text/field-problems.ts';
import type { Bilingual } from '../../domain/text/language.ts';

/** What can be wrong with a request and not with a single form field; the fields' own codes are the domain's. */
const requestProblems = {
  FIELD_UNKNOWN: { zh: '未知字段', en: 'This field is unknown' },
  VALUE_WRONG: { zh: '取值不正确', en: 'The value is not allowed' },
  CURSOR_WRONG: { zh: '分页位置无效', en: 'This is not a cursor of this list' },
  DATES_OUT_OF_ORDER: { zh: '日期先后顺序不正确', en: 'The dates are out of order' },
  FILE_MISSING: { zh: '没有上传文件', en: 'There is no file' },
  TOO_MANY_FILES: { zh: '尚未使用的文件过多，请先删除', en: 'Too many files that are not used yet: remove some first' },
} as const satisfies Record<string, Bilingual>;

export type RequestProblem = keyof typeof requestProblems;

/** One field and what is wrong with it, as refusals carry it. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
}

/** The words for a code: of a field, of a refusal that names the field it is about, or of the request. */
export function wordsOfFault(code: string): Bilingual {
  if (isFieldProblem(code)) return fieldProblems[code];
  if (Object.hasOwn(errors, code)) {
    const { zh, en } = errors[code as ErrorCode];
    return { zh, en };
  }
  return Object.hasOwn(requestProblems, code) ? requestProblems[code as RequestProblem] : requestProblems.VALUE_WRONG;
}

/** The faults of a zod error. Values are never among them; a name we do not know is only a name. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: nameOf([...path, key]), code: 'FIELD_UNKNOWN' }));
    return [{ field: nameOf(path), code: codeOf(issue) }];
  });
}

const nameOf = (path: readonly string[]): string => path.join('.').slice(0, 80);

function codeOf(issue: z.core.$ZodIssue): string {
  if (isFieldProblem(issue.message) || Object.hasOwn(requestProblems, issue.message)) return issue.message;
  switch (issue.code) {
    // Our parsers never show the input; zod's words say whether there was one.
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'REQUIRED' : 'TYPE_WRONG';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'TEXT_TOO_SHORT' : 'VALUE_WRONG';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'TEXT_TOO_LONG' : 'VALUE_WRONG';
    default:
      return 'VALUE_WRONG';
  }
}

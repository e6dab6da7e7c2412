import { fieldProblems, isFieldProblem, type FieldProblem } from '../text/field-problems.ts';
import type { Bilingual, Language } from '../text/language.ts';
import { codeText, hasLostDigits, type CellValue } from './cell-value.ts';
import type { RosterField } from './columns.ts';

/** ERROR keeps the row out; WARNING is to be looked at again. */
export type ProblemSeverity = 'ERROR' | 'WARNING';

/** What can be wrong with a row beyond one field's form, with its severity. */
export const rosterProblems = {
  ID_PRECISION_LOST: {
    severity: 'ERROR',
    zh: '证件号码被表格软件存为数字，末几位已丢失，请设为文本格式后重新填写',
    en: 'The spreadsheet kept this number as a floating point number and its last digits are lost: format the cell as text and type it again',
  },
  NUMBER_PRECISION_LOST: {
    severity: 'ERROR',
    zh: '编号被表格软件存为数字，末几位已丢失，请设为文本格式后重新填写',
    en: 'The spreadsheet kept this number as a floating point number and its last digits are lost: format the cell as text and type it again',
  },
  FORMULA_ERROR: { severity: 'ERROR', zh: '单元格中的公式出错', en: 'The formula in this cell has failed' },
  YES_NO_EXPECTED: { severity: 'ERROR', zh: '请填写“是”或“否”', en: 'Write 是 or 否' },
  SCHOOLING_YEARS_INVALID: {
    severity: 'ERROR',
    zh: '学制应为大于0的年数，如 4 或 2.5',
    en: 'Years of schooling are a number above 0 such as 4 or 2.5',
  },
  YEAR_IMPOSSIBLE: { severity: 'ERROR', zh: '届应为4位年份', en: 'A cohort is a year of 4 digits' },
  GENDER_MISMATCH: { severity: 'ERROR', zh: '性别与证件号码第17位不符', en: 'The gender does not match the 17th digit of the number' },
  SCHOOL_CODE_MISMATCH: { severity: 'ERROR', zh: '院校代码不是本校代码', en: 'This is not the code of your school' },
  SCHOOL_NAME_MISMATCH: { severity: 'ERROR', zh: '毕业院校与院校代码不符', en: 'The name of the school does not match its code' },
  COLLEGE_UNKNOWN: { severity: 'ERROR', zh: '本校没有该院系', en: 'Your school has no such college' },
  DATES_OUT_OF_ORDER: { severity: 'ERROR', zh: '毕业时间应晚于入学时间', en: 'Graduation must come after enrolment' },
  COHORT_OTHER: { severity: 'ERROR', zh: '该行的届与导入的届不同', en: 'The row belongs to another cohort than the import' },
  COHORT_UNUSUAL: {
    severity: 'WARNING',
    zh: '届与毕业时间不常见的组合，请核对',
    en: 'Cohort and month of graduation seldom go together: check them',
  },
  TARGET_UNIT_UNEXPECTED: {
    severity: 'WARNING',
    zh: '非定向、委培毕业生填写了定向或委培单位',
    en: 'A unit is named for someone who is bound to none',
  },
  CANDIDATE_NO_LENGTH: {
    severity: 'WARNING',
    zh: '考生号通常为14位（研究生15位）数字',
    en: 'Candidate numbers have 14 digits, those of postgraduates 15',
  },
  CANDIDATE_NO_YEAR: {
    severity: 'WARNING',
    zh: '考生号前两位与入学年份不同',
    en: 'The first two digits differ from the year of enrolment',
  },
  REGION_RETIRED: { severity: 'WARNING', zh: '该行政区划已撤销', en: 'This region no longer exists' },
  ID_REGION_UNLISTED: {
    severity: 'WARNING',
    zh: '证件号码中的县级代码未收录，请核对',
    en: 'The county in the number is in no list we have: check it',
  },
  COUNSELLOR_UNKNOWN: {
    severity: 'WARNING',
    zh: '本校没有该辅导员账号，已留空',
    en: 'Your school has no account of this counsellor; left empty',
  },
  COUNSELLOR_AMBIGUOUS: {
    severity: 'WARNING',
    zh: '有同名辅导员，请填写工号，已留空',
    en: 'Several counsellors have this name, use the staff number; left empty',
  },
  CODE_NAME_MISMATCH: { severity: 'ERROR', zh: '名称与代码不符', en: 'The name does not match the code' },
  ADDRESS_WITHOUT_COUNTY: { severity: 'ERROR', zh: '地址应以“省市区（县）”开头', en: 'An address begins with province, city and county' },
  DOSSIER_NOT_IN_SCHOOL: {
    severity: 'ERROR',
    zh: '档案未转入学校，不应填写档案转递信息',
    en: 'The dossier was not transferred into the school: it cannot be sent on',
  },
  HUKOU_NOT_IN_SCHOOL: {
    severity: 'ERROR',
    zh: '户口未转入学校，不应填写户口迁移信息',
    en: 'The hukou was not transferred into the school: it cannot be sent on',
  },
  POSTCODE_MISSING: { severity: 'WARNING', zh: '缺少邮编，快递可能无法投递', en: 'Without a postcode the courier may not deliver' },
  CONTACT_MISSING: {
    severity: 'WARNING',
    zh: '缺少联系人或电话，快递无法投递',
    en: 'Without a contact and phone the courier cannot deliver',
  },
  STUDENT_NO_REPEATED: { severity: 'ERROR', zh: '学号与前面的行重复', en: 'An earlier row has the same student number' },
  CANDIDATE_NO_REPEATED: { severity: 'ERROR', zh: '考生号与前面的行重复', en: 'An earlier row has the same candidate number' },
  PERSON_REPEATED: { severity: 'ERROR', zh: '证件号码与前面的行重复', en: 'An earlier row is the same person' },
  NOT_ON_ROSTER: {
    severity: 'ERROR',
    zh: '本届名单中没有该学号，此类表格只能更新已有毕业生',
    en: 'Nobody on the roster has this student number: a sheet of this kind only updates graduates who are there',
  },
  NAME_OTHER: { severity: 'ERROR', zh: '姓名与名单中该学号的毕业生不符', en: 'The roster has another name under this student number' },
  NUMBERS_DISAGREE: {
    severity: 'ERROR',
    zh: '学号、考生号、证件号码分属名单中不同的毕业生，请核对',
    en: 'Student number, candidate number and document belong to different graduates of the roster',
  },
  NUMBER_TAKEN: { severity: 'ERROR', zh: '该号码已属于名单中另一名毕业生', en: 'Another graduate of the roster has this number' },
  UPDATE_REFUSED: {
    severity: 'ERROR',
    zh: '该生信息现在不能更新（已截止或服务已结束）',
    en: 'This graduate can no longer be updated: after the cutoff, or their service has ended',
  },
  PERSON_AT_OTHER_SCHOOL: {
    severity: 'WARNING',
    zh: '同一证件号码也在另一所学校的本届名单中，请核对',
    en: 'The same person is on the roster of another school for this cohort: check it',
  },
  PERSON_ON_ROSTER: {
    severity: 'ERROR',
    zh: '同一证件号码已以其他学号在本届名单中',
    en: 'The same person is on the roster under another student number',
  },
} as const satisfies Record<string, Bilingual & { readonly severity: ProblemSeverity }>;

type OwnCode = keyof typeof rosterProblems;

/** A stable code for what is wrong with a row. */
export type RosterProblemCode = OwnCode | FieldProblem;

/** One thing that is wrong with one row. */
export interface RosterProblem {
  /** The heading of the template. */
  readonly column: string;
  readonly field: RosterField;
  /** What stands there; never the number of an identity document. */
  readonly value?: string;
  /** What would be right, where that is known. */
  readonly expected?: string;
  readonly code: RosterProblemCode;
  readonly severity: ProblemSeverity;
}

const isOwnCode = (code: string): code is OwnCode => Object.hasOwn(rosterProblems, code);

/** The words for a code. */
export function rosterProblemText(code: RosterProblemCode, language: Language): string {
  return isOwnCode(code) ? rosterProblems[code][language] : fieldProblems[code][language];
}

/** How serious a code is unless the column says otherwise. */
export function severityOf(code: RosterProblemCode): ProblemSeverity {
  return isOwnCode(code) ? rosterProblems[code].severity : 'ERROR';
}

/** A zod message as one of our codes; zod's own words become TYPE_WRONG. */
export function problemCodeOf(message: string): RosterProblemCode {
  return isOwnCode(message) || isFieldProblem(message) ? message : 'TYPE_WRONG';
}

const shownLength = 40;

/** What a report may show of a cell: rows slip by a column, so anything as long as an ID number is covered wherever it stands. */
export function shownValue(field: RosterField, value: CellValue): string | undefined {
  if (field === 'idNumber') return undefined;
  if (hasLostDigits(value)) return '…';
  const text = codeText(value).replace(/\d[\d\s-]{13,}[\dXx]/g, (digits) => (digits.replace(/[\s-]/g, '').length > 15 ? '…' : digits));
  return text === '' ? undefined : [...text].slice(0, shownLength).join('');
}

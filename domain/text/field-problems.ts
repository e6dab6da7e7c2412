import type { Bilingual, Language } from './language.ts';

/** What can be wrong with one field. The code is stable and travels as the zod message; the words are rendered from it. */
export const fieldProblems = {
  REQUIRED: { zh: '必填', en: 'This field is required' },
  TYPE_WRONG: { zh: '数据类型不正确', en: 'The value has the wrong type' },
  TEXT_TOO_SHORT: { zh: '内容过短', en: 'The text is too short' },
  TEXT_TOO_LONG: { zh: '内容超过字数限制', en: 'The text is too long' },
  TEXT_CONTROL_CHARACTER: { zh: '内容含有控制字符', en: 'The text contains a control character' },
  TEXT_INVISIBLE_CHARACTER: { zh: '内容含有不可见字符', en: 'The text contains an invisible character' },
  NAME_CHARACTER: { zh: '姓名含有不允许的字符', en: 'The name contains a character that names do not have' },
  PHONE_INVALID: { zh: '电话号码格式不正确', en: 'This is not a telephone number' },
  POSTCODE_INVALID: { zh: '邮政编码应为6位数字', en: 'A postcode has 6 digits' },
  EMAIL_INVALID: { zh: '电子邮箱格式不正确', en: 'This is not a mail address' },
  CODE_UNKNOWN: { zh: '代码不在代码表中', en: 'The code is not in the code list' },
  REGION_UNKNOWN: { zh: '行政区划代码不存在', en: 'This region does not exist' },
  DATE_IMPOSSIBLE: { zh: '日期不存在，应为 yyyy-MM-dd', en: 'There is no such date (yyyy-MM-dd)' },
  MONTH_IMPOSSIBLE: { zh: '年月不存在，应为 yyyyMM', en: 'There is no such month (yyyyMM)' },
  INSTANT_IMPOSSIBLE: { zh: '时间不正确', en: 'This is not an instant' },
  ID_LENGTH: { zh: '证件号码应为18位', en: 'The number must have 18 characters' },
  ID_CHARACTER: { zh: '证件号码含有不允许的字符', en: 'The number contains a character it cannot have' },
  ID_DATE_IMPOSSIBLE: { zh: '证件号码中的出生日期不存在', en: 'The date of birth in the number does not exist' },
  ID_DATE_FUTURE: { zh: '证件号码中的出生日期晚于今天', en: 'The date of birth in the number is in the future' },
  ID_REGION_UNKNOWN: { zh: '证件号码中的地区代码不存在', en: 'The region in the number does not exist' },
  ID_CHECK_DIGIT: { zh: '证件号码校验位不正确', en: 'The check digit of the number is wrong' },
  ID_TYPE_MISMATCH: { zh: '号码与所选证件类型不符', en: 'The number belongs to another type of document' },
  PASSPORT_FORMAT: { zh: '护照号码格式不正确', en: 'This is not a passport number' },
  PERMIT_FORMAT: { zh: '通行证号码格式不正确', en: 'This is not the number of a travel permit' },
  PASSWORD_TOO_SHORT: { zh: '密码至少12个字符', en: 'A password has 12 characters at least' },
  PASSWORD_SAME: { zh: '新密码不能与当前密码相同', en: 'The new password is the present one' },
  SIGN_IN_NAME_INVALID: {
    zh: '用户名为3至40位小写字母、数字、点、短横线或下划线，以字母开头',
    en: 'A user name has 3 to 40 small letters, digits, dots, dashes or underscores, and begins with a letter',
  },
  CREDIT_CODE_LENGTH: { zh: '统一社会信用代码应为18位', en: 'A unified social credit code has 18 characters' },
  CREDIT_CODE_CHARACTER: { zh: '统一社会信用代码含有不允许的字符', en: 'The credit code contains a character it cannot have' },
  CREDIT_CODE_CHECK: { zh: '统一社会信用代码校验位不正确', en: 'The check character of the credit code is wrong' },
} as const satisfies Record<string, Bilingual>;

/** A stable code for what is wrong with one field. */
export type FieldProblem = keyof typeof fieldProblems;

/** The words for a problem code. */
export function fieldProblemText(problem: FieldProblem, language: Language): string {
  return fieldProblems[problem][language];
}

/** True for a zod message that is one of our codes (others are zod's own words and need a general answer). */
export function isFieldProblem(message: string): message is FieldProblem {
  return Object.hasOwn(fieldProblems, message);
}

/** A zod `error` option: a missing value is REQUIRED, any other wrong one the code given. */
export function fieldError(problem: FieldProblem): (issue: { input: unknown }) => FieldProblem {
  return (issue) => (issue.input === undefined ? 'REQUIRED' : problem);
}

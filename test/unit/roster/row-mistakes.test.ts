import { rosterProblems, rosterProblemText } from '../../../domain/roster/roster-problems.ts';
import type { RosterCells } from '../../../domain/roster/match-headings.ts';
import { parse, problemsOf } from './roster-cells.ts';

const mistakes: [string, RosterCells, string][] = [
  ['F6 a wrong check digit', { idNumber: '110105194912310021' }, 'idNumber ID_CHECK_DIGIT ERROR'],
  ['F6 an impossible date of birth', { idNumber: '11010519490231002X' }, 'idNumber ID_DATE_IMPOSSIBLE ERROR'],
  ['F6 seventeen digits', { idNumber: '1101051949123100' }, 'idNumber ID_LENGTH ERROR'],
  ['F6 letters in the number', { idNumber: '11010519491231O02X'.slice(0, 18) }, 'idNumber ID_CHARACTER ERROR'],
  ['F6 a county that never was', { idNumber: '000105194912310024' }, 'idNumber ID_REGION_UNKNOWN ERROR'],
  ['F6 a number that Excel keeps as floating point', { idNumber: 110105194912310020 }, 'idNumber ID_PRECISION_LOST ERROR'],
  ['F6 the same saved as text', { idNumber: '1.10105E+17' }, 'idNumber ID_PRECISION_LOST ERROR'],
  ['F6 the same with zeros for the lost digits', { idNumber: '110105194912310000' }, 'idNumber ID_PRECISION_LOST ERROR'],
  ['X22 a residence permit under the wrong type', { idNumber: '810000199408230021' }, 'idNumber ID_TYPE_MISMATCH ERROR'],
  ['X22 a passport that is none', { idType: '护照', idNumber: '赵磊' }, 'idNumber PASSPORT_FORMAT ERROR'],
  ['X22 a type that does not exist', { idType: '学生证' }, 'idType CODE_UNKNOWN ERROR'],
  ['F6 a gender against the 17th digit', { gender: '男' }, 'gender GENDER_MISMATCH ERROR'],
  ['F6 a gender that is not stated', { gender: '9' }, 'gender GENDER_MISMATCH ERROR'],
  ["another school's code", { schoolCode: '10002' }, 'schoolCode SCHOOL_CODE_MISMATCH ERROR'],
  ["another school's name", { schoolName: '别的大学' }, 'schoolName SCHOOL_NAME_MISMATCH ERROR'],
  ['a college the school does not have', { college: '玄学院' }, 'college COLLEGE_UNKNOWN ERROR'],
  ['dates out of order', { graduatedAt: '202309' }, 'graduatedAt DATES_OUT_OF_ORDER ERROR'],
  ['a month that does not exist', { enrolledAt: '202313' }, 'enrolledAt MONTH_IMPOSSIBLE ERROR'],
  ['a day that does not exist', { enrolledAt: '2023-02-30' }, 'enrolledAt MONTH_IMPOSSIBLE ERROR'],
  ['a word for a month', { enrolledAt: '九月' }, 'enrolledAt MONTH_IMPOSSIBLE ERROR'],
  ['a code outside its list', { ethnicity: '77' }, 'ethnicity CODE_UNKNOWN ERROR'],
  ['a name outside its list', { politicalStatus: '路人' }, 'politicalStatus CODE_UNKNOWN ERROR'],
  ['R20 a region that does not exist', { originRegion: '999999' }, 'originRegion REGION_UNKNOWN ERROR'],
  ['R20 a region that no longer exists', { originRegion: '110103' }, 'originRegion REGION_RETIRED WARNING'],
  ['F1 定向 without its unit', { trainingMode: '定向' }, 'targetUnit REQUIRED ERROR'],
  ['F1 a unit for who is bound to none', { targetUnit: '样例银行' }, 'targetUnit TARGET_UNIT_UNEXPECTED WARNING'],
  ['over-long text', { major: '专'.repeat(101) }, 'major TEXT_TOO_LONG ERROR'],
  ['control characters', { major: '软件\u0007工程' }, 'major TEXT_CONTROL_CHARACTER ERROR'],
  ['invisible characters', { className: '软件\u200b2301' }, 'className TEXT_INVISIBLE_CHARACTER ERROR'],
  ['a name with digits', { name: '赵磊2' }, 'name NAME_CHARACTER ERROR'],
  ['a name that is too long', { name: '磊'.repeat(61) }, 'name TEXT_TOO_LONG ERROR'],
  ['neither yes nor no', { dossierInSchool: '不详' }, 'dossierInSchool YES_NO_EXPECTED ERROR'],
  ['years of schooling that are none', { schoolingYears: '0' }, 'schoolingYears SCHOOLING_YEARS_INVALID ERROR'],
  ['a cohort that is no year', { cohort: '27' }, 'cohort YEAR_IMPOSSIBLE ERROR'],
  ['a student number whose last digits are lost', { studentNo: 20230100010001000 }, 'studentNo NUMBER_PRECISION_LOST ERROR'],
  ['a formula that failed', { major: '#N/A' }, 'major FORMULA_ERROR ERROR'],
  ['F6 a candidate number of another length', { candidateNo: '231101' }, 'candidateNo CANDIDATE_NO_LENGTH WARNING'],
  ['F6 a candidate number of another year', { candidateNo: '22110105123456' }, 'candidateNo CANDIDATE_NO_YEAR WARNING'],
  ['R7 a telephone that is none', { phone: '没有' }, 'phone PHONE_INVALID WARNING'],
  ['R7 a mail address that is none', { email: 'nobody' }, 'email EMAIL_INVALID WARNING'],
  ['X31 a counsellor nobody knows', { counsellor: '无名氏' }, 'counsellor COUNSELLOR_UNKNOWN WARNING'],
];

describe('a mistake in a roster row', () => {
  it.each(mistakes)('%s', (_name, cells, problem) => {
    expect(problemsOf(cells)).toEqual([problem]);
    expect(parse(cells).row === null).toBe(problem.endsWith('ERROR'));
  });

  it('F6 a county that is in no list warns and is kept', () => {
    const { row, problems } = parse({ idNumber: '310119199001010016', gender: '男' });
    expect(problems.map(({ code }) => code)).toEqual(['ID_REGION_UNLISTED']);
    expect(row?.idNumber).toBe('310119199001010016');
  });

  it('R7 contact data that cannot be read are left out', () => {
    expect(parse({ phone: '没有', email: 'nobody' }).row?.basic).toMatchObject({ phone: null, email: null });
  });

  it.each([
    ['in its own column', { idNumber: '110105194912310021' }],
    ['in its own column, as a number', { idNumber: 110105194912310020 }],
    ['a column too far to the left', { name: '110105194912310021' }],
    ['a column too far to the right', { gender: '１１０１０５１９４９１２３１００２１' }],
    ['with spaces', { politicalStatus: '110105 19491231 0021' }],
    ['as a number elsewhere', { candidateNo: 110105194912310020 }],
    ['as a rounded number elsewhere', { candidateNo: '1.10105194912310E+17' }],
  ])('never shows a number of an identity document: %s', (_name, cells) => {
    const text = JSON.stringify(parse(cells).problems);
    expect(text).toContain('code');
    expect(text).not.toMatch(/10105\s?1949/);
  });

  it('shows other values, shortened', () => {
    expect(parse({ college: '玄'.repeat(50) }).problems[0]?.value).toBe('玄'.repeat(40));
    expect(parse({ college: '玄学院' }).problems[0]).toEqual({
      column: '院系',
      field: 'college',
      value: '玄学院',
      code: 'COLLEGE_UNKNOWN',
      severity: 'ERROR',
    });
  });

  it('has words in both languages for each code', () => {
    for (const code of Object.keys(rosterProblems) as (keyof typeof rosterProblems)[]) {
      expect(rosterProblemText(code, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(rosterProblemText(code, 'en')).toMatch(/^[\x20-\x7E]+$|是|否/);
    }
    expect(rosterProblemText('CODE_UNKNOWN', 'en')).toBe('The code is not in the code list');
  });
});

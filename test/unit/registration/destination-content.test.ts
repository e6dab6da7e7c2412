import { destinations, type DestinationCode } from '../../../domain/codes/destinations.ts';
import { parseSectionContent } from '../../../domain/registration/section-content.ts';
import { employment, pendingDestination, studyDestination } from '../../support/record/contents.ts';

const problemsOf = (content: unknown): string[] => {
  const parsed = parseSectionContent('DESTINATION', content);
  return parsed.ok ? [] : parsed.problems.map(({ field, code }) => `${field}: ${code}`).sort();
};

/** What nobody may leave out, by code: written out, so that a change of the code list is a change of this test. */
const needed: Record<DestinationCode, readonly string[]> = {
  ...Object.fromEntries(
    ['10', '11', '12', '27', '271'].map((code) => [
      code,
      ['creditCode', 'entityName', 'entityRegion', 'industry', 'jobCategory', 'nature'],
    ]),
  ),
  ...Object.fromEntries(
    ['46', '50', '502', '503', '51', '512', '519', '75', '76', '80', '801', '802', '85'].map((code) => [code, ['entityName']]),
  ),
  ...Object.fromEntries(['70', '71', '72'].map((code) => [code, []])),
} as unknown as Record<DestinationCode, readonly string[]>;

describe('R14 content of a destination', () => {
  it.each([
    ['an employer', employment],
    ['a school', studyDestination],
    ['求职中', pendingDestination],
  ])('R14 %s is taken as it is', (_, content) => {
    expect(problemsOf(content)).toEqual([]);
  });

  it.each(destinations.codes.map((code) => [code, needed[code]] as const))('R14 code %s needs %j', (code, fields) => {
    expect(problemsOf({ code })).toEqual(fields.map((field) => `${field}: REQUIRED`));
  });

  it('R14 fields that are left out are null, so that a digest does not depend on how it was sent', () => {
    const parsed = parseSectionContent('DESTINATION', { code: '71' });
    expect(parsed.ok && Object.keys(parsed.content).sort()).toEqual([
      'abroadName',
      'code',
      'creditCode',
      'entityAddress',
      'entityName',
      'entityRegion',
      'industry',
      'jobCategory',
      'nature',
      'startDate',
      'subtype',
    ]);
  });

  it.each([
    ['an unknown field', { ...employment, salary: 9_000 }, 'salary: FIELD_UNKNOWN'],
    ['a code outside the list', { code: '99' }, 'code: CODE_UNKNOWN'],
    ['no code', {}, 'code: REQUIRED'],
    ['a name of the wrong type', { ...employment, entityName: 5 }, 'entityName: TYPE_WRONG'],
    ['a name of 101 characters', { ...employment, entityName: '名'.repeat(101) }, 'entityName: TEXT_TOO_LONG'],
    ['a name of spaces', { ...employment, entityName: '   ' }, 'entityName: REQUIRED'],
    ['a control character', { ...employment, entityName: '示例\u0000公司' }, 'entityName: TEXT_CONTROL_CHARACTER'],
    ['a line feed', { ...employment, entityName: '示例\n公司' }, 'entityName: TEXT_CONTROL_CHARACTER'],
    ['a bidirectional control', { ...employment, entityName: '示例\u202e公司' }, 'entityName: TEXT_INVISIBLE_CHARACTER'],
    ['an address of 201 characters', { ...employment, entityAddress: '路'.repeat(201) }, 'entityAddress: TEXT_TOO_LONG'],
    ['a credit code with a wrong check digit', { ...employment, creditCode: '91350100M000100Y44' }, 'creditCode: CREDIT_CODE_CHECK'],
    ['a credit code of 17 characters', { ...employment, creditCode: '91350100M000100Y4' }, 'creditCode: CREDIT_CODE_LENGTH'],
    ['a credit code that is a number', { ...employment, creditCode: 913501000001000 }, 'creditCode: TYPE_WRONG'],
    ['a region that does not exist', { ...employment, entityRegion: '119999' }, 'entityRegion: REGION_UNKNOWN'],
    ['an industry outside the list', { ...employment, industry: 'XX' }, 'industry: CODE_UNKNOWN'],
    ['a subtype of another code', { code: '71', subtype: '70-L1' }, 'subtype: CODE_UNKNOWN'],
    ['30 February', { ...employment, startDate: '2027-02-30' }, 'startDate: DATE_IMPOSSIBLE'],
  ])('R14 %s is refused with its code', (_, content, problem) => {
    expect(problemsOf(content)).toEqual([problem]);
  });

  it('R14 a name of 100 characters outside the basic plane is 100 characters', () => {
    expect(problemsOf({ ...employment, entityName: '𬭎'.repeat(100) })).toEqual([]);
  });

  it.each([
    ['Hong Kong', { entityRegion: '810000' }],
    ['the armed forces', { nature: '40' }],
  ])('R14 %s has no credit code', (_, part) => {
    expect(problemsOf({ ...employment, creditCode: null, ...part })).toEqual([]);
  });

  it('R14 a credit code that is given is checked even where none is needed', () => {
    expect(problemsOf({ ...studyDestination, creditCode: '91350100M000100Y44' })).toEqual(['creditCode: CREDIT_CODE_CHECK']);
  });

  it.each(['91350100m000100y43', '９１３５０１００M000100Y43', ' 91350100M0 00100Y43 '])(
    'X12 the credit code "%s" is the one that was in force, not another',
    (creditCode) => {
      expect(parseSectionContent('DESTINATION', { ...employment, creditCode })).toMatchObject({
        ok: true,
        content: { creditCode: '91350100M000100Y43' },
      });
    },
  );
});

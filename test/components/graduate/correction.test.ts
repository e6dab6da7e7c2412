import { checkedChanges, correctableFields, fieldsForMany, presentValue, type TypedCorrection } from '../../../web/graduate/correction.ts';

const faultsOf = (typed: TypedCorrection): Record<string, string> =>
  Object.fromEntries([...checkedChanges(typed).problems].map(([field, words]) => [field, words.zh]));

describe('what is typed as a correction', () => {
  it('R7 has the fields of the school and no others; what is one person’s is not for many', () => {
    expect(correctableFields).toEqual(expect.arrayContaining(['name', 'idNumber', 'graduatedAt', 'className']));
    for (const field of ['phone', 'email', 'idNumberIndex', 'sealedIdNumber']) expect(correctableFields).not.toContain(field);
    expect(correctableFields.filter((field) => !fieldsForMany.includes(field))).toEqual(['name', 'idNumber', 'candidateNo', 'studentNo']);
  });

  it('R8 is sent as the API takes it: yes and no, and nothing where there may be nothing', () => {
    expect(checkedChanges({ hukouInSchool: 'false', className: ' ', graduatedAt: '202612', idNumber: 'E12345678' })).toEqual({
      changes: { hukouInSchool: false, className: null, graduatedAt: '202612', idNumber: 'E12345678' },
      problems: new Map(),
    });
  });

  it('R8 is held against the schema of the domain, field by field', () => {
    expect(faultsOf({ graduatedAt: '202613', major: '', hukouInSchool: '', idNumber: ' ', educationLevel: '' })).toEqual({
      graduatedAt: '年月不存在，应为 yyyyMM',
      major: '必填',
      hukouInSchool: '必填',
      idNumber: '必填',
      educationLevel: '代码不在代码表中',
    });
  });

  it('R8 begins with what stands there, but for the number that nobody sees', () => {
    const basic = { idNumber: '110105********0002', hukouInSchool: true, className: null, major: '哲学' } as unknown as Parameters<
      typeof presentValue
    >[0];
    expect((['idNumber', 'hukouInSchool', 'className', 'major'] as const).map((field) => presentValue(basic, field))).toEqual([
      '',
      'true',
      '',
      '哲学',
    ]);
    expect(presentValue(undefined, 'major')).toBe('');
  });
});

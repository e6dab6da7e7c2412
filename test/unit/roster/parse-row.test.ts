import { goodCells, parse, problemsOf } from './roster-cells.ts';

describe('a roster row', () => {
  it('R8 becomes basic information in the codes of the record', () => {
    const { row, problems } = parse({ phone: '19900000001', email: 'g@example.com', className: '软件2301', counsellor: '周明远' });
    expect(problems).toEqual([]);
    expect(row).toMatchObject({
      cohort: 2027,
      idNumber: '11010519491231002X',
      collegeId: 'college-info',
      counsellorId: 'c-1',
      sections: {},
      basic: {
        candidateNo: '23110105123456',
        name: '赵磊',
        idType: 'RESIDENT_ID',
        gender: '2',
        ethnicity: '01',
        politicalStatus: '03',
        educationLevel: '231',
        trainingMode: '1',
        targetUnit: null,
        major: '软件工程',
        majorCode: null,
        schoolingYears: '4',
        studentNo: '2023010001',
        originRegion: '110105',
        urbanRural: null,
        enrolledAt: '202309',
        graduatedAt: '202706',
        dossierInSchool: true,
        hukouInSchool: true,
        phone: '19900000001',
        email: 'g@example.com',
        academicStatus: 'GRADUATED',
        normalCategory: null,
        hardship: null,
        className: '软件2301',
      },
    });
  });

  it.each(Object.keys(goodCells))('R8 lacks %s', (field) => {
    expect(problemsOf({ [field]: null })).toEqual([`${field} REQUIRED ERROR`]);
    expect(problemsOf({ [field]: '　 ' })).toEqual([`${field} REQUIRED ERROR`]);
    expect(parse({ [field]: null }).row).toBeNull();
  });

  it.each([
    ['F6 full-width digits', { idNumber: '１１０１０５１９４９１２３１００２Ｘ' }, 'idNumber', '11010519491231002X'],
    ['F6 a lower-case x', { idNumber: '11010519491231002x' }, 'idNumber', '11010519491231002X'],
    ['F6 spaces in the number', { idNumber: ' 110105 19491231 002X ' }, 'idNumber', '11010519491231002X'],
    ['X22 a residence permit', { idType: '港澳台居民居住证', idNumber: '810000199408230021' }, 'idNumber', '810000199408230021'],
    ['X22 a passport', { idType: '护照', idNumber: 'ex8800020' }, 'idNumber', 'EX8800020'],
    ['X22 a travel permit that a cell holds as a number', { idType: '台湾居民来往大陆通行证', idNumber: 12345678 }, 'idNumber', '12345678'],
  ] as const)('%s', (_name, cells, field, value) => {
    const { row, problems } = parse(cells);
    expect(problems).toEqual([]);
    expect(row?.[field]).toBe(value);
  });

  it.each([
    ['gender', '2', '2'],
    ['gender', 2, '2'],
    ['gender', '女性', '2'],
    ['gender', '２', '2'],
    ['ethnicity', 1, '01'],
    ['ethnicity', '1.0', '01'],
    ['ethnicity', '汉', '01'],
    ['ethnicity', '05', '05'],
    ['politicalStatus', '团员', '03'],
    ['politicalStatus', '1', '01'],
    ['educationLevel', '本科生毕业', '231'],
    ['educationLevel', 231, '231'],
    ['educationLevel', 'l1', 'L1'],
    ['trainingMode', '非定向就业', '1'],
    ['schoolingYears', 4, '4'],
    ['schoolingYears', '4.0', '4'],
    ['schoolingYears', '2.5', '2.5'],
    ['schoolingYears', '4年', '4'],
    ['originRegion', 110105, '110105'],
    ['originRegion', '江苏省南京市玄武区', '320102'],
    ['originRegion', '北京市市辖区海淀区', '110108'],
    ['originRegion', '新疆维吾尔自治区/喀什地区/喀什市', '653101'],
    ['enrolledAt', 202309, '202309'],
    ['enrolledAt', '2023-09', '202309'],
    ['enrolledAt', '2023年9月', '202309'],
    ['enrolledAt', '２０２３/９/１', '202309'],
    ['enrolledAt', new Date(Date.UTC(2023, 8, 1)), '202309'],
    ['enrolledAt', 45170, '202309'],
    ['enrolledAt', '45170', '202309'],
    ['enrolledAt', '20230901', '202309'],
    ['graduatedAt', '2027.06', '202706'],
    ['dossierInSchool', '否', false],
    ['dossierInSchool', 1, true],
    ['dossierInSchool', 'FALSE', false],
    ['hukouInSchool', 'y', true],
    ['studentNo', 2023010001, '2023010001'],
    ['studentNo', '２０２３ ０１', '202301'],
    ['name', '买买提•艾力', '买买提·艾力'],
    ['name', '赵 磊', '赵磊'],
    ['name', '张𬭎', '张𬭎'],
    ['name', '李䶮', '李䶮'],
    ['name', '王㛃', '王㛃'],
    ['name', 'Anna Maria Kowalska', 'Anna Maria Kowalska'],
    ['academicStatus', '结业', 'COMPLETED'],
    ['hardship', '家庭困难', '2'],
    ['normalCategory', '非师范生', '2'],
    ['urbanRural', '农村', 'RURAL'],
    ['phone', 19900000001, '19900000001'],
    ['email', 'mailto:g@example.com', 'g@example.com'],
  ] as const)('%s %p is read as %p', (field, value, expected) => {
    const { row } = parse({ [field]: value });
    expect(row?.basic[field]).toBe(expected);
  });

  it('X26 a school without colleges takes whatever stands in 院系', () => {
    const { row, problems } = parse(
      { college: '任意' },
      { directory: { hasColleges: false, findCollege: () => undefined, findCounsellors: () => [] } },
    );
    expect(problems).toEqual([]);
    expect(row?.collegeId).toBeNull();
  });

  it('finds a college whatever the width of its brackets', () => {
    expect(parse({ college: '法学院(知识产权学院)' }).row?.collegeId).toBe('college-law');
  });

  it('X31 finds a counsellor by staff number where the name is not enough', () => {
    expect(parse({ counsellor: 't002' }).row?.counsellorId).toBe('c-2');
    const ambiguous = parse({ counsellor: '李 伟' });
    expect(ambiguous.problems).toMatchObject([{ field: 'counsellor', code: 'COUNSELLOR_AMBIGUOUS', severity: 'WARNING' }]);
    expect(ambiguous.row?.counsellorId).toBeNull();
  });

  it.each([
    ['the year of 毕业时间 by default', {}, []],
    ['X21 the column where it is filled', { cohort: '2027届' }, []],
    ["X21 winter graduates in next summer's 届", { cohort: 2027, graduatedAt: '202612' }, []],
    ['X21 winter graduates without the column', { graduatedAt: '202612' }, ['cohort COHORT_OTHER ERROR']],
    ['X21 an unusual pair', { cohort: 2027, graduatedAt: '202606' }, ['cohort COHORT_UNUSUAL WARNING']],
    ['another cohort than the import', { cohort: 2026 }, ['cohort COHORT_OTHER ERROR']],
  ])('届 is %s', (_name, cells, problems) => {
    expect(problemsOf(cells)).toEqual(problems);
  });

  it('says what would be right where that is known', () => {
    expect(parse({ gender: '男', schoolCode: '10002' }).problems).toMatchObject([
      { code: 'GENDER_MISMATCH', expected: '女性' },
      { code: 'SCHOOL_CODE_MISMATCH', expected: '10001' },
    ]);
  });

  it('reports everything that is wrong at once', () => {
    expect(problemsOf({ gender: '男', ethnicity: '火星族', college: '玄学院', graduatedAt: '202209' })).toEqual([
      'gender GENDER_MISMATCH ERROR',
      'graduatedAt DATES_OUT_OF_ORDER ERROR',
      'ethnicity CODE_UNKNOWN ERROR',
      'college COLLEGE_UNKNOWN ERROR',
    ]);
  });
});

import { destinationCells, dossierCells, hukouCells, parse, problemsOf } from './roster-cells.ts';

describe('sections in a roster row', () => {
  it('X19 come with the row when their columns are filled', () => {
    const { row, problems } = parse({ ...destinationCells, ...dossierCells, ...hukouCells });
    expect(problems).toEqual([]);
    expect(row?.sections).toEqual({
      DESTINATION: {
        code: '10',
        subtype: null,
        entityName: '示例软件有限公司',
        creditCode: '91350100M000100Y43',
        industry: '34',
        nature: '39',
        jobCategory: '13',
        entityRegion: '110108',
        entityAddress: null,
        abroadName: null,
        startDate: null,
      },
      DOSSIER: {
        type: 'HOME',
        unitName: '样例人才中心',
        region: '320102',
        address: '样例路1号',
        postcode: '210018',
        contact: '档案科',
        phone: '025-83000000',
        note: '转回生源地',
      },
      HUKOU: { type: 'HOME', region: '320102', unitName: null },
    });
  });

  it.each([
    ['a code as floating point', { ...destinationCells, destinationCode: 10.0 }, { code: '10' }],
    ['a code as the text of one', { ...destinationCells, destinationCode: '10.0' }, { code: '10' }],
    ['a name in place of the code', { ...destinationCells, destinationCode: '签劳动合同形式就业' }, { code: '11' }],
    ['the name only', { destinationName: '求职中' }, { code: '70', subtype: '70-L1' }],
    [
      'names in place of codes',
      { ...destinationCells, employerNature: '其他企业', industry: '制造业', employerRegion: '北京市海淀区' },
      { nature: '39', industry: '22', entityRegion: '110108' },
    ],
    ['a lower-case credit code', { ...destinationCells, usci: '91350100m000100y43' }, { creditCode: '91350100M000100Y43' }],
    ['a date as text', { ...destinationCells, signedAt: '2027/3/8' }, { startDate: '2027-03-08' }],
    ['a date as a serial number', { ...destinationCells, signedAt: 46454 }, { startDate: '2027-03-08' }],
    ['a date cell', { ...destinationCells, signedAt: new Date(Date.UTC(2027, 2, 8)) }, { startDate: '2027-03-08' }],
    [
      'a coarser name beside a finer code',
      { destinationCode: '801', destinationName: '升学', employerName: '样例理工大学' },
      { code: '801' },
    ],
  ])('F6 a destination with %s', (_name, cells, content) => {
    const { row, problems } = parse(cells);
    expect(problems).toEqual([]);
    expect(row?.sections.DESTINATION).toMatchObject(content);
  });

  it('a postcode that a numeric cell has robbed of its zero', () => {
    expect(parse({ ...dossierCells, dossierPostcode: 50000 }).row?.sections.DOSSIER).toMatchObject({ postcode: '050000' });
  });

  it.each([
    ['F6 an employer without a name', { ...destinationCells, employerName: null }, ['employerName REQUIRED ERROR']],
    ['F6 an employer without a credit code', { ...destinationCells, usci: null }, ['usci REQUIRED ERROR']],
    [
      'F6 a credit code with a wrong check character',
      { ...destinationCells, usci: '91350100M000100Y44' },
      ['usci CREDIT_CODE_CHECK ERROR'],
    ],
    ['F6 employer columns without a code', { employerName: '示例软件有限公司' }, ['destinationCode REQUIRED ERROR']],
    ['F6 a destination that does not exist', { destinationCode: '99' }, ['destinationCode CODE_UNKNOWN ERROR']],
    ['F6 a region that does not exist', { ...destinationCells, employerRegion: '999999' }, ['employerRegion REGION_UNKNOWN ERROR']],
    ['F6 a date that does not exist', { ...destinationCells, signedAt: '2027-02-30' }, ['signedAt DATE_IMPOSSIBLE ERROR']],
    ['F6 a name against its code', { destinationCode: '70', destinationName: '自由职业' }, ['destinationName CODE_NAME_MISMATCH ERROR']],
    ['R17 a dossier without its unit', { ...dossierCells, dossierUnit: null }, ['dossierUnit REQUIRED ERROR']],
    ['R17 a note of more than 200 characters', { ...dossierCells, dossierNote: '说'.repeat(201) }, ['dossierNote TEXT_TOO_LONG ERROR']],
    [
      'R17 an address without its county',
      { ...dossierCells, dossierAddress: '样例路1号' },
      ['dossierAddress ADDRESS_WITHOUT_COUNTY ERROR'],
    ],
    ['R17 an address that is a county only', { ...dossierCells, dossierAddress: '江苏省南京市玄武区' }, ['dossierAddress REQUIRED ERROR']],
    [
      'R18 a transfer type that does not exist',
      { ...dossierCells, dossierTransferType: '随身带走' },
      ['dossierTransferType CODE_UNKNOWN ERROR'],
    ],
    ['F1 a dossier without postcode', { ...dossierCells, dossierPostcode: null }, ['dossierPostcode POSTCODE_MISSING WARNING']],
    [
      'F1 a dossier without contact',
      { ...dossierCells, dossierContact: null, dossierPhone: null },
      ['dossierContact CONTACT_MISSING WARNING'],
    ],
    [
      'X16 a dossier that is not in the school',
      { ...dossierCells, dossierInSchool: '否' },
      ['dossierTransferType DOSSIER_NOT_IN_SCHOOL ERROR'],
    ],
    ['R12 a hukou that is not in the school', { ...hukouCells, hukouInSchool: '否' }, ['hukouTransferType HUKOU_NOT_IN_SCHOOL ERROR']],
    ['X12 a hukou whose type names a unit', { ...hukouCells, hukouTransferType: '签约单位接收' }, ['hukouUnit REQUIRED ERROR']],
    ['R23 a hukou in a province only', { ...hukouCells, hukouRegion: '320000' }, ['hukouRegion REGION_UNKNOWN ERROR']],
  ])('%s', (_name, cells, problems) => {
    expect(problemsOf(cells)).toEqual(problems);
    expect(parse(cells).row === null).toBe(problems.some((problem) => problem.endsWith('ERROR')));
  });
});

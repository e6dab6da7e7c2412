import { codeList } from '../../../domain/codes/code-list.ts';
import { codeSchema } from '../../../domain/codes/code-schema.ts';
import { academicStatuses } from '../../../domain/codes/academic-statuses.ts';
import { destinationSubtypes } from '../../../domain/codes/destination-subtypes.ts';
import { destinations } from '../../../domain/codes/destinations.ts';
import { educationLevels } from '../../../domain/codes/education-levels.ts';
import { employerNatures } from '../../../domain/codes/employer-natures.ts';
import { entityLabels } from '../../../domain/codes/entity-labels.ts';
import { ethnicities, ethnicityName, findEthnicity } from '../../../domain/codes/ethnicities.ts';
import { type Gender, genders } from '../../../domain/codes/genders.ts';
import { hardshipCategories, includesHardship } from '../../../domain/codes/hardship-categories.ts';
import { identityDocumentTypes } from '../../../domain/codes/identity-document-types.ts';
import { industries } from '../../../domain/codes/industries.ts';
import { jobCategories } from '../../../domain/codes/job-categories.ts';
import { normalStudentCategories } from '../../../domain/codes/normal-student-categories.ts';
import { politicalStatuses, politicalStatusName } from '../../../domain/codes/political-statuses.ts';
import { statGroups2021, statGroups2024 } from '../../../domain/codes/statistics-groups.ts';
import { trainingModes } from '../../../domain/codes/training-modes.ts';
import { transferTypes } from '../../../domain/codes/transfer-types.ts';
import { urbanRurals } from '../../../domain/codes/urban-rural.ts';

const lists = {
  academicStatuses: [academicStatuses, 2],
  destinations: [destinations, 21],
  destinationSubtypes: [destinationSubtypes, 14],
  educationLevels: [educationLevels, 6],
  employerNatures: [employerNatures, 13],
  entityLabels: [entityLabels, 8],
  ethnicities: [ethnicities, 58],
  genders: [genders, 4],
  hardshipCategories: [hardshipCategories, 8],
  identityDocumentTypes: [identityDocumentTypes, 4],
  industries: [industries, 21],
  jobCategories: [jobCategories, 18],
  normalStudentCategories: [normalStudentCategories, 2],
  politicalStatuses: [politicalStatuses, 13],
  statGroups2021: [statGroups2021, 6],
  statGroups2024: [statGroups2024, 7],
  trainingModes: [trainingModes, 5],
  transferTypes: [transferTypes, 6],
  urbanRurals: [urbanRurals, 2],
} as const;

describe.each(Object.entries(lists))('%s', (_name, [list, count]) => {
  it('has every entry of its source, each with a Chinese and a plain English name', () => {
    expect(list.entries).toHaveLength(count);
    for (const entry of list.entries) {
      expect(entry.zh).toMatch(/\p{Script=Han}/u);
      expect(entry.en).toMatch(/^[A-Z][\x20-\x7E]+$/);
    }
  });

  it('accepts exactly its codes', () => {
    for (const code of list.codes)
      expect(codeSchema(list.codes as readonly string[]).safeParse(code)).toEqual({ success: true, data: code });
    for (const other of ['', 'x', '999', 10, null]) {
      expect(
        codeSchema(list.codes as readonly string[])
          .safeParse(other)
          .error?.issues.map(({ message }) => message),
      ).toEqual(['CODE_UNKNOWN']);
    }
    expect(
      codeSchema(list.codes as readonly string[])
        .safeParse(undefined)
        .error?.issues.map(({ message }) => message),
    ).toEqual(['REQUIRED']);
  });

  it('never lets an alias hide a name', () => {
    for (const { zh } of list.entries) expect(list.findByName(zh)?.zh).toBe(zh);
  });
});

describe('codeList', () => {
  it('keeps the order of its entries, which keys of an object would not', () => {
    expect(destinations.codes.slice(0, 6)).toEqual(['10', '11', '12', '27', '271', '46']);
    expect(ethnicities.codes[0]).toBe('01');
  });

  it('refuses a code that occurs twice', () => {
    const twice = [
      { code: '1', zh: '甲', en: 'A' },
      { code: '1', zh: '乙', en: 'B' },
    ] as const;
    expect(() => codeList(twice)).toThrow('a code occurs twice');
  });

  it('finds nothing outside the list, not even what every object has', () => {
    expect(genders.find('toString')).toBeUndefined();
    expect(() => genders.get('toString' as Gender)).toThrow(RangeError);
  });

  it('finds names whatever the spaces and the width of brackets', () => {
    expect(educationLevels.findByName(' 高职(专科) ')?.code).toBe('361');
    expect(employerNatures.findByName('党政机关')?.code).toBe('10');
    expect(genders.findByName('男')?.code).toBe('1');
    expect(genders.findByName('公')).toBeUndefined();
  });
});

describe('the lists', () => {
  it('R8 the sample graduate is 九三学社社员, code 10', () => {
    expect(politicalStatusName('10', 'zh')).toBe('九三学社社员');
    expect(politicalStatusName('10', 'en')).toBe('Member of the Jiusan Society');
  });

  it.each([
    ['毛难族', '36'],
    ['崩龙族', '46'],
    ['傈傈族', '20'],
    ['汉', '01'],
    ['汉族', '01'],
    ['穿青人', undefined],
  ])('reads the ethnicity %s as %s', (name, code) => expect(findEthnicity(name)?.code).toBe(code));

  it('has ethnicities of two digits and current names', () => {
    expect(ethnicities.codes.every((code) => /^\d{2}$/.test(code))).toBe(true);
    expect(ethnicityName('36', 'zh')).toBe('毛南族');
  });

  it.each([
    ['博士生毕业', '101'],
    ['硕士生毕业', '111'],
    ['二学位毕业', 'L1'],
    ['本科生毕业', '231'],
    ['专科生毕业', '341'],
  ])('reads the export name %s as %s', (name, code) => expect(educationLevels.findByName(name)?.code).toBe(code));

  it('never claims an official code for 第二学士学位', () => {
    expect(educationLevels.get('L1').officialCode).toBeNull();
    expect(educationLevels.entries.filter(({ officialCode }) => officialCode === null)).toHaveLength(1);
  });

  it('takes hardship codes as bit masks', () => {
    const has = hardshipCategories.codes.map((code) =>
      [includesHardship(code, 'PLACEMENT'), includesHardship(code, 'FAMILY'), includesHardship(code, 'DISABILITY')]
        .map(Number)
        .reverse()
        .join(''),
    );
    expect(has).toEqual(['000', '001', '010', '011', '100', '101', '110', '111']);
  });

  it('binds 定向 and 委培 to a unit', () => {
    expect(trainingModes.entries.filter(({ boundToUnit }) => boundToUnit).map(({ zh }) => zh)).toEqual(['定向', '委培']);
  });

  it('X22 knows the four identity documents', () => {
    expect(identityDocumentTypes.entries.map(({ zh }) => zh)).toEqual(['居民身份证', '港澳台居民居住证', '通行证', '护照']);
  });
});

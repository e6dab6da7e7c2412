import {
  abroadCode,
  entityNameLabel,
  evidenceFor,
  isAbroad,
  isStudy,
  requiresCreditCode,
  requiresEmployerFields,
  requiresEntityName,
  studyCodes,
} from '../../../domain/codes/destination-facts.ts';
import { destinationSubtypes, subtypesOf } from '../../../domain/codes/destination-subtypes.ts';
import { destinations, findDestination, getDestination, type DestinationCategory } from '../../../domain/codes/destinations.ts';
import { statGroups2021, statGroups2024 } from '../../../domain/codes/statistics-groups.ts';
import { placeOfOriginRule, transferTypes } from '../../../domain/codes/transfer-types.ts';

const entries: readonly DestinationCategory[] = destinations.entries;
const codesWhere = (holds: (entry: DestinationCategory) => boolean) => entries.filter(holds).map(({ code }) => code);

describe('destination categories', () => {
  it('F4 settled is everything but 70, 71, 72', () => {
    expect(codesWhere(({ settled }) => !settled)).toEqual(['70', '71', '72']);
  });

  it('F4 both statistics groups agree with settled', () => {
    for (const { settled, statGroup2021, statGroup2024 } of entries) {
      expect(statGroups2021.get(statGroup2021).settled).toBe(settled);
      expect(statGroups2024.get(statGroup2024).settled).toBe(settled);
    }
  });

  it('F2 the wage floor holds for 12, 27, 271 and 76, and not for 75', () => {
    expect(codesWhere(({ wageFloor }) => wageFloor)).toEqual(['12', '27', '271', '76']);
  });

  it('F2 evidence is required for all but the pending ones, and then its words are there in both languages', () => {
    expect(codesWhere(({ evidenceRequired }) => !evidenceRequired)).toEqual(['70', '71', '72']);
    for (const code of destinations.codes) {
      const words = evidenceFor(code);
      expect(words !== undefined).toBe(getDestination(code).evidenceRequired);
      if (words !== undefined) expect([words.zh.length > 3, /^[A-Z]/.test(words.en)]).toEqual([true, true]);
    }
    expect(evidenceFor('46')?.zh).toBe('预定兵通知书 或 入伍通知书');
  });

  it("never shows the editor's mark of an inference to people", () => {
    expect(JSON.stringify(destinations.codes.map(evidenceFor))).not.toContain('推断');
    expect(getDestination('12')).toMatchObject({ statGroup2024: 'EMPLOYER', inferred: ['statGroup2024'] });
  });

  it('has second-level codes under a parent of the same kind, groups and label', () => {
    const second = entries.filter(({ level }) => level === 2);
    expect(second.map(({ code }) => code)).toEqual(['271', '502', '503', '512', '519', '801', '802']);
    for (const { code, parent, kind, statGroup2021, statGroup2024, entityLabel } of second) {
      expect(code.startsWith(parent ?? '?')).toBe(true);
      expect(findDestination(parent ?? '?')).toMatchObject({ level: 1, parent: null, kind, statGroup2021, statGroup2024, entityLabel });
    }
  });

  it.each([
    ['10', '就业单位名称', 'Employer'],
    ['271', '项目/单位名称', 'Project or unit'],
    ['46', '征兵办名称', 'Conscription office'],
    ['503', '项目名称', 'Programme'],
    ['75', '创业单位名称', 'Own business'],
    ['76', '所从事的自由职业内容', 'Freelance work done'],
    ['802', '升学院校名称', 'Institution of further study'],
    ['85', '境外单位/院校名称', 'Foreign unit or institution'],
    ['71', undefined, undefined],
  ] as const)('F6 the field for the entity of %s is called %s', (code, zh, en) => {
    expect(entityNameLabel(code, 'zh')).toBe(zh);
    expect(entityNameLabel(code, 'en')).toBe(en);
    expect(requiresEntityName(code)).toBe(zh !== undefined);
  });

  it('knows study and abroad', () => {
    expect(destinations.codes.filter(isStudy)).toEqual([...studyCodes]);
    expect(destinations.codes.filter(isAbroad)).toEqual([abroadCode]);
  });

  it('asks for employer fields and a credit code of employment in the mainland, the army excepted', () => {
    const employment = ['10', '11', '12', '27', '271'];
    expect(destinations.codes.filter(requiresEmployerFields)).toEqual(employment);
    expect(destinations.codes.filter((code) => requiresCreditCode(code, { inMainland: true }))).toEqual(employment);
    expect(requiresCreditCode('11', { inMainland: true, employerNature: '31' })).toBe(true);
    expect(requiresCreditCode('10', { inMainland: true, employerNature: '40' })).toBe(false);
    expect(destinations.codes.filter((code) => requiresCreditCode(code, { inMainland: false }))).toEqual([]);
  });

  it('answers nothing for an unknown code', () => {
    expect(findDestination('13')).toBeUndefined();
    expect(findDestination('')).toBeUndefined();
  });

  it('finds a destination by the name on a roster', () => {
    expect(destinations.findByName('出国、出境（境外留学）')?.code).toBe('85');
    expect(destinations.findByName('科研助理、管理助理')?.code).toBe('27');
    expect(destinations.findByName('求职中')?.code).toBe('70');
  });
});

describe('uncoded subtypes', () => {
  it('have a code of ours under a first-level destination, and no official one', () => {
    for (const { code, parent, officialCode } of destinationSubtypes.entries) {
      expect(code).toMatch(new RegExp(`^${parent}-L\\d$`));
      expect(findDestination(parent)?.level).toBe(1);
      expect(officialCode).toBeNull();
    }
  });

  it('F2 someone unsettled picks from these', () => {
    expect(subtypesOf('70').map(({ code, zh }) => `${code} ${zh}`)).toEqual([
      '70-L1 求职中',
      '70-L2 签约中',
      '70-L3 拟参加公招考试',
      '70-L4 拟创业',
    ]);
    expect(subtypesOf('10')).toEqual([]);
  });
});

describe('transfer types', () => {
  it('R18 need evidence unless the type is 转回生源地', () => {
    expect(transferTypes.entries.filter(({ evidenceRequired }) => !evidenceRequired).map(({ zh }) => zh)).toEqual(['转回生源地']);
  });

  it('say in both languages what they mean and what proves them', () => {
    for (const { definition, evidence } of transferTypes.entries) {
      for (const { zh, en } of [definition, evidence]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[A-Z]/);
      }
    }
    expect(transferTypes.get('CUSTODIAN').evidence.zh).toContain('调档函');
  });

  it('R19, R20 the return to the place of origin says what that is and what proves a change of it', () => {
    expect(transferTypes.get('HOME').evidence.zh).toContain('户口本照片和身份证照片');
    expect(placeOfOriginRule.zh).toContain('入学前户口所在地');
  });

  it('name the two that presuppose further study', () => {
    expect(transferTypes.entries.filter(({ furtherStudy }) => furtherStudy).map(({ code }) => code)).toEqual(['STUDY_SAME', 'STUDY_OTHER']);
  });
});

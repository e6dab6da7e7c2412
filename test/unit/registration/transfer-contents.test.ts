import { transferTypes } from '../../../domain/codes/transfer-types.ts';
import { parseSectionContent } from '../../../domain/registration/section-content.ts';
import type { SectionKind } from '../../../domain/registration/section.ts';
import { homeDossier, homeHukou } from '../../support/record/contents.ts';

const problemsOf = (section: SectionKind, content: unknown): string[] => {
  const parsed = parseSectionContent(section, content);
  return parsed.ok ? [] : parsed.problems.map(({ field, code }) => `${field}: ${code}`).sort();
};

describe('R17 content of the dossier section', () => {
  it.each(transferTypes.codes)('R18 type %s is one of the six', (type) => {
    expect(problemsOf('DOSSIER', { ...homeDossier, type })).toEqual([]);
  });

  it('R18 there are six types', () => expect(transferTypes.codes).toHaveLength(6));

  it('R17 an empty form names every field that is needed', () => {
    expect(problemsOf('DOSSIER', {})).toEqual([
      'address: REQUIRED',
      'note: REQUIRED',
      'region: REQUIRED',
      'type: REQUIRED',
      'unitName: REQUIRED',
    ]);
  });

  it('F1 postcode, contact and phone may be left out, with a warning', () => {
    const { postcode: _, contact: __, phone: ___, ...rest } = homeDossier;
    expect(parseSectionContent('DOSSIER', rest)).toMatchObject({ ok: true, content: { postcode: null, contact: null, phone: null } });
  });

  it('R17 a note has at most 200 characters', () => {
    expect(problemsOf('DOSSIER', { ...homeDossier, note: '字'.repeat(200) })).toEqual([]);
    expect(problemsOf('DOSSIER', { ...homeDossier, note: '字'.repeat(201) })).toEqual(['note: TEXT_TOO_LONG']);
  });

  it('R17 a note is required (必填)', () => expect(problemsOf('DOSSIER', { ...homeDossier, note: '' })).toEqual(['note: REQUIRED']));

  it.each([
    ['an unknown field', { stamp: 'x' }, 'stamp: FIELD_UNKNOWN'],
    ['an unknown type', { type: 'ABROAD' }, 'type: CODE_UNKNOWN'],
    ['a city where a county is needed', { region: '110100' }, 'region: REGION_UNKNOWN'],
    ['a region that does not exist', { region: '990199' }, 'region: REGION_UNKNOWN'],
    ['a region of the wrong type', { region: 110108 }, 'region: TYPE_WRONG'],
    ['a control character', { address: '示例路\u00071号' }, 'address: TEXT_CONTROL_CHARACTER'],
    ['a zero-width character', { unitName: '示例\u200b中心' }, 'unitName: TEXT_INVISIBLE_CHARACTER'],
    ['a postcode of five digits', { postcode: '10019' }, 'postcode: POSTCODE_INVALID'],
    ['a phone of letters', { phone: 'office' }, 'phone: PHONE_INVALID'],
    ['a contact of 61 characters', { contact: '人'.repeat(61) }, 'contact: TEXT_TOO_LONG'],
  ])('R17 %s is refused with its code', (_, part, problem) => {
    expect(problemsOf('DOSSIER', { ...homeDossier, ...part })).toEqual([problem]);
  });

  it('X12 a phone and a postcode in other writing are the same', () => {
    const parsed = parseSectionContent('DOSSIER', { ...homeDossier, phone: '（010） 12345678', postcode: '１００１９５' });
    expect(parsed).toMatchObject({ ok: true, content: { phone: '010-12345678', postcode: '100195' } });
  });
});

describe('R12 content of the hukou section', () => {
  it('R18 转回生源地 needs no unit', () => expect(problemsOf('HUKOU', homeHukou)).toEqual([]));

  it.each(transferTypes.codes.filter((type) => type !== 'HOME'))('R18 type %s needs a unit', (type) => {
    expect(problemsOf('HUKOU', { ...homeHukou, type })).toEqual(['unitName: REQUIRED']);
    expect(problemsOf('HUKOU', { ...homeHukou, type, unitName: '示例单位' })).toEqual([]);
  });

  it.each([
    ['an unknown field', { address: '示例路' }, 'address: FIELD_UNKNOWN'],
    ['a region that does not exist', { region: '110199' }, 'region: REGION_UNKNOWN'],
    ['a unit of 101 characters', { unitName: '名'.repeat(101) }, 'unitName: TEXT_TOO_LONG'],
  ])('R12 %s is refused with its code', (_, part, problem) => {
    expect(problemsOf('HUKOU', { ...homeHukou, ...part })).toEqual([problem]);
  });
});

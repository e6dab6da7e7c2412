import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { changedFields, touchesKeyField } from '../../../domain/registration/key-fields.ts';
import { actors } from '../../support/domain/actors.ts';
import { evidenceIds } from '../../support/domain/graduate-state.ts';
import { confirmed, register } from '../../support/domain/journey.ts';
import { ofType } from '../../support/domain/paper-record.ts';
import { employment, homeDossier, homeHukou } from '../../support/record/contents.ts';

const employer = { ...employment, subtype: null, entityAddress: null, abroadName: null };
const hukouToUnit = { ...homeHukou, type: 'EMPLOYER', unitName: '示例单位' };

/** X12 field by field: another value of each, and whether it matters. */
const changes = [
  ...(
    [
      ['code', '11', true],
      ['entityName', '示例科技有限公司', true],
      ['creditCode', '91110000802100433B', true],
      ['entityRegion', '110105', true],
      ['industry', '22', false],
      ['nature', '32', false],
      ['jobCategory', '17', false],
      ['entityAddress', '示例路9号', false],
      ['startDate', '2027-08-01', false],
    ] as const
  ).map(([field, value, key]) => ({ section: 'DESTINATION', content: employer, field, value, key }) as const),
  ...(
    [
      ['type', 'CUSTODIAN', true],
      ['unitName', '示例中心', true],
      ['region', '110105', true],
      ['address', '示例路2号', true],
      ['postcode', '100190', false],
      ['contact', '李科', false],
      ['phone', '010-87654321', false],
      ['note', '更新说明', false],
    ] as const
  ).map(([field, value, key]) => ({ section: 'DOSSIER', content: homeDossier, field, value, key }) as const),
  ...(
    [
      ['type', 'CUSTODIAN', true],
      ['region', '110105', true],
      ['unitName', '示例公司', true],
    ] as const
  ).map(([field, value, key]) => ({ section: 'HUKOU', content: hukouToUnit, field, value, key }) as const),
];
const evidenceOf = { DESTINATION: [evidenceIds.offer], DOSSIER: [evidenceIds.letter], HUKOU: [] };

describe('key fields', () => {
  it.each(changes)('R24 X12 a change of $field in $section is a key change: $key', ({ section, content, field, value, key }) => {
    const paper = confirmed();
    register(paper, section, content, evidenceOf[section]);
    const [approval] = ofType(register(paper, section, { ...content, [field]: value }, evidenceOf[section]), 'SECTION_APPROVED');
    expect(approval).toMatchObject({ changedFields: [field], keyChange: key });
  });

  it.each([
    ['name', { name: '示例更名' }, true],
    ['idType and number', { idType: 'PASSPORT', idNumberIndex: 'index-2', sealedIdNumber: 'sealed-2' }, true],
    ['graduatedAt', { graduatedAt: '202707' }, true],
    ['gender', { gender: '2' }, false],
    ['class', { className: '二班' }, false],
  ] as const)('R24 X12 a correction of %s', (_, correction, key) => {
    const paper = confirmed();
    const events = paper.apply(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', { changes: correction, reason: '学籍更正' });
    expect(ofType(events, 'CONFIRMATION_CHANGED')).toHaveLength(key ? 1 : 0);
  });

  it('X12 the list is data: what a pack adds becomes a key field', () => {
    const keyFields = { ...nationalDefault.keyFields, value: { ...nationalDefault.keyFields.value, DOSSIER: ['postcode'] } };
    expect(touchesKeyField(nationalDefault, 'DOSSIER', ['postcode'])).toBe(false);
    expect(touchesKeyField({ ...nationalDefault, keyFields }, 'DOSSIER', ['postcode'])).toBe(true);
  });

  it('X12 a value that was null and is left out has not changed', () => {
    expect(changedFields({ code: '70', subtype: null }, { code: '70' })).toEqual([]);
    expect(changedFields({ b: [1, 2], a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 }, b: [1, 2] })).toEqual([]);
  });

  it('X18 against nothing every field that says something has changed', () => {
    expect(changedFields(null, { code: '70', subtype: null })).toEqual(['code']);
  });
});

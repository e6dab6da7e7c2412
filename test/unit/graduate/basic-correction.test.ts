import { BasicCorrection } from '../../../domain/graduate/basic-correction.ts';
import { actors } from '../../support/domain/actors.ts';
import { sampleBasic } from '../../support/domain/graduate-state.ts';
import { cutoff, july } from '../../support/domain/instants.ts';
import { checked, confirmed } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';

const payload = (changes: Record<string, unknown>) => ({ changes, reason: '学籍更正' });
const refusal = (changes: Record<string, unknown>, paper = checked()) =>
  paper.refusal(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', payload(changes));
const correct = (changes: Record<string, unknown>, paper = checked()) =>
  ofType(paper.apply(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', payload(changes)), 'BASIC_INFORMATION_CORRECTED')[0]!;

describe('R7 who may change which field', () => {
  it('R7 phone and mail are the graduate’s own; the rest is the school’s', () => {
    const school = Object.keys(BasicCorrection.shape)
      .filter((field) => field !== 'sealedIdNumber')
      .sort();
    expect(school).toEqual(
      Object.keys(sampleBasic)
        .filter((field) => !['phone', 'email'].includes(field))
        .sort(),
    );
  });

  it.each(['phone', 'email'])('R7 the school may not change %s', (field) => {
    expect(refusal({ major: '逻辑学', [field]: '19900000002' })).toEqual({ code: 'FIELD_NOT_CORRECTABLE', clause: 'R7', fields: [field] });
  });

  it('R7 an unknown field is refused by its name', () => {
    expect(refusal({ salary: 1, bonus: '1' })).toEqual({ code: 'INVALID_REQUEST', fields: ['salary', 'bonus'] });
  });

  it('R7 R54 a correction changes what it names and nothing else, and the graduate is told', () => {
    const paper = checked();
    const event = correct({ major: '逻辑学', gender: '1' }, paper);
    expect(event).toEqual({
      type: 'BASIC_INFORMATION_CORRECTED',
      changes: { major: '逻辑学' },
      sealedIdNumber: null,
      fields: ['major'],
      reason: '学籍更正',
    });
    expect(paper.state.basic).toEqual({ ...sampleBasic, major: '逻辑学' });
    expect(paper.told).toMatchObject([{ recipientKind: 'GRADUATE', recipientId: paper.state.id, event: 'basic_information.corrected' }]);
  });

  it('X12 a retyped equal value is no change, spaces and dots included', () => {
    expect(refusal({ name: ' 示例 同学 ', gender: '1' })).toEqual({ code: 'NO_CHANGE' });
  });

  it.each([
    ['name', '张三1'],
    ['gender', '7'],
    ['ethnicity', '99'],
    ['trainingMode', '9'],
    ['originRegion', '990101'],
    ['enrolledAt', '202313'],
    ['graduatedAt', '2027-06'],
    ['schoolingYears', '4.25'],
    ['dossierInSchool', 'yes'],
    ['major', '逻\u0000辑'],
    ['className', '班'.repeat(61)],
    ['targetUnit', ''],
    ['hardship', '8'],
  ])('R8 a wrong %s is refused by its name', (field, value) => {
    expect(refusal({ [field]: value })).toEqual({ code: 'INVALID_REQUEST', fields: [field] });
  });

  it.each([{ graduatedAt: '202309' }, { graduatedAt: '202308' }, { enrolledAt: '202707' }])(
    'R8 graduation comes after enrolment: %j',
    (changes) => {
      expect(refusal(changes)).toEqual({ code: 'INVALID_REQUEST', fields: ['enrolledAt', 'graduatedAt'] });
    },
  );

  it('X22 type, index and seal of the document number change together', () => {
    const identity = { idType: 'PASSPORT', idNumberIndex: 'index-2', sealedIdNumber: 'sealed-2' };
    expect(correct(identity)).toMatchObject({
      changes: { idType: 'PASSPORT', idNumberIndex: 'index-2' },
      sealedIdNumber: 'sealed-2',
      fields: ['idType', 'idNumberIndex'],
    });
    expect(refusal({ idType: 'PASSPORT' })).toEqual({ code: 'INVALID_REQUEST', fields: ['idNumber'] });
    expect(refusal({ idNumberIndex: 'index-2' })).toEqual({ code: 'INVALID_REQUEST', fields: ['idNumber'] });
  });

  it('X22 a seal without another number changes nothing that is sealed', () => {
    expect(correct({ major: '逻辑学', idNumberIndex: 'index-1', sealedIdNumber: 'sealed-2' }).sealedIdNumber).toBeNull();
    expect(refusal({ idNumberIndex: 'index-1', sealedIdNumber: 'sealed-2' })).toEqual({ code: 'NO_CHANGE' });
  });

  it('R21 X12 an identity field returns the graduate to 未确认', () => {
    const paper = confirmed();
    correct({ name: '示例更名' }, paper);
    expect(paper.state.confirmation.status).toBe('UNCONFIRMED');
    expect(paper.toldSince(paper.told.length - 2)).toEqual(['GRADUATE basic_information.corrected', 'GRADUATE confirm.required_again']);
  });

  it('R12 X16 the school may say that a dossier or hukou is in the school after all', () => {
    const paper = new PaperRecord();
    correct({ hukouInSchool: false }, paper);
    correct({ hukouInSchool: true }, paper);
    expect(paper.state.basic.hukouInSchool).toBe(true);
  });

  it('R56 X7 the school corrects after departure', () => {
    const paper = checked();
    paper.now = july;
    expect(() => correct({ major: '逻辑学' }, paper)).not.toThrow();
  });

  it('R55 X13 and until the cutoff: one millisecond before, at, and one after', () => {
    const answers = [-1, 0, 1].map((ms) => {
      const paper = checked();
      paper.now = cutoff + ms;
      const decision = paper.decide(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', payload({ major: '逻辑学' }));
      return decision.accepted ? 'ACCEPTED' : `${decision.refusal.code} ${decision.refusal.clause}`;
    });
    expect(answers).toEqual(['ACCEPTED', 'AFTER_CUTOFF R55', 'AFTER_CUTOFF R55']);
  });

  it('X20 and not after the end, even where that comes before the cutoff', () => {
    expect(refusal({ major: '逻辑学' }, new PaperRecord({ state: { ...checked().state, ended: true } }))).toEqual({
      code: 'LIFECYCLE_ENDED',
      clause: 'X20',
    });
  });
});

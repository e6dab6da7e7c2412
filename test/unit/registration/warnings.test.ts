import type { BasicInformation } from '../../../domain/graduate/basic-information.ts';
import type { SectionContent } from '../../../domain/registration/section.ts';
import { warnings, warningsFor } from '../../../domain/registration/warnings.ts';
import { actors } from '../../support/domain/actors.ts';
import { evidenceIds, newGraduate } from '../../support/domain/graduate-state.ts';
import { checked, register, returnPayload, submit } from '../../support/domain/journey.ts';
import type { PaperRecord } from '../../support/domain/paper-record.ts';
import { employment, homeDossier, homeHukou, pendingDestination, studyDestination } from '../../support/record/contents.ts';

function going(to: SectionContent, basic: Partial<BasicInformation> = {}): PaperRecord {
  const paper = checked({ state: newGraduate(basic) });
  register(paper, 'DESTINATION', to, [evidenceIds.offer]);
  return paper;
}
const toEmployer = { ...homeDossier, type: 'EMPLOYER' };
const toSchool = { ...homeDossier, type: 'STUDY_OTHER' };

describe('warnings look again and never block', () => {
  it.each([
    ['32', true],
    ['39', true],
    ['99', true],
    ['10', false],
    ['31', false],
    ['40', false],
  ])('R52 签约单位接收 with an employer of nature %s', (nature, warned) => {
    const { state } = going({ ...employment, nature, ...(nature === '40' && { creditCode: null }) });
    expect(warningsFor(state, 'DOSSIER', toEmployer)).toEqual(warned ? ['EMPLOYER_MAY_NOT_HOLD_FILES'] : []);
    expect(warningsFor(state, 'DOSSIER', homeDossier)).toEqual([]);
  });

  it('R18 a transfer for further study without that destination, for dossier and hukou', () => {
    const { state } = going(employment);
    expect(warningsFor(state, 'DOSSIER', toSchool)).toEqual(['STUDY_TRANSFER_WITHOUT_STUDY']);
    expect(warningsFor(state, 'HUKOU', { ...homeHukou, type: 'STUDY_SAME', unitName: '示例大学' })).toEqual([
      'STUDY_TRANSFER_WITHOUT_STUDY',
    ]);
    expect(warningsFor(going(studyDestination).state, 'DOSSIER', toSchool)).toEqual([]);
    expect(warningsFor(newGraduate(), 'DOSSIER', toSchool)).toEqual([]);
  });

  it.each([
    ['2', true],
    ['4', true],
    ['1', false],
  ])('F1 training mode %s and a unit other than that of the agreement', (trainingMode, warned) => {
    const state = newGraduate({ trainingMode, targetUnit: '示例县医院' });
    expect(warningsFor(state, 'DESTINATION', employment)).toEqual(warned ? ['TARGETED_ELSEWHERE'] : []);
    expect(warningsFor(state, 'DESTINATION', { ...employment, entityName: '示例县医院' })).toEqual([]);
  });

  it('F1 a targeted graduate whose unit is not on the roster is not warned', () => {
    expect(warningsFor(newGraduate({ trainingMode: '2' }), 'DESTINATION', employment)).toEqual([]);
  });

  it('F1 without a postcode, contact or phone the courier cannot deliver', () => {
    expect(warningsFor(newGraduate(), 'DOSSIER', { ...homeDossier, postcode: null })).toEqual(['POSTCODE_MISSING']);
    expect(warningsFor(newGraduate(), 'DOSSIER', { ...homeDossier, phone: null })).toEqual(['PHONE_MISSING']);
    expect(warningsFor(newGraduate(), 'DOSSIER', { ...homeDossier, contact: null })).toEqual(['PHONE_MISSING']);
  });

  it.each([
    ['12', true],
    ['27', true],
    ['271', true],
    ['76', true],
    ['10', false],
    ['11', false],
    ['75', false],
  ])('F2 the wage floor is named for code %s: %s', (code, warned) => {
    expect(warningsFor(newGraduate(), 'DESTINATION', { ...employment, code })).toEqual([
      ...(warned ? ['WAGE_FLOOR'] : []),
      ...(code === '76' ? ['SIGNED_MATERIAL'] : []),
    ]);
  });

  it('R52 the destination that is on its way speaks before the one in force', () => {
    const paper = going(studyDestination);
    submit(paper, 'DESTINATION', employment, [evidenceIds.offer]);
    expect(warningsFor(paper.state, 'DOSSIER', toEmployer)).toEqual(['EMPLOYER_MAY_NOT_HOLD_FILES']);
  });

  it('R52 one that was withdrawn does not', () => {
    const paper = going(studyDestination);
    paper.apply(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId: submit(paper, 'DESTINATION', employment, [evidenceIds.offer]) });
    expect(warningsFor(paper.state, 'DOSSIER', toEmployer)).toEqual(['STUDY_DOSSIER_TO_EMPLOYER']);
    expect(warningsFor(paper.state, 'DOSSIER', toSchool)).toEqual([]);
  });

  it('X18 a request to void says nothing about where the graduate goes', () => {
    const paper = going(pendingDestination);
    const versionId = paper.state.sections.DESTINATION.current!.id;
    paper.apply(actors.graduate, 'REQUEST_VOID', { section: 'DESTINATION', versionId, note: '填报有误' });
    expect(warningsFor(paper.state, 'DOSSIER', toSchool)).toEqual(['STUDY_TRANSFER_WITHOUT_STUDY']);
  });

  it('R52 a returned one speaks: it is what the graduate is correcting', () => {
    const paper = going(studyDestination);
    paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(submit(paper, 'DESTINATION', employment, [evidenceIds.offer])));
    expect(warningsFor(paper.state, 'DOSSIER', toEmployer)).toEqual(['EMPLOYER_MAY_NOT_HOLD_FILES']);
  });

  it('R52 every warning has its words in both languages and its clause', () => {
    for (const { zh, en, clause } of Object.values(warnings)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z]/);
      expect(clause).toMatch(/^[RF]\d+$/);
    }
  });

  it('R52 a submission with a warning is taken', () => {
    const paper = going(employment);
    expect(() => submit(paper, 'DOSSIER', { ...toEmployer, postcode: null, phone: null }, [evidenceIds.letter])).not.toThrow();
  });

  it.each([
    ['示例大学', false],
    ['示例研究院', false],
    ['Example University', false],
    ['示例信息咨询有限公司', true],
  ])('F2 升学 names a school: %s', (entityName, warned) => {
    expect(warningsFor(newGraduate(), 'DESTINATION', { ...studyDestination, entityName })).toEqual(warned ? ['SCHOOL_UNRECOGNISED'] : []);
  });

  it('F2 study abroad without the foreign name', () => {
    expect(warningsFor(newGraduate(), 'DESTINATION', { code: '85', entityName: '示例大学' })).toEqual(['ABROAD_NAME_MISSING']);
    expect(warningsFor(newGraduate(), 'DESTINATION', { code: '85', entityName: '示例大学', abroadName: 'Example University' })).toEqual([]);
  });

  it.each([
    [studyDestination, ['STUDY_DOSSIER_TO_EMPLOYER']],
    [pendingDestination, ['PENDING_DOSSIER_TO_EMPLOYER']],
  ])('R18 R52 a dossier to an employer that there is not: %j', (destination, expected) => {
    expect(warningsFor(going(destination).state, 'DOSSIER', toEmployer)).toEqual(expected);
  });

  it('R20 转回生源地 to another city, for dossier and hukou; another county of the same city is none', () => {
    expect(warningsFor(newGraduate(), 'DOSSIER', { ...homeDossier, region: '320102' })).toEqual(['HOME_ELSEWHERE']);
    expect(warningsFor(newGraduate(), 'HUKOU', { ...homeHukou, region: '320102' })).toEqual(['HOME_ELSEWHERE']);
    expect(warningsFor(newGraduate(), 'HUKOU', { ...homeHukou, region: '110105' })).toEqual([]);
  });
});

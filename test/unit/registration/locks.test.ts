import { sectionKinds, type SectionKind } from '../../../domain/registration/section.ts';
import { actors } from '../../support/domain/actors.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { newGraduate } from '../../support/domain/graduate-state.ts';
import { cutoff, july } from '../../support/domain/instants.ts';
import { checked, registered, submit } from '../../support/domain/journey.ts';
import { PaperRecord } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import { homeDossier, homeHukou, pendingDestination } from '../../support/record/contents.ts';

const submitting = (paper: PaperRecord, section: SectionKind) =>
  paper.refusal(actors.graduate, 'SUBMIT_SECTION', fittingPayload(paper.state, 'SUBMIT_SECTION', section, paper.now));
const maySubmit = (paper: PaperRecord, section: SectionKind) =>
  paper.decide(actors.graduate, 'SUBMIT_SECTION', fittingPayload(paper.state, 'SUBMIT_SECTION', section, paper.now)).accepted;

describe('locks of the modules', () => {
  it.each(sectionKinds)('R6 %s is locked until the basic information is checked', (section) => {
    expect(submitting(new PaperRecord(), section)).toEqual({ code: 'BASIC_INFORMATION_NOT_CHECKED', clause: 'R6' });
  });

  it.each(sectionKinds)('R6 %s is locked while the basic information is disputed', (section) => {
    const paper = new PaperRecord();
    paper.apply(actors.graduate, 'DISPUTE_BASIC_INFORMATION', { fields: ['name'], note: '姓名有误' });
    expect(submitting(paper, section)).toEqual({ code: 'BASIC_INFORMATION_DISPUTED', clause: 'R6' });
  });

  it('R12 the hukou module is locked when the hukou was not transferred into the school, and only it', () => {
    const paper = checked({ state: newGraduate({ hukouInSchool: false }) });
    expect(submitting(paper, 'HUKOU')).toEqual({ code: 'HUKOU_NOT_IN_SCHOOL', clause: 'R12' });
    expect([maySubmit(paper, 'DESTINATION'), maySubmit(paper, 'DOSSIER')]).toEqual([true, true]);
  });

  it('X16 the dossier module is locked when the dossier was not transferred into the school, and only it', () => {
    const paper = checked({ state: newGraduate({ dossierInSchool: false }) });
    expect(submitting(paper, 'DOSSIER')).toEqual({ code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' });
    expect([maySubmit(paper, 'DESTINATION'), maySubmit(paper, 'HUKOU')]).toEqual([true, true]);
  });

  it('R16 X5 by default the graduate submits the hukou; where the pack says school only, the graduate is sent there', () => {
    expect(maySubmit(checked(), 'HUKOU')).toBe(true);
    const paper = checked({ pack: packWith('hukouEditor', 'SCHOOL') });
    expect(submitting(paper, 'HUKOU')).toEqual({ code: 'HUKOU_EDITED_BY_SCHOOL', clause: '省 hukouEditor' });
    expect(maySubmit(paper, 'DOSSIER')).toBe(true);
  });

  it('R5 a section that goes through the provincial system is not edited here', () => {
    const paper = checked({ pack: packWith('routes', { DESTINATION: 'PROVINCIAL', DOSSIER: 'NATIONAL', HUKOU: 'NATIONAL' }) });
    expect(submitting(paper, 'DESTINATION')).toEqual({ code: 'MAINTAINED_IN_PROVINCE', clause: '省 routes' });
    expect(maySubmit(paper, 'DOSSIER')).toBe(true);
  });

  it('R5 X19 a version that came by the provincial interface is corrected at its source, whatever the route', () => {
    const { state } = registered();
    const current = { ...state.sections.DOSSIER.current!, source: 'PROVINCIAL_INTERFACE' as const };
    const paper = new PaperRecord({ state: { ...state, sections: { ...state.sections, DOSSIER: { current, latest: null } } } });
    expect(submitting(paper, 'DOSSIER')).toEqual({ code: 'MAINTAINED_IN_PROVINCE', clause: 'R5' });
    expect(maySubmit(paper, 'HUKOU')).toBe(true);
  });

  it('X19 a version that came with the roster may be amended by the graduate', () => {
    const { state } = registered();
    const current = { ...state.sections.DOSSIER.current!, source: 'IMPORT' as const };
    const paper = new PaperRecord({ state: { ...state, sections: { ...state.sections, DOSSIER: { current, latest: null } } } });
    expect(maySubmit(paper, 'DOSSIER')).toBe(true);
  });

  it.each([
    ['DESTINATION', pendingDestination],
    ['DOSSIER', homeDossier],
    ['HUKOU', homeHukou],
  ] as const)('R14 a second submission of %s waits for the first', (section, content) => {
    const paper = checked();
    submit(paper, section, content);
    expect(submitting(paper, section)).toEqual({ code: 'ALREADY_IN_REVIEW', clause: 'R14' });
    expect(sectionKinds.filter((other) => other !== section).every((other) => maySubmit(paper, other))).toBe(true);
  });

  it('R56 X7 after departure changes go through the school', () => {
    const paper = checked();
    paper.now = july;
    expect(sectionKinds.map((section) => submitting(paper, section))).toEqual(
      Array(3).fill({ code: 'AFTER_DEPARTURE', clause: 'R56, X7' }),
    );
  });

  it('X7 where the pack lets the graduate submit until the cutoff, departure locks nothing', () => {
    const paper = checked({ pack: packWith('graduateMaySubmitUntil', 'CUTOFF') });
    paper.now = july;
    expect(maySubmit(paper, 'DOSSIER')).toBe(true);
  });

  it('R55 after the cutoff all sections are closed, whatever the pack says of departure', () => {
    const paper = checked({ pack: packWith('graduateMaySubmitUntil', 'CUTOFF') });
    paper.now = cutoff;
    expect(sectionKinds.map((section) => submitting(paper, section))).toEqual(Array(3).fill({ code: 'AFTER_CUTOFF', clause: 'R55' }));
  });

  it('X20 after the end of the service everything is closed', () => {
    const paper = new PaperRecord({ state: { ...checked().state, ended: true } });
    expect(sectionKinds.map((section) => submitting(paper, section))).toEqual(Array(3).fill({ code: 'LIFECYCLE_ENDED', clause: 'X20' }));
  });
});

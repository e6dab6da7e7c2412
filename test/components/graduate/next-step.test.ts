import { nextSteps } from '../../../web/graduate/next-step.ts';
import { ownGraduate } from '../support/own-graduate.ts';

const action = (name: string, target: string | null = null, allowed = true) => ({ action: name, target, allowed });
const submits = (...sections: string[]) => sections.map((section) => action('SUBMIT_SECTION', section));
const records = (states: Record<string, string>) =>
  Object.fromEntries(
    ['DESTINATION', 'DOSSIER', 'HUKOU'].map((section) => [
      section,
      { status: states[section] ?? 'EMPTY', latest: states[section] ? { status: states[section] } : null },
    ]),
  );
const next = (more: object) =>
  nextSteps(ownGraduate({ basicCheck: 'CHECKED', confirmation: { status: 'NOT_REPORTED' }, grants: { grants: [] }, ...more })).map(
    ({ words, to }) => [words, to],
  );

describe('what to do next', () => {
  it('R6 R14 is the check, then what was returned, then the sections in their order', () => {
    expect(next({ basicCheck: 'PENDING', allowedActions: submits('DESTINATION') })).toEqual([['nextCheck', 'basic']]);
    expect(next({ allowedActions: submits('DESTINATION', 'DOSSIER', 'HUKOU') })).toEqual([['nextDESTINATION', 'destination']]);
    expect(next({ allowedActions: submits('DOSSIER'), sections: records({ DESTINATION: 'COLLEGE_REVIEW', DOSSIER: 'RETURNED' }) })).toEqual(
      [['nextReturned', 'dossier']],
    );
    expect(next({ allowedActions: submits('DESTINATION'), sections: records({ DESTINATION: 'WITHDRAWN' }) })).toEqual([
      ['nextDESTINATION', 'destination'],
    ]);
  });

  it('R10 R12 is not to wait while a section is open and empty, and is to wait when none is', () => {
    const sections = records({ DESTINATION: 'COLLEGE_REVIEW' });
    expect(next({ allowedActions: submits('DOSSIER', 'HUKOU'), sections })).toEqual([['nextDOSSIER', 'dossier']]);
    expect(
      next({
        allowedActions: [action('SUBMIT_SECTION', 'HUKOU', false)],
        sections: records({ DESTINATION: 'COLLEGE_REVIEW', DOSSIER: 'SCHOOL_REVIEW' }),
      }),
    ).toEqual([['nextWait', null]]);
  });

  it('X18 is an empty section before the confirmation that it would undo; both may be done', () => {
    const sections = records({ DESTINATION: 'APPROVED', DOSSIER: 'APPROVED' });
    const confirmation = { status: 'UNCONFIRMED' };
    expect(next({ allowedActions: [...submits('DESTINATION', 'DOSSIER', 'HUKOU'), action('CONFIRM')], sections, confirmation })).toEqual([
      ['nextHUKOU', 'hukou'],
      ['nextConfirm', 'confirmation'],
    ]);
    expect(next({ allowedActions: [...submits('DESTINATION', 'DOSSIER'), action('CONFIRM')], sections, confirmation })).toEqual([
      ['nextConfirm', 'confirmation'],
    ]);
  });

  it('R26 is the grant after the confirmation, and then nothing', () => {
    const confirmation = { status: 'CONFIRMED' };
    expect(next({ allowedActions: submits('HUKOU'), confirmation })).toEqual([
      ['nextGrant', 'grants'],
      ['nextHUKOU', 'hukou'],
    ]);
    const grants = { grants: [{ status: 'ACTIVE' }] };
    expect(next({ confirmation, grants })).toEqual([['nextDone', null]]);
    expect(next({ confirmation, grants, allowedActions: submits('HUKOU') })).toEqual([
      ['nextGranted', null],
      ['nextHUKOU', 'hukou'],
    ]);
  });
});

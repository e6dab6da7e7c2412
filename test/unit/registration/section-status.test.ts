import { sectionStatus, SubmissionStatus, type SectionVersion } from '../../../domain/registration/section.ts';
import { registered } from '../../support/domain/journey.ts';

const current = registered().state.sections.DOSSIER.current!;
const latestIn = (status: SubmissionStatus): SectionVersion => ({ ...current, status });

/** What is shown with nothing in force, and with a version in force, while the newest submission has this status. */
const shown: Record<SubmissionStatus, readonly [string, string]> = {
  COLLEGE_REVIEW: ['COLLEGE_REVIEW', 'COLLEGE_REVIEW'],
  SCHOOL_REVIEW: ['SCHOOL_REVIEW', 'SCHOOL_REVIEW'],
  RETURNED: ['RETURNED', 'RETURNED'],
  WITHDRAWN: ['WITHDRAWN', 'APPROVED'],
  LAPSED: ['EMPTY', 'APPROVED'],
  APPROVED: ['EMPTY', 'APPROVED'],
  SUPERSEDED: ['EMPTY', 'APPROVED'],
  VOIDED: ['EMPTY', 'APPROVED'],
};

describe('R14 the status shown for a section', () => {
  it.each(SubmissionStatus.options)('R14 the newest submission is %s', (status) => {
    expect([sectionStatus({ current: null, latest: latestIn(status) }), sectionStatus({ current, latest: latestIn(status) })]).toEqual(
      shown[status],
    );
  });

  it('R14 nothing submitted is EMPTY, something in force APPROVED', () => {
    expect([sectionStatus({ current: null, latest: null }), sectionStatus({ current, latest: null })]).toEqual(['EMPTY', 'APPROVED']);
  });
});

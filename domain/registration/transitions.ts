import type { SubmissionStatus } from './section.ts';

/** Every way a submission may go (R14, R15); the database guard and the diagrams are made from this table. */
export const submissionTransitions = {
  COLLEGE_REVIEW: ['SCHOOL_REVIEW', 'RETURNED', 'WITHDRAWN', 'LAPSED'],
  // VOIDED: the request to void has been carried out.
  SCHOOL_REVIEW: ['APPROVED', 'RETURNED', 'WITHDRAWN', 'LAPSED', 'VOIDED'],
  RETURNED: ['LAPSED'],
  WITHDRAWN: [],
  APPROVED: ['SUPERSEDED', 'VOIDED'],
  SUPERSEDED: [],
  VOIDED: [],
  LAPSED: [],
} as const satisfies Record<SubmissionStatus, readonly SubmissionStatus[]>;

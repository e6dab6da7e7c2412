import type { Role } from '../access/role.ts';
import type { ReviewDesk } from '../decision/events.ts';
import type { SectionVersion, SubmissionStatus } from './section.ts';

/** Who decides at which desk (R14). */
const reviewers: Partial<Record<SubmissionStatus, readonly Role[]>> = {
  COLLEGE_REVIEW: ['COLLEGE_REVIEWER', 'COLLEGE_ADMIN'],
  SCHOOL_REVIEW: ['SCHOOL_REVIEWER', 'SCHOOL_ADMIN'],
};

/** True when the role sits at the desk where a submission of this status lies; nobody does when it lies at none. */
export const sitsAtDesk = (role: Role, status: SubmissionStatus): boolean => reviewers[status]?.includes(role) ?? false;

/** The desk of a submission in review. */
export const deskOf = ({ status }: Pick<SectionVersion, 'status'>): ReviewDesk => (status === 'COLLEGE_REVIEW' ? 'COLLEGE' : 'SCHOOL');

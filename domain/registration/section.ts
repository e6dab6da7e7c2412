import { z } from 'zod';

/** The three registered sections of a graduate-year (R10). */
export const SectionKind = z.enum(['DESTINATION', 'DOSSIER', 'HUKOU']);
export type SectionKind = z.infer<typeof SectionKind>;
export const sectionKinds = SectionKind.options;

/** Where one submission stands (R14). LAPSED: still open when the cutoff came (R55). */
export const SubmissionStatus = z.enum([
  'COLLEGE_REVIEW',
  'SCHOOL_REVIEW',
  'RETURNED',
  'WITHDRAWN',
  'APPROVED',
  'SUPERSEDED',
  'VOIDED',
  'LAPSED',
]);
export type SubmissionStatus = z.infer<typeof SubmissionStatus>;

/** Where a version comes from (X19). */
export const VersionSource = z.enum(['GRADUATE', 'SCHOOL', 'IMPORT', 'PROVINCIAL_INTERFACE']);
export type VersionSource = z.infer<typeof VersionSource>;

/** SET registers content; VOID asks to take back an approved destination that was wrong (F2). */
export const SubmissionIntent = z.enum(['SET', 'VOID']);
export type SubmissionIntent = z.infer<typeof SubmissionIntent>;

export type SectionContent = Readonly<Record<string, unknown>>;

/** Instants in milliseconds, `until` exclusive. */
export interface ReviewClaim {
  readonly by: string;
  readonly from: number;
  readonly until: number;
}

export interface SectionVersion {
  readonly id: string;
  readonly section: SectionKind;
  readonly intent: SubmissionIntent;
  readonly source: VersionSource;
  readonly status: SubmissionStatus;
  readonly content: SectionContent;
  readonly contentDigest: string;
  readonly evidenceIds: readonly string[];
  readonly submittedBy: string | null;
  /** Milliseconds since the epoch, as every instant of the domain. */
  readonly submittedAt: number;
  readonly statusSince: number;
  readonly overdueTold: boolean;
  /** Why staff entered it; null for a graduate's own submission (R16). */
  readonly reason: string | null;
  /** The reviewer who has taken it from the queue; it binds until its instant has passed. */
  readonly claim: ReviewClaim | null;
  /** Who approved it at the college, so that nobody decides twice on one submission. */
  readonly collegeDecidedBy: string | null;
}

/** `current` is in force; `latest` is the newest submission that is not in force (in review, returned, withdrawn). */
export interface SectionState {
  readonly current: SectionVersion | null;
  readonly latest: SectionVersion | null;
}

/** The submission at a desk, if there is one. */
export function findInReview(section: SectionState): SectionVersion | undefined {
  const { latest } = section;
  return latest && isInReview(latest.status) ? latest : undefined;
}

export function isInReview(status: SubmissionStatus): status is 'COLLEGE_REVIEW' | 'SCHOOL_REVIEW' {
  return status === 'COLLEGE_REVIEW' || status === 'SCHOOL_REVIEW';
}

/** Returned to the graduate, who has to submit again; what staff entered goes back to them. */
export function awaitsGraduate({ latest }: SectionState): boolean {
  return latest?.status === 'RETURNED' && latest.source === 'GRADUATE';
}

/** Nothing in force and nothing on its way. */
export function isUnregistered(section: SectionState): boolean {
  return section.current === null && !findInReview(section) && !awaitsGraduate(section);
}

/** Status shown for a section: the newest submission speaks while it is open, else what is in force. */
export function sectionStatus(section: SectionState): SubmissionStatus | 'EMPTY' {
  const { current, latest } = section;
  if (latest && (isInReview(latest.status) || latest.status === 'RETURNED')) return latest.status;
  if (current) return 'APPROVED';
  return latest?.status === 'WITHDRAWN' ? 'WITHDRAWN' : 'EMPTY';
}

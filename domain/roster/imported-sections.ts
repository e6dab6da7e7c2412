import { contentDigest } from '../content-digest.ts';
import type { GuardContext } from '../decision/decision.ts';
import type { EventOf } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { changedFields } from '../registration/key-fields.ts';
import { findInReview, sectionKinds, type SectionVersion } from '../registration/section.ts';
import type { RosterRow } from './roster-row.ts';

export interface SectionScope {
  /** The account that imports; somebody else approves. */
  readonly importedBy: string;
  readonly guard: GuardContext;
  readonly newId: () => string;
}

/**
 * X19: versions of the sections that a row carries and that differ from what is in force; one that is in review is left alone. They lie at
 * the school's desk for a second person's word on the whole batch, or begin where a graduate's submission would if the pack says so.
 */
export function importedSections(
  state: GraduateState,
  sections: RosterRow['sections'],
  { importedBy, guard, newId }: SectionScope,
): EventOf<'SECTION_SUBMITTED'>[] {
  const { pack, now } = guard;
  const oneLevel = state.collegeId === null || pack.reviewLevels.value === 'SCHOOL';
  const status: SectionVersion['status'] =
    pack.importedSections.value === 'APPROVED_BY_SECOND' || oneLevel ? 'SCHOOL_REVIEW' : 'COLLEGE_REVIEW';
  return sectionKinds.flatMap((section) => {
    const content = sections[section];
    if (content === undefined || findInReview(state.sections[section])) return [];
    const { current } = state.sections[section];
    if (current && changedFields(current.content, content).length === 0) return [];
    return [
      {
        type: 'SECTION_SUBMITTED',
        version: {
          id: newId(),
          section,
          intent: 'SET',
          source: 'IMPORT',
          status,
          content,
          contentDigest: contentDigest(content),
          evidenceIds: [],
          submittedBy: importedBy,
          submittedAt: now,
          statusSince: now,
          overdueTold: false,
          collegeDecidedBy: null,
          reason: null,
          claim: null,
        },
      },
    ];
  });
}

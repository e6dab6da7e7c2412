import { contentDigest } from '../content-digest.ts';
import type { GuardContext } from '../decision/decision.ts';
import { evolve } from '../decision/evolve.ts';
import type { RegistrationEvent } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { consequencesOf } from '../registration/consequences.ts';
import { sectionKinds, type SectionVersion } from '../registration/section.ts';
import type { RosterRow } from './roster-row.ts';

export interface ImportScope {
  readonly school: { readonly id: string; readonly code: string; readonly name: string; readonly provinceCode: string };
  readonly idNumberIndex: string;
  /** The account that imports. */
  readonly importedBy: string;
  readonly guard: GuardContext;
  readonly newId: () => string;
}

export interface ImportedGraduate {
  /** The state before any section came in. */
  readonly initial: GraduateState;
  readonly state: GraduateState;
  /** How the sections of the row came into force. */
  readonly events: readonly RegistrationEvent[];
}

/**
 * A graduate-year as it begins: nothing checked, and in force what the roster carried (X19). Approval by a second person
 * of the school for the batch as a whole is a later issue; for now the importing command is the approval.
 */
export function importedGraduate(row: RosterRow, scope: ImportScope): ImportedGraduate {
  const initial = initialState(row, scope);
  const { pack, now } = scope.guard;
  return sectionKinds.reduce<ImportedGraduate>((graduate, section) => {
    const content = row.sections[section];
    if (content === undefined) return graduate;
    const version: SectionVersion = {
      id: scope.newId(), section, intent: 'SET', source: 'IMPORT', status: 'SCHOOL_REVIEW', content, contentDigest: contentDigest(content),
      evidenceIds: [], submittedBy: scope.importedBy, submittedAt: now, statusSince: now, overdueTold: false, collegeDecidedBy: null, reason: null, claim: null,
    };
    const events: RegistrationEvent[] = [
      { type: 'SECTION_SUBMITTED', version },
      // X18: the first approval counts as a key change.
      { type: 'SECTION_APPROVED', versionId: version.id, section, supersedes: null, changedFields: Object.keys(content).sort(), keyChange: true },
      ...consequencesOf(graduate.state, { kind: 'SECTION', section, keyChange: true }, pack, now),
    ];
    return { initial, state: events.reduce((state, event) => evolve(state, event, now), graduate.state), events: [...graduate.events, ...events] };
  }, { initial, state: initial, events: [] });
}

function initialState({ cohort, collegeId, basic }: RosterRow, { school, idNumberIndex, guard, newId }: ImportScope): GraduateState {
  const empty = { current: null, latest: null };
  return {
    id: newId(), schoolId: school.id, schoolCode: school.code, schoolName: school.name, provinceCode: school.provinceCode, collegeId, cohort, version: 0,
    basic: { ...basic, idNumberIndex }, basicCheck: 'PENDING', basicCheckedAt: null,
    sections: { DESTINATION: empty, DOSSIER: empty, HUKOU: empty },
    confirmation: { status: 'NOT_REPORTED', changedAt: null }, grants: [], transferNumbers: [], openTickets: [], openings: [], exceptions: [], evidence: {}, remindersDone: {},
    stage: 'CHECKING', overdue: false, createdAt: guard.now, cutoffRecorded: false, ended: false,
  };
}

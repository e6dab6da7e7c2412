import type { GuardContext } from '../decision/decision.ts';
import { evolve } from '../decision/evolve.ts';
import type { EventOf } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { importedSections } from './imported-sections.ts';
import type { RosterRow } from './roster-row.ts';

export interface ImportScope {
  readonly school: { readonly id: string; readonly code: string; readonly name: string; readonly provinceCode: string };
  readonly idNumberIndex: string;
  /** The account that imports. */
  readonly importedBy: string;
  readonly guard: GuardContext;
  readonly id: string;
  /** For the versions of its sections. */
  readonly newId: () => string;
}

export interface ImportedGraduate {
  /** The state before any section came in. */
  readonly initial: GraduateState;
  readonly state: GraduateState;
  /** The sections of the row, submitted. */
  readonly events: readonly EventOf<'SECTION_SUBMITTED'>[];
}

/** A graduate-year as it begins: nothing checked, and waiting for approval what the roster carried (X19). */
export function importedGraduate(row: RosterRow, scope: ImportScope): ImportedGraduate {
  const initial = initialState(row, scope);
  const events = importedSections(initial, row.sections, scope);
  return { initial, state: events.reduce((state, event) => evolve(state, event, scope.guard.now), initial), events };
}

function initialState({ cohort, collegeId, basic }: RosterRow, { id, school, idNumberIndex, guard }: ImportScope): GraduateState {
  const empty = { current: null, latest: null };
  return {
    id,
    schoolId: school.id,
    schoolCode: school.code,
    schoolName: school.name,
    provinceCode: school.provinceCode,
    collegeId,
    cohort,
    version: 0,
    basic: { ...basic, idNumberIndex },
    basicCheck: 'PENDING',
    basicCheckedAt: null,
    sections: { DESTINATION: empty, DOSSIER: empty, HUKOU: empty },
    confirmation: { status: 'NOT_REPORTED', changedAt: null },
    grants: [],
    transferNumbers: [],
    openTickets: [],
    openings: [],
    exceptions: [],
    evidence: {},
    remindersDone: {},
    stage: 'CHECKING',
    overdue: false,
    createdAt: guard.now,
    cutoffRecorded: false,
    ended: false,
  };
}

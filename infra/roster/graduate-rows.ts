import { hash } from 'node:crypto';
import { standingOf } from '../../domain/lifecycle/standing.ts';
import type { GuardContext } from '../../domain/decision/decision.ts';
import type { ImportedGraduate } from '../../domain/roster/imported-graduate.ts';
import type { RosterRow } from '../../domain/roster/roster-row.ts';
import { auditValues } from '../record/audit-rows.ts';
import { sectionRow } from '../record/rows-of-event.ts';
import type { SealedGraduate } from './seal-graduate.ts';

/** A row of the sheet and the graduate-year that it has become. */
export interface GraduateToInsert extends ImportedGraduate {
  readonly rowNumber: number;
  readonly row: RosterRow;
  readonly sealed: SealedGraduate;
}

export interface InsertScope {
  readonly importId: string;
  /** The account that imports. */
  readonly actor: { readonly id: string; readonly role: string };
  readonly guard: GuardContext;
}

type Row = Readonly<Record<string, unknown>>;

/** Everything that one imported graduate is in the record, with the same columns for each. */
export interface GraduateRows {
  readonly graduate: Row;
  readonly audit: readonly Row[];
  readonly versions: readonly Row[];
  /** What ties the versions to the import. */
  readonly sections: readonly Row[];
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The rows of an imported graduate. */
export function graduateRows({ row, state, events, sealed }: GraduateToInsert, scope: InsertScope): GraduateRows {
  const { guard, actor, importId } = scope;
  const { auditKey: key, auditKeySealed, idNumberSealed, payloadSealed } = sealed;
  const { id, schoolId, collegeId, cohort, basic, confirmation } = state;
  const standing = standingOf(state, guard);
  const at = instant(guard.now);
  return {
    graduate: {
      id,
      schoolId,
      collegeId,
      counsellorId: row.counsellorId,
      cohort,
      version: state.version,
      ...basic,
      idNumberSealed,
      basicCheck: state.basicCheck,
      confirmationStatus: confirmation.status,
      confirmationChangedAt: instant(confirmation.changedAt),
      stage: standing.stage,
      overdue: standing.overdue,
      nextDeadline: instant(standing.nextDeadline),
      remindersDone: state.remindersDone,
      auditKeySealed,
      createdAt: at,
      updatedAt: at,
    },
    audit: [
      {
        at,
        actor: actor.id,
        actorRole: actor.role,
        action: 'GRADUATE_IMPORTED',
        graduateId: id,
        schoolId,
        commandId: null,
        fields: Object.entries(row.basic)
          .filter(([, value]) => value !== null)
          .map(([field]) => field),
        rulePack: guard.pack.id,
        payloadSealed,
        digest: hash('sha256', payloadSealed),
      },
      ...events.map((event) =>
        auditValues(event, { at: guard.now, actor, graduateId: id, schoolId, commandId: null, rulePack: guard.pack.id, key }),
      ),
    ],
    versions: events.map(({ version }) => sectionRow(state, version)),
    sections: events.map(({ version }) => ({ versionId: version.id, importId, graduateId: id })),
  };
}

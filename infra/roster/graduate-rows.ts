import { createHash } from 'node:crypto';
import { evolve } from '../../domain/decision/evolve.ts';
import { standingOf } from '../../domain/lifecycle/standing.ts';
import type { GuardContext } from '../../domain/decision/decision.ts';
import type { ImportedGraduate } from '../../domain/roster/imported-graduate.ts';
import type { RosterRow } from '../../domain/roster/roster-row.ts';
import { sealBytes } from '../crypto/aes-gcm.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { identityNumberContext } from '../identity/identity-index.ts';
import { auditRow, newAuditKey, openAuditKey } from '../record/audit-rows.ts';
import type { NumberSeals } from '../record/number-seals.ts';
import { rowsOfEvent } from '../record/rows-of-event.ts';
import type { Statement } from '../record/statement.ts';

/** A row of the sheet and the graduate-year that it has become. */
export interface GraduateToInsert extends ImportedGraduate {
  readonly rowNumber: number;
  readonly row: RosterRow;
}

export interface InsertScope {
  readonly importId: string;
  /** The account that imports. */
  readonly actor: { readonly id: string; readonly role: string };
  readonly guard: GuardContext;
  readonly cipher: FieldCipher;
  readonly seals: NumberSeals;
  readonly newId: () => string;
}

/** Everything that one imported graduate is in the record. */
export interface GraduateRows {
  readonly graduate: Readonly<Record<string, unknown>>;
  readonly audit: Readonly<Record<string, unknown>>;
  /** Versions, confirmation and audit rows of the sections that came with the row. */
  readonly sections: readonly Statement[];
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The rows of an imported graduate; instants as text, since the first two travel as JSON. */
export function graduateRows({ rowNumber, row, initial, state, events }: GraduateToInsert, scope: InsertScope): GraduateRows {
  const { guard, cipher, actor } = scope;
  const { id, schoolId, collegeId, cohort, basic, confirmation } = state;
  const standing = standingOf(state, guard);
  const at = instant(guard.now);
  const auditKeySealed = newAuditKey(cipher, id);
  const key = openAuditKey(cipher, id, auditKeySealed);
  const payload = JSON.stringify({ importId: scope.importId, rowNumber, cohort, collegeId, basic: row.basic });
  const payloadSealed = key && sealBytes(key, Buffer.from(payload), Buffer.from(`audit:${id}`)).toString('base64url');
  return {
    graduate: {
      id, schoolId, collegeId, counsellorId: row.counsellorId, cohort, version: state.version, ...basic, idNumberSealed: cipher.seal(row.idNumber, identityNumberContext(id)),
      basicCheck: state.basicCheck, confirmationStatus: confirmation.status, confirmationChangedAt: instant(confirmation.changedAt),
      stage: standing.stage, overdue: standing.overdue, nextDeadline: instant(standing.nextDeadline), remindersDone: state.remindersDone,
      auditKeySealed, createdAt: at, updatedAt: at,
    },
    audit: {
      at, actor: actor.id, actorRole: actor.role, action: 'GRADUATE_IMPORTED', graduateId: id, schoolId,
      fields: Object.entries(row.basic).filter(([, value]) => value !== null).map(([field]) => field), rulePack: guard.pack.id,
      payloadSealed, digest: createHash('sha256').update(payloadSealed ?? '').digest('hex'),
    },
    sections: events.flatMap((event, index) => {
      const before = events.slice(0, index).reduce((earlier, past) => evolve(earlier, past, guard.now), initial);
      const occasion = { at: guard.now, actor, commandId: null };
      return [
        ...rowsOfEvent(event, { ...occasion, state: before, newId: scope.newId, seals: scope.seals, place: null }),
        auditRow(event, { ...occasion, graduateId: id, schoolId, rulePack: guard.pack.id, key }),
      ];
    }),
  };
}

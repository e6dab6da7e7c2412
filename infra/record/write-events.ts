import { evolve } from '../../domain/decision/evolve.ts';
import type { GuardContext } from '../../domain/decision/decision.ts';
import type { RegistrationEvent } from '../../domain/decision/events.ts';
import type { GraduateState } from '../../domain/graduate/graduate-state.ts';
import { standingOf, type Standing } from '../../domain/lifecycle/standing.ts';
import { notificationsOf } from '../../domain/notifications/notifications-of.ts';
import { findInReview, sectionKinds } from '../../domain/registration/section.ts';
import { warningsFor } from '../../domain/registration/warnings.ts';
import type { Connection } from '../database/pool.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { auditRow, openAuditKey } from './audit-rows.ts';
import type { LoadedGraduate } from './load-graduate.ts';
import type { StatusPlace, TakeStatusPlace } from '../offline/status-places.ts';
import type { NumberSeals } from './number-seals.ts';
import { rowsOfEvent } from './rows-of-event.ts';
import { insert, timestamp, update, type Statement } from './statement.ts';

export interface EventWriter {
  readonly cipher: FieldCipher;
  readonly seals: NumberSeals;
  readonly newId: () => string;
  readonly takeStatusPlace: TakeStatusPlace;
}

export interface Occasion {
  readonly at: number;
  readonly actor: { readonly id: string; readonly role: string };
  readonly commandId: string | null;
}

/** Writes what happened in the running transaction: versions, numbers, audit rows, notification rows and the graduate's own row. */
export async function writeEvents(
  connection: Connection,
  writer: EventWriter,
  loaded: LoadedGraduate,
  events: readonly RegistrationEvent[],
  guard: GuardContext,
  occasion: Occasion,
): Promise<{ state: GraduateState; standing: Standing }> {
  const { at, actor, commandId } = occasion;
  const { id: graduateId, schoolId } = loaded.state;
  const key = openAuditKey(writer.cipher, graduateId, loaded.auditKeySealed);
  const statements: Statement[] = [];
  let { state } = loaded;
  for (const event of events) {
    const place = await placeFor(connection, writer, event);
    statements.push(...rowsOfEvent(event, { state, at, actor, commandId, newId: writer.newId, seals: writer.seals, place }));
    statements.push(auditRow(event, { at, actor, graduateId, schoolId, commandId, rulePack: guard.pack.id, key }));
    state = evolve(state, event, at);
  }
  for (const { params, ...notification } of notificationsOf(events, loaded.state, guard)) {
    const row = {
      id: writer.newId(),
      ...notification,
      params: JSON.stringify(params),
      graduateId,
      createdAt: timestamp(at),
      nextAttemptAt: timestamp(at),
    };
    statements.push(insert('notification', row));
  }
  statements.push(...movedWarnings(loaded.state, state));
  state = { ...state, version: state.version + 1 };
  const standing = standingOf(state, guard);
  statements.push(graduateRow(state, standing, at, loaded.state));
  for (const statement of statements) await connection.query({ ...statement, values: [...statement.values] });
  return { state: { ...state, stage: standing.stage, overdue: standing.overdue }, standing };
}

/** Warnings of what lies at a desk may come and go with the other sections and the basic information; queues filter by them. */
function movedWarnings(before: GraduateState, after: GraduateState): Statement[] {
  return sectionKinds.flatMap((section) => {
    const version = findInReview(after.sections[section]);
    if (version?.intent !== 'SET' || findInReview(before.sections[section])?.id !== version.id) return [];
    const [was, becomes] = [before, after].map((state) => warningsFor(state, section, version.content));
    return String(was) === String(becomes) ? [] : [update('section_version', version.id, { warnings: becomes })];
  });
}

/** Only a number that is issued has a place in the status lists. */
async function placeFor(
  connection: Connection,
  { takeStatusPlace }: EventWriter,
  { type }: RegistrationEvent,
): Promise<StatusPlace | null> {
  if (type === 'GRANT_ISSUED') return takeStatusPlace(connection, 'VERIFICATION');
  return type === 'TRANSFER_NUMBER_ISSUED' ? takeStatusPlace(connection, 'TRANSFER') : null;
}

function graduateRow(state: GraduateState, standing: Standing, at: number, before: GraduateState): Statement {
  const { confirmation } = state;
  return update('graduate', state.id, {
    version: state.version,
    basicCheck: state.basicCheck,
    basicCheckedAt: state.basicCheckedAt === null ? null : timestamp(state.basicCheckedAt),
    confirmationStatus: confirmation.status,
    confirmationChangedAt: confirmation.changedAt === null ? null : timestamp(confirmation.changedAt),
    stage: standing.stage,
    overdue: standing.overdue,
    nextDeadline: standing.nextDeadline === null ? null : timestamp(standing.nextDeadline),
    remindersDone: JSON.stringify(state.remindersDone),
    updatedAt: timestamp(at),
    ...(state.cutoffRecorded && !before.cutoffRecorded && { cutoffRecordedAt: timestamp(at) }),
    ...(state.ended && !before.ended && { endedAt: timestamp(at) }),
  });
}

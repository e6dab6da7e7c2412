import { assertNever } from '../../domain/assert-never.ts';
import { seenRecordOf } from '../../domain/confirmation/seen-record.ts';
import type { EventOf, RegistrationEvent } from '../../domain/decision/events.ts';
import type { GraduateState } from '../../domain/graduate/graduate-state.ts';
import type { Showable } from '../../domain/statements/shown-record.ts';
import { warningsFor } from '../../domain/registration/warnings.ts';
import { rememberStatements } from '../directory/remember-unit.ts';
import type { StatusPlace } from '../offline/status-places.ts';
import type { NumberSeals } from './number-seals.ts';
import { insert, timestamp, update, type Statement } from './statement.ts';

export interface EventScope {
  /** The state before this event. */
  readonly state: GraduateState;
  readonly at: number;
  readonly actor: { readonly id: string; readonly role: string };
  readonly commandId: string | null;
  readonly newId: () => string;
  readonly seals: NumberSeals;
  /** Of the number that the event issues. */
  readonly place: StatusPlace | null;
}

/** The rows that an event is in the record, beside the graduate's own row. */
export function rowsOfEvent(event: RegistrationEvent, scope: EventScope): Statement[] {
  const { state, at, actor, seals } = scope;
  const since = { statusSince: timestamp(at), overdueToldAt: null, claimedBy: null, claimedFrom: null, claimedUntil: null };
  const desk = (prefix: 'college' | 'school') => ({ [`${prefix}DecidedBy`]: actor.id, [`${prefix}DecidedAt`]: timestamp(at) });
  switch (event.type) {
    case 'SECTION_SUBMITTED':
      return [insert('section_version', sectionRow(state, event.version))];
    case 'SECTION_FORWARDED':
      return [update('section_version', event.versionId, { status: 'SCHOOL_REVIEW', ...since, ...desk('college') })];
    case 'SECTION_RETURNED':
      return [
        update('section_version', event.versionId, {
          status: 'RETURNED',
          ...since,
          ...desk(event.desk === 'COLLEGE' ? 'college' : 'school'),
          returnReason: event.reason,
          returnText: event.text,
          returnFields: event.fields,
        }),
      ];
    case 'SECTION_WITHDRAWN':
      return [update('section_version', event.versionId, { status: 'WITHDRAWN', ...since })];
    case 'SECTION_LAPSED':
      return [update('section_version', event.versionId, { status: 'LAPSED', ...since })];
    case 'SECTION_APPROVED':
      return [
        ...(event.supersedes === null ? [] : [update('section_version', event.supersedes, { status: 'SUPERSEDED' })]),
        update('section_version', event.versionId, { status: 'APPROVED', ...since, ...desk('school') }),
        ...rememberStatements(state.sections[event.section].latest, state, scope.newId, at),
      ];
    case 'SECTION_VOIDED':
      return [
        update('section_version', event.voids, { status: 'VOIDED' }),
        update('section_version', event.versionId, { status: 'VOIDED', ...since, ...desk('school') }),
      ];
    case 'REVIEW_OVERDUE':
      return [update('section_version', event.versionId, { overdueToldAt: timestamp(at) })];
    case 'CONFIRMATION_CHANGED':
      return [
        insert('confirmation_record', {
          id: scope.newId(),
          graduateId: state.id,
          status: event.to,
          cause: event.cause,
          recordDigest: event.digest,
          seen: event.to === 'CONFIRMED' ? JSON.stringify(seenRecordOf(state)) : null,
          disputeText: event.text,
          disputeFields: event.fields,
          actor: actor.id,
          at: timestamp(at),
          commandId: scope.commandId,
        }),
      ];
    case 'GRANT_ISSUED':
      return [
        insert('verification_grant', {
          id: event.grant.id,
          graduateId: state.id,
          kind: event.grant.kind,
          status: 'ACTIVE',
          ...seals.seal('VERIFICATION', event.grant.id, event.number),
          deadline: timestamp(event.grant.deadline),
          issuedAt: timestamp(at),
          shownSealed: seals.sealShown(event.grant.id, state),
          ...scope.place,
        }),
      ];
    case 'GRANT_ENDED':
      return [update('verification_grant', event.grantId, { status: event.status, endedAt: timestamp(at) })];
    case 'TRANSFER_NUMBER_ISSUED':
      return [insert('transfer_number', transferNumberRow(event, scope))];
    case 'TRANSFER_NUMBER_ENDED':
      return [update('transfer_number', event.transferNumberId, { status: event.status, endedAt: timestamp(at) })];
    case 'TICKET_OPENED':
      return [
        insert('ticket', {
          id: event.ticketId,
          graduateId: state.id,
          kind: event.kind,
          fields: event.fields,
          note: event.note,
          proposed: event.proposed && JSON.stringify(event.proposed),
          evidenceIds: event.evidenceIds,
          openedAt: timestamp(at),
        }),
      ];
    case 'TICKET_ANSWERED':
      return [
        update('ticket', event.ticketId, { status: event.status, answer: event.answer, resolvedAt: timestamp(at), resolvedBy: actor.id }),
      ];
    case 'BASIC_INFORMATION_CORRECTED':
      // Another document is another person's: whoever was bound by the wrong one loses access at once (X22).
      return [
        update('graduate', state.id, {
          ...event.changes,
          ...(event.sealedIdNumber && { idNumberSealed: event.sealedIdNumber, accountId: null }),
        }),
      ];
    case 'SECTION_OPENED': {
      const { id, section, from, until } = event.opening;
      return [
        insert('section_opening', {
          id,
          graduateId: state.id,
          section,
          openedAt: timestamp(from),
          until: timestamp(until),
          reason: event.reason,
          openedBy: actor.id,
        }),
      ];
    }
    case 'OPENING_CLOSED':
      return [update('section_opening', event.openingId, { closedAt: timestamp(at), closedBy: actor.id })];
    case 'EXCEPTION_REQUESTED':
      return [
        insert('cutoff_exception', {
          id: event.exceptionId,
          graduateId: state.id,
          scope: event.scope,
          reason: event.reason,
          requestedBy: actor.id,
          requestedAt: timestamp(at),
        }),
      ];
    case 'EXCEPTION_ANSWERED':
      return [
        update('cutoff_exception', event.exceptionId, {
          status: event.status,
          until: event.until === null ? null : timestamp(event.until),
          answer: event.answer,
          answeredBy: actor.id,
          answeredAt: timestamp(at),
        }),
      ];
    case 'GRADUATE_PLACED':
      return [
        update('graduate', state.id, {
          ...(event.fields.includes('college') && { collegeId: event.collegeId }),
          ...(event.fields.includes('counsellor') && { counsellorId: event.counsellorId }),
        }),
      ];
    case 'GRADUATE_REMOVED':
      // Whoever had signed in to it loses access at once.
      return [update('graduate', state.id, { removedAt: timestamp(at), accountId: null })];
    // These stand on the graduate's own row.
    case 'BASIC_INFORMATION_CHECKED':
    case 'BASIC_CHECK_REOPENED':
    case 'REMINDED':
    case 'REMINDED_BY_STAFF':
    case 'CUTOFF_RECORDED':
    case 'SERVICE_ENDED':
      return [];
    default:
      return assertNever(event);
  }
}

/** The row of a 转递编号; the batch writes the same (infra/transfer-numbers/issue-part.ts). */
export function transferNumberRow(
  { transferNumber: { id, kind, deadline }, number }: EventOf<'TRANSFER_NUMBER_ISSUED'>,
  {
    state,
    at,
    actor,
    seals,
    place,
  }: Pick<EventScope, 'at' | 'actor' | 'seals' | 'place'> & { readonly state: Showable & { readonly id: string } },
) {
  return {
    id,
    graduateId: state.id,
    kind,
    status: 'ACTIVE',
    ...seals.seal('TRANSFER', id, number),
    deadline: timestamp(deadline),
    issuedBy: actor.id,
    issuedAt: timestamp(at),
    shownSealed: seals.sealShown(id, state),
    ...place,
  };
}

/** The columns of a version. */
export function sectionRow(state: GraduateState, version: Extract<RegistrationEvent, { type: 'SECTION_SUBMITTED' }>['version']) {
  const { overdueTold: _, collegeDecidedBy: __, claim: ___, content, submittedAt, statusSince, ...row } = version;
  const destinationCode = version.section === 'DESTINATION' && typeof content.code === 'string' ? content.code : null;
  const warnings = version.intent === 'SET' ? warningsFor(state, version.section, content) : [];
  return {
    ...row,
    graduateId: state.id,
    content: JSON.stringify(content),
    destinationCode,
    warnings,
    submittedAt: timestamp(submittedAt),
    statusSince: timestamp(statusSince),
  };
}

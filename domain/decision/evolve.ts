import { assertNever } from '../assert-never.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { SectionKind, SectionState, SectionVersion, SubmissionStatus } from '../registration/section.ts';
import { staffReminderKey } from '../lifecycle/staff-reminder.ts';
import type { CutoffException } from '../registration/exceptions.ts';
import type { EventOf, RegistrationEvent } from './events.ts';

/** The state after one event. Pure: the same function serves the decisions, the property tests and the rebuild. */
export function evolve(state: GraduateState, event: RegistrationEvent, at: number): GraduateState {
  switch (event.type) {
    case 'BASIC_INFORMATION_CHECKED':
      return { ...state, basicCheck: 'CHECKED', basicCheckedAt: at };
    case 'BASIC_CHECK_REOPENED':
      return { ...state, basicCheck: 'PENDING' };
    case 'TICKET_OPENED':
      return {
        ...state,
        basicCheck: event.kind === 'BASIC_INFORMATION' ? 'DISPUTED' : state.basicCheck,
        openTickets: [...state.openTickets, { id: event.ticketId, kind: event.kind, status: 'OPEN', fields: event.fields }],
      };
    case 'TICKET_ANSWERED':
      return { ...state, openTickets: state.openTickets.filter((ticket) => ticket.id !== event.ticketId) };
    case 'BASIC_INFORMATION_CORRECTED':
      return { ...state, basic: { ...state.basic, ...event.changes } };
    case 'GRADUATE_PLACED':
      return event.fields.includes('college') ? { ...state, collegeId: event.collegeId } : state;
    case 'GRADUATE_REMOVED':
      return { ...state, ended: true };
    case 'SECTION_SUBMITTED':
      return withSection(state, event.version.section, (section) => ({ ...section, latest: event.version }));
    case 'SECTION_FORWARDED':
      return withLatest(state, event.section, 'SCHOOL_REVIEW', at, event.by);
    case 'SECTION_RETURNED':
      return withLatest(state, event.section, 'RETURNED', at, event.desk === 'COLLEGE' ? event.by : undefined);
    case 'SECTION_WITHDRAWN':
      return withLatest(state, event.section, 'WITHDRAWN', at);
    case 'SECTION_LAPSED':
      return withLatest(state, event.section, 'LAPSED', at);
    case 'SECTION_APPROVED':
      return withSection(state, event.section, ({ latest }) => ({
        current: latest && { ...latest, status: 'APPROVED', statusSince: at, overdueTold: false, claim: null },
        latest: null,
      }));
    case 'SECTION_VOIDED':
      return withSection(state, event.section, () => ({ current: null, latest: null }));
    case 'CONFIRMATION_CHANGED':
      return { ...state, confirmation: { status: event.to, changedAt: at } };
    case 'GRANT_ISSUED':
      return { ...state, grants: [...state.grants, event.grant] };
    case 'GRANT_ENDED':
      return { ...state, grants: state.grants.map((grant) => (grant.id === event.grantId ? { ...grant, status: event.status } : grant)) };
    case 'TRANSFER_NUMBER_ISSUED':
      return { ...state, transferNumbers: [...state.transferNumbers, event.transferNumber] };
    case 'TRANSFER_NUMBER_ENDED':
      return {
        ...state,
        transferNumbers: state.transferNumbers.map((number) =>
          number.id === event.transferNumberId ? { ...number, status: event.status } : number,
        ),
      };
    case 'REVIEW_OVERDUE':
      return withSection(state, event.section, (section) => ({
        ...section,
        latest: section.latest && { ...section.latest, overdueTold: true },
      }));
    case 'SECTION_OPENED':
      return { ...state, openings: [...state.openings, event.opening] };
    case 'OPENING_CLOSED':
      return { ...state, openings: state.openings.filter(({ id }) => id !== event.openingId) };
    case 'EXCEPTION_REQUESTED':
      return {
        ...state,
        exceptions: [...state.exceptions, { id: event.exceptionId, scope: event.scope, status: 'REQUESTED', from: null, until: null }],
      };
    case 'EXCEPTION_ANSWERED':
      return {
        ...state,
        exceptions: state.exceptions.map((exception) => (exception.id === event.exceptionId ? answered(exception, event, at) : exception)),
      };
    case 'REMINDED_BY_STAFF':
      return { ...state, remindersDone: { ...state.remindersDone, [staffReminderKey]: at } };
    case 'REMINDED':
      return { ...state, remindersDone: { ...state.remindersDone, ...Object.fromEntries(event.reminders.map(({ key }) => [key, at])) } };
    case 'CUTOFF_RECORDED':
      return { ...state, cutoffRecorded: true };
    case 'SERVICE_ENDED':
      return { ...state, ended: true };
    default:
      return assertNever(event);
  }
}

function answered(exception: CutoffException, { status, until }: EventOf<'EXCEPTION_ANSWERED'>, at: number): CutoffException {
  return { ...exception, status, from: status === 'GRANTED' ? at : null, until };
}

function withSection(state: GraduateState, kind: SectionKind, change: (section: SectionState) => SectionState): GraduateState {
  return { ...state, sections: { ...state.sections, [kind]: change(state.sections[kind]) } };
}

function withLatest(
  state: GraduateState,
  kind: SectionKind,
  status: SubmissionStatus,
  at: number,
  collegeDecidedBy?: string,
): GraduateState {
  const move = (latest: SectionVersion | null) =>
    latest && {
      ...latest,
      status,
      statusSince: at,
      overdueTold: false,
      claim: null,
      ...(collegeDecidedBy !== undefined && { collegeDecidedBy }),
    };
  return withSection(state, kind, (section) => ({ ...section, latest: move(section.latest) }));
}

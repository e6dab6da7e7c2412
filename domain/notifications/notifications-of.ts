import { formatDeadline, shanghaiDate } from '../calendar/shanghai.ts';
import type { GuardContext } from '../decision/decision.ts';
import type { RegistrationEvent } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { SectionKind } from '../registration/section.ts';
import type { NotificationEvent } from './events.ts';
import { provinceRecipient } from './province-recipient.ts';
import { remindersOf, staffRemindersOf } from './reminders-of.ts';
import type { NotificationParams } from './templates.ts';

/** One row for the inbox and the mail: recipient, event and step are unique together. */
export interface NotificationRow {
  readonly recipientKind: 'GRADUATE' | 'SCHOOL' | 'PROVINCE';
  readonly recipientId: string;
  readonly event: NotificationEvent;
  /** What it is about, so that the same thing is told once. */
  readonly step: string;
  readonly params: unknown;
}

const dayMs = 86_400_000;
const grantEvents = { EXPIRED: 'grant.expired', CLOSED: 'grant.closed' } as const;

/** Who is told of what happened to a graduate in one transition, and of what kind it is (R54). `before` is the state it began with. */
export function notificationsOf(events: readonly RegistrationEvent[], before: GraduateState, context: GuardContext): NotificationRow[] {
  const { name } = before.basic;
  const occurrence = `${before.id}:${before.version + 1}`;
  const toGraduate = <E extends NotificationEvent>(event: E, step: string, params: NotificationParams<E>): NotificationRow[] => [
    { recipientKind: 'GRADUATE', recipientId: before.id, event, step, params },
  ];
  const toSchool = <E extends NotificationEvent>(event: E, step: string, params: NotificationParams<E>): NotificationRow[] => [
    { recipientKind: 'SCHOOL', recipientId: before.schoolId, event, step, params },
  ];

  const toProvince = <E extends NotificationEvent>(event: E, step: string, params: NotificationParams<E>): NotificationRow[] => [
    { recipientKind: 'PROVINCE', recipientId: provinceRecipient(before.provinceCode), event, step, params },
  ];

  const sourceOf = ({ section }: { section: SectionKind }) => before.sections[section].latest?.source;

  const rowsOf = (event: RegistrationEvent): NotificationRow[] => {
    switch (event.type) {
      case 'SECTION_APPROVED':
        // R16, X19: the graduate did not submit it, so what they are told is that it changed.
        if (sourceOf(event) === 'SCHOOL' || sourceOf(event) === 'IMPORT') {
          return toGraduate('registration.changed', event.versionId, {
            name,
            section: event.section,
            by: sourceOf(event) === 'SCHOOL' ? 'SCHOOL' : 'IMPORT',
            fields: [...event.changedFields],
          });
        }
        return toGraduate('review.decided', event.versionId, { name, section: event.section, desk: 'SCHOOL', decision: 'APPROVED' });
      case 'SECTION_VOIDED':
        if (sourceOf(event) === 'SCHOOL')
          return toGraduate('registration.changed', event.versionId, { name, section: event.section, by: 'SCHOOL', fields: [] });
        return toGraduate('review.decided', event.versionId, { name, section: event.section, desk: 'SCHOOL', decision: 'VOIDED' });
      case 'SECTION_RETURNED':
        if (sourceOf(event) === 'SCHOOL') return toSchool('review.entry_returned', event.versionId, { name, section: event.section });
        return toGraduate('review.decided', event.versionId, { name, section: event.section, desk: event.desk, decision: 'RETURNED' });
      case 'SECTION_LAPSED':
        // At the end of an exception (X7), which the school had asked for.
        if (before.cutoffRecorded) {
          const lapsed = { name, section: event.section };
          return [
            ...toSchool('exception.lapsed', event.versionId, lapsed),
            ...(sourceOf(event) === 'GRADUATE' ? toGraduate('exception.lapsed', event.versionId, lapsed) : []),
          ];
        }
        // Where the service ends before the cutoff, the message of its end says it.
        return context.now < context.windows.cutoffAt
          ? []
          : toGraduate('cutoff.reached', before.id, { audience: 'GRADUATE', name, cutoffAt: formatDeadline(context.windows.cutoffAt) });
      case 'BASIC_INFORMATION_CORRECTED':
        return toGraduate('basic_information.corrected', occurrence, { name });
      case 'TICKET_OPENED':
        if (event.kind === 'OPENING')
          return toSchool('opening.requested', event.ticketId, { name, section: SectionKind.parse(event.fields[0]) });
        return toSchool('basic_information.ticket_opened', event.ticketId, { name, fieldCount: event.fields.length });
      case 'TICKET_ANSWERED':
        if (event.kind === 'OPENING') {
          // That it was opened is told with its end.
          const section = before.openTickets.find(({ id }) => id === event.ticketId)?.fields[0];
          return event.status === 'REFUSED'
            ? toGraduate('opening.refused', event.ticketId, { name, section: SectionKind.parse(section) })
            : [];
        }
        return toGraduate('basic_information.ticket_answered', event.ticketId, { name, status: event.status });
      case 'CONFIRMATION_CHANGED':
        if (event.to === 'DISPUTED') return toSchool('dispute.opened', occurrence, { name });
        return event.cause === 'KEY_FIELD_CHANGED' || event.cause === 'CORRECTED'
          ? toGraduate('confirm.required_again', occurrence, { name, cause: event.cause })
          : [];
      case 'GRANT_ISSUED':
        return toGraduate('grant.issued', event.grant.id, { name, kind: event.grant.kind, endsAt: formatDeadline(event.grant.deadline) });
      case 'GRANT_ENDED':
        return event.status === 'INVALIDATED' ? [] : toGraduate(grantEvents[event.status], event.grantId, { name, kind: event.kind });
      case 'REVIEW_OVERDUE': {
        const since = before.sections[event.section].latest?.statusSince ?? context.now;
        return toSchool('review.overdue', `${event.versionId}:${event.desk}`, {
          desk: event.desk,
          count: 1,
          oldestDays: Math.floor((context.now - since) / dayMs),
        });
      }
      case 'SECTION_OPENED':
        return toGraduate('section.opened', event.opening.id, {
          name,
          section: event.opening.section,
          until: formatDeadline(event.opening.until),
        });
      case 'EXCEPTION_REQUESTED':
        return toProvince('exception.requested', event.exceptionId, { name, scope: event.scope });
      case 'EXCEPTION_ANSWERED':
        return toSchool('exception.answered', event.exceptionId, {
          name,
          scope: event.scope,
          status: event.status,
          until: event.until === null ? null : formatDeadline(event.until),
        });
      case 'REMINDED_BY_STAFF':
        return toGraduate('reminder.staff', shanghaiDate(context.now), { name, steps: staffRemindersOf(event.steps, before) });
      case 'REMINDED':
        return toGraduate('reminder.daily', event.reminders.map(({ key }) => key).join(' '), {
          name,
          steps: remindersOf(event.reminders, before, context),
        });
      case 'SERVICE_ENDED':
        return toGraduate('service.ended', before.id, { name });
      case 'BASIC_INFORMATION_CHECKED':
      case 'BASIC_CHECK_REOPENED':
      case 'GRADUATE_PLACED':
      case 'GRADUATE_REMOVED':
      case 'SECTION_SUBMITTED':
      case 'SECTION_FORWARDED':
      case 'SECTION_WITHDRAWN':
      case 'TRANSFER_NUMBER_ISSUED':
      case 'TRANSFER_NUMBER_ENDED':
      case 'CUTOFF_RECORDED':
      case 'OPENING_CLOSED':
        return [];
    }
  };

  // Two numbers that die together are one message.
  const invalidatedGrants = events.flatMap((event) => (event.type === 'GRANT_ENDED' && event.status === 'INVALIDATED' ? [event.kind] : []));
  const invalidatedNumbers = events.flatMap((event) =>
    event.type === 'TRANSFER_NUMBER_ENDED' && event.status === 'INVALIDATED' ? [event.kind] : [],
  );
  return [
    ...events.flatMap(rowsOf),
    ...(invalidatedGrants.length === 0 ? [] : toGraduate('grant.invalidated', occurrence, { name, kinds: invalidatedGrants })),
    ...(invalidatedNumbers.length === 0 ? [] : toSchool('transfer_number.invalidated', occurrence, { name, kinds: invalidatedNumbers })),
  ].filter(
    (row, index, all) =>
      all.findIndex((other) => other.recipientKind === row.recipientKind && other.event === row.event && other.step === row.step) === index,
  );
}

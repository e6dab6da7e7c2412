import { z } from 'zod';
import { SectionKind } from '../registration/section.ts';
import type { NotificationEvent } from './events.ts';

/** The page of the graduate that a message speaks of. */
export const MessageSubject = z.enum(['BASIC_INFORMATION', ...SectionKind.options, 'CONFIRMATION', 'VERIFICATION', 'DISPATCH', 'OVERVIEW']);
export type MessageSubject = z.infer<typeof MessageSubject>;

/** NAMED: the parameters say which section. null: for desks, which read it elsewhere. */
const subjects = {
  'review.decided': 'NAMED',
  'review.overdue': null,
  'review.entry_returned': null,
  'registration.changed': 'NAMED',
  'section.opened': 'NAMED',
  'opening.requested': null,
  'opening.refused': 'NAMED',
  'exception.requested': null,
  'exception.answered': null,
  'exception.lapsed': 'NAMED',
  'confirm.required_again': 'CONFIRMATION',
  'dispute.opened': null,
  'basic_information.ticket_opened': null,
  'basic_information.ticket_answered': 'BASIC_INFORMATION',
  'basic_information.corrected': 'BASIC_INFORMATION',
  'grant.issued': 'VERIFICATION',
  'grant.expired': 'VERIFICATION',
  'grant.closed': 'VERIFICATION',
  'grant.invalidated': 'VERIFICATION',
  'verification.performed': 'VERIFICATION',
  'verification.digest': 'VERIFICATION',
  'transfer_number.invalidated': null,
  'cutoff.approaching': 'OVERVIEW',
  'cutoff.reached': 'OVERVIEW',
  'school.digest': null,
  'service.ended': 'VERIFICATION',
  'reminder.daily': 'OVERVIEW',
  'reminder.staff': 'OVERVIEW',
  'dispatch.sent': 'DISPATCH',
  'dispatch.received': 'DISPATCH',
  'dispatch.overdue': null,
} as const satisfies Record<NotificationEvent, MessageSubject | 'NAMED' | null>;

const Named = z.looseObject({ section: SectionKind });

/** What a message to a graduate is about; null where it is not for one, or where it should name a section and does not. */
export function subjectOf(event: NotificationEvent, params: unknown): MessageSubject | null {
  const subject = subjects[event];
  if (subject !== 'NAMED') return subject;
  return Named.safeParse(params).data?.section ?? null;
}

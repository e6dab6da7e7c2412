import { z } from 'zod';

/** Who may be told about something. */
export const NotificationAudience = z.enum(['GRADUATE', 'COLLEGE', 'SCHOOL', 'PROVINCE']);
export type NotificationAudience = z.infer<typeof NotificationAudience>;

/** Everything the system tells somebody about (R54 and what follows from R6, R21, R27–R38, R55). */
export const NotificationEvent = z.enum([
  'review.decided',
  'review.overdue',
  'review.entry_returned',
  'registration.changed',
  'section.opened',
  'opening.requested',
  'opening.refused',
  'exception.requested',
  'exception.answered',
  'exception.lapsed',
  'confirm.required_again',
  'dispute.opened',
  'basic_information.ticket_opened',
  'basic_information.ticket_answered',
  'basic_information.corrected',
  'grant.issued',
  'grant.expired',
  'grant.closed',
  'grant.invalidated',
  'verification.performed',
  'verification.digest',
  'transfer_number.invalidated',
  'cutoff.approaching',
  'cutoff.reached',
  'school.digest',
  'service.ended',
  'reminder.daily',
  'reminder.staff',
  'dispatch.sent',
  'dispatch.received',
  'dispatch.overdue',
]);
export type NotificationEvent = z.infer<typeof NotificationEvent>;

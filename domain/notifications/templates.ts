import type { z } from 'zod';
import type { NotificationEvent } from './events.ts';
import type { NotificationTemplate } from './template.ts';
import { basicInformationCorrected, ticketAnswered, ticketOpened } from './templates/basic-information.ts';
import { cutoffApproaching, cutoffReached } from './templates/cutoff.ts';
import { dispatchOverdue, dispatchReceived, dispatchSent } from './templates/dispatch.ts';
import { grantClosed, grantExpired, grantInvalidated, grantIssued } from './templates/grants.ts';
import { confirmRequiredAgain, disputeOpened, registrationChanged } from './templates/registration.ts';
import { exceptionAnswered, exceptionLapsed, exceptionRequested } from './templates/exceptions.ts';
import { openingRefused, openingRequested, sectionOpened } from './templates/openings.ts';
import { reminderDaily, reminderStaff } from './templates/reminder.ts';
import { entryReturned, reviewDecided, reviewOverdue } from './templates/review.ts';
import { schoolDigest } from './templates/school.ts';
import { serviceEnded, transferNumberInvalidated, verificationDigest, verificationPerformed } from './templates/verification.ts';

/** The template of each event (R54). */
export const NOTIFICATION_TEMPLATES = {
  'review.decided': reviewDecided,
  'review.overdue': reviewOverdue,
  'review.entry_returned': entryReturned,
  'registration.changed': registrationChanged,
  'section.opened': sectionOpened,
  'opening.requested': openingRequested,
  'opening.refused': openingRefused,
  'exception.requested': exceptionRequested,
  'exception.answered': exceptionAnswered,
  'exception.lapsed': exceptionLapsed,
  'confirm.required_again': confirmRequiredAgain,
  'dispute.opened': disputeOpened,
  'basic_information.ticket_opened': ticketOpened,
  'basic_information.ticket_answered': ticketAnswered,
  'basic_information.corrected': basicInformationCorrected,
  'grant.issued': grantIssued,
  'grant.expired': grantExpired,
  'grant.closed': grantClosed,
  'grant.invalidated': grantInvalidated,
  'verification.performed': verificationPerformed,
  'verification.digest': verificationDigest,
  'transfer_number.invalidated': transferNumberInvalidated,
  'cutoff.approaching': cutoffApproaching,
  'cutoff.reached': cutoffReached,
  'school.digest': schoolDigest,
  'service.ended': serviceEnded,
  'reminder.daily': reminderDaily,
  'reminder.staff': reminderStaff,
  'dispatch.sent': dispatchSent,
  'dispatch.received': dispatchReceived,
  'dispatch.overdue': dispatchOverdue,
} satisfies Record<NotificationEvent, NotificationTemplate>;

/** The parameters of an event, as stored with the notification. */
export type NotificationParams<E extends NotificationEvent> = z.infer<(typeof NOTIFICATION_TEMPLATES)[E]['params']>;

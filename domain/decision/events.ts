import type { ConfirmationCause, ConfirmationStatus } from '../confirmation/status.ts';
import type { BasicField, BasicInformation } from '../graduate/basic-information.ts';
import type { TicketKind } from '../graduate/ticket.ts';
import type { GrantState, GrantStatus } from '../grants/grant.ts';
import type { StaffReminderStep } from '../lifecycle/staff-reminder.ts';
import type { ExceptionScope, ExceptionStatus } from '../registration/exceptions.ts';
import type { Opening } from '../registration/openings.ts';
import type { SectionKind, SectionVersion } from '../registration/section.ts';
import type { ReminderStep } from '../rule-packs/rule-pack.ts';
import type { TransferNumberState, TransferNumberStatus } from '../transfer-numbers/transfer-number.ts';

export type ReviewDesk = 'COLLEGE' | 'SCHOOL';

export interface DueReminder {
  readonly step: ReminderStep;
  /** What the step is about, so that each is sent at most once (`RETURNED_NOT_RESUBMITTED:<version>`). */
  readonly key: string;
}

/** Everything that can happen to a graduate-year. State, rows, audit and notifications are all made from these. */
export type RegistrationEvent =
  | { type: 'BASIC_INFORMATION_CHECKED' }
  | {
      type: 'TICKET_OPENED';
      ticketId: string;
      kind: TicketKind;
      fields: readonly string[];
      note: string;
      proposed: Record<string, unknown> | null;
      evidenceIds: readonly string[];
    }
  | { type: 'TICKET_ANSWERED'; ticketId: string; kind: TicketKind; status: 'RESOLVED' | 'REFUSED'; answer: string }
  | { type: 'BASIC_CHECK_REOPENED' }
  | {
      type: 'BASIC_INFORMATION_CORRECTED';
      changes: Partial<BasicInformation>;
      sealedIdNumber: string | null;
      fields: readonly BasicField[];
      reason: string;
    }
  | { type: 'GRADUATE_PLACED'; collegeId: string | null; counsellorId: string | null; fields: readonly ('college' | 'counsellor')[] }
  | { type: 'GRADUATE_REMOVED'; reason: string }
  | { type: 'SECTION_SUBMITTED'; version: SectionVersion }
  | { type: 'SECTION_FORWARDED'; versionId: string; section: SectionKind; by: string }
  | {
      type: 'SECTION_RETURNED';
      versionId: string;
      section: SectionKind;
      desk: ReviewDesk;
      by: string;
      reason: string;
      text: string;
      fields: readonly string[];
    }
  | { type: 'SECTION_WITHDRAWN'; versionId: string; section: SectionKind }
  | { type: 'SECTION_LAPSED'; versionId: string; section: SectionKind }
  | {
      type: 'SECTION_APPROVED';
      versionId: string;
      section: SectionKind;
      supersedes: string | null;
      changedFields: readonly string[];
      keyChange: boolean;
    }
  | { type: 'SECTION_VOIDED'; versionId: string; section: SectionKind; voids: string }
  | {
      type: 'CONFIRMATION_CHANGED';
      from: ConfirmationStatus;
      to: ConfirmationStatus;
      cause: ConfirmationCause;
      digest: string | null;
      text: string | null;
      fields: readonly string[];
    }
  | { type: 'GRANT_ISSUED'; grant: GrantState; number: string }
  | { type: 'GRANT_ENDED'; grantId: string; kind: GrantState['kind']; status: Exclude<GrantStatus, 'ACTIVE'> }
  | { type: 'TRANSFER_NUMBER_ISSUED'; transferNumber: TransferNumberState; number: string }
  | {
      type: 'TRANSFER_NUMBER_ENDED';
      transferNumberId: string;
      kind: TransferNumberState['kind'];
      status: Exclude<TransferNumberStatus, 'ACTIVE'>;
    }
  | { type: 'REVIEW_OVERDUE'; versionId: string; section: SectionKind; desk: ReviewDesk }
  | { type: 'SECTION_OPENED'; opening: Opening; reason: string }
  | { type: 'OPENING_CLOSED'; openingId: string; section: SectionKind }
  | { type: 'EXCEPTION_REQUESTED'; exceptionId: string; scope: ExceptionScope; reason: string }
  | {
      type: 'EXCEPTION_ANSWERED';
      exceptionId: string;
      scope: ExceptionScope;
      status: Exclude<ExceptionStatus, 'REQUESTED'>;
      until: number | null;
      answer: string | null;
    }
  | { type: 'REMINDED_BY_STAFF'; steps: readonly StaffReminderStep[] }
  | { type: 'REMINDED'; reminders: readonly DueReminder[] }
  | { type: 'CUTOFF_RECORDED' }
  | { type: 'SERVICE_ENDED' };

export type EventOf<T extends RegistrationEvent['type']> = Extract<RegistrationEvent, { type: T }>;

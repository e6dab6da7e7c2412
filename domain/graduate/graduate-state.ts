import type { ConfirmationStatus } from '../confirmation/status.ts';
import type { GrantState } from '../grants/grant.ts';
import type { Stage } from '../lifecycle/stage.ts';
import type { CutoffException } from '../registration/exceptions.ts';
import type { Opening } from '../registration/openings.ts';
import type { SectionKind, SectionState } from '../registration/section.ts';
import type { TransferNumberState } from '../transfer-numbers/transfer-number.ts';
import type { BasicCheck, BasicInformation } from './basic-information.ts';
import type { TicketState } from './ticket.ts';

/** The aggregate as the decisions see it: a graduate-year with everything that a rule asks about. */
export interface GraduateState {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly provinceCode: string;
  readonly collegeId: string | null;
  readonly cohort: number;
  readonly version: number;
  readonly basic: BasicInformation;
  readonly basicCheck: BasicCheck;
  readonly basicCheckedAt: number | null;
  readonly sections: Readonly<Record<SectionKind, SectionState>>;
  readonly confirmation: { readonly status: ConfirmationStatus; readonly changedAt: number | null };
  readonly grants: readonly GrantState[];
  readonly transferNumbers: readonly TransferNumberState[];
  readonly openTickets: readonly TicketState[];
  /** Sections opened beside the windows, and requests for changes after the cutoff (X7). */
  readonly openings: readonly Opening[];
  readonly exceptions: readonly CutoffException[];
  /** Evidence the graduate or the school has uploaded, by id. */
  readonly evidence: Readonly<Record<string, { readonly mediaType: string; readonly sizeBytes: number; readonly section: string }>>;
  /** Reminder step → instant at which it was sent. */
  readonly remindersDone: Readonly<Record<string, number>>;
  readonly stage: Stage;
  readonly overdue: boolean;
  readonly createdAt: number;
  readonly cutoffRecorded: boolean;
  readonly ended: boolean;
}

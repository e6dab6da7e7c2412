import { z } from 'zod';
import { recordDigest } from '../../domain/confirmation/record-digest.ts';
import { ConfirmationCause, ConfirmationStatus } from '../../domain/confirmation/status.ts';
import { VersionSource } from '../../domain/registration/section.ts';
import type { ConfirmationDetail } from '../graduate/graduate-details.ts';
import type { DetailedStanding } from '../graduate/read-graduate.ts';
import { InstantText, instantText, Moment, momentOf } from '../http/moments.ts';

/** One entry of the history (R22), a dispute with its details. */
export const ConfirmationEntry = z.object({
  status: ConfirmationStatus, cause: ConfirmationCause, at: InstantText, disputeText: z.string().nullable(), disputeFields: z.array(z.string()),
}).meta({ id: 'ConfirmationEntry' });

export const ConfirmationView = z.object({
  status: ConfirmationStatus,
  changedAt: InstantText.nullable(),
  /** R23: “以上毕业去向信息于…上报”. */
  reported: z.object({ on: Moment, source: VersionSource }).nullable(),
  history: z.array(ConfirmationEntry),
}).meta({ id: 'Confirmation' });

/** For the graduate: with the digest of everything shown, which confirms what was seen. */
export const OwnConfirmationView = ConfirmationView.extend({ recordDigest: z.string() }).meta({ id: 'OwnConfirmation' });

export const confirmationEntry = ({ at, disputeFields, ...entry }: ConfirmationDetail): z.infer<typeof ConfirmationEntry> =>
  ({ ...entry, at: instantText(at), disputeFields: [...disputeFields] });

export function confirmationView({ state, details }: DetailedStanding): z.infer<typeof ConfirmationView> {
  const { status, changedAt } = state.confirmation;
  const destination = state.sections.DESTINATION.current;
  return {
    status, changedAt: changedAt === null ? null : instantText(changedAt),
    reported: destination && { on: momentOf(destination.statusSince), source: destination.source },
    history: details.confirmations.map(confirmationEntry),
  };
}

export const ownConfirmationView = (standing: DetailedStanding): z.infer<typeof OwnConfirmationView> =>
  ({ ...confirmationView(standing), recordDigest: recordDigest(standing.state) });

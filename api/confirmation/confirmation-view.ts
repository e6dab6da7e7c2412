import { z } from 'zod';
import { recordDigest } from '../../domain/confirmation/record-digest.ts';
import { ConfirmationCause, ConfirmationStatus } from '../../domain/confirmation/status.ts';
import { VersionSource } from '../../domain/registration/section.ts';
import type { FieldCipher } from '../../infra/crypto/field-cipher.ts';
import type { ConfirmationDetail } from '../graduate/graduate-details.ts';
import type { DetailedStanding } from '../graduate/read-graduate.ts';
import { InstantText, instantText, Moment, momentOf } from '../http/moments.ts';
import { ChangedLine, changesSince, RegistrationPart, registrationParts } from './registration-lines.ts';

/** One entry of the history (R22), a dispute with its details. */
export const ConfirmationEntry = z
  .object({
    status: ConfirmationStatus,
    cause: ConfirmationCause,
    at: InstantText,
    disputeText: z.string().nullable(),
    disputeFields: z.array(z.string()),
  })
  .meta({ id: 'ConfirmationEntry' });

export const ConfirmationView = z
  .object({
    status: ConfirmationStatus,
    changedAt: InstantText.nullable(),
    /** R23: “以上毕业去向信息于…上报”. */
    reported: z.object({ on: Moment, source: VersionSource }).nullable(),
    history: z.array(ConfirmationEntry),
  })
  .meta({ id: 'Confirmation' });

/** For the graduate: what is to be confirmed, with the digest of it, which confirms what was seen. */
export const OwnConfirmationView = ConfirmationView.extend({
  recordDigest: z.string(),
  registration: z
    .array(RegistrationPart)
    .meta({ description: 'What the digest is over, in words; a part without lines is not registered' }),
  lastConfirmed: z
    .object({ at: InstantText, changes: z.array(ChangedLine) })
    .nullable()
    .meta({ description: 'The last confirmation, with what has changed since; null before the first' }),
}).meta({ id: 'OwnConfirmation' });

export const confirmationEntry = ({ at, disputeFields, ...entry }: ConfirmationDetail): z.infer<typeof ConfirmationEntry> => ({
  ...entry,
  at: instantText(at),
  disputeFields: [...disputeFields],
});

export function confirmationView({ state, details }: DetailedStanding): z.infer<typeof ConfirmationView> {
  const { status, changedAt } = state.confirmation;
  const destination = state.sections.DESTINATION.current;
  return {
    status,
    changedAt: changedAt === null ? null : instantText(changedAt),
    reported: destination && { on: momentOf(destination.statusSince), source: destination.source },
    history: details.confirmations.map(confirmationEntry),
  };
}

export function ownConfirmationView(cipher: FieldCipher, standing: DetailedStanding): z.infer<typeof OwnConfirmationView> {
  const [confirmed] = standing.details.confirmed;
  return {
    ...confirmationView(standing),
    recordDigest: recordDigest(standing.state),
    registration: registrationParts(cipher, standing),
    lastConfirmed: confirmed ? { at: instantText(confirmed.at), changes: changesSince(confirmed, standing) } : null,
  };
}

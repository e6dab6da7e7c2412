import { z } from 'zod';

/** 去向登记确认 (section 5 of the rules): 未上报, 未确认, 确认无误, 确认有误. */
export const ConfirmationStatus = z.enum(['NOT_REPORTED', 'UNCONFIRMED', 'CONFIRMED', 'DISPUTED']);
export type ConfirmationStatus = z.infer<typeof ConfirmationStatus>;

/** Why the status changed; kept in the history (R22). */
export const ConfirmationCause = z.enum([
  'REPORTED',
  'GRADUATE_CONFIRMED',
  'GRADUATE_DISPUTED',
  'GRADUATE_RETRACTED',
  'KEY_FIELD_CHANGED',
  'CORRECTED',
  'DESTINATION_VOIDED',
]);
export type ConfirmationCause = z.infer<typeof ConfirmationCause>;

/** R21, X17, X18. 确认无误 → 确认有误 is not possible directly. */
export const confirmationTransitions = {
  NOT_REPORTED: ['UNCONFIRMED'],
  UNCONFIRMED: ['CONFIRMED', 'DISPUTED', 'NOT_REPORTED'],
  CONFIRMED: ['UNCONFIRMED', 'NOT_REPORTED'],
  DISPUTED: ['UNCONFIRMED', 'NOT_REPORTED'],
} as const satisfies Record<ConfirmationStatus, readonly ConfirmationStatus[]>;

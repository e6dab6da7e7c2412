import type { StatementKind } from '../grants/grant.ts';
import type { NumberKind } from '../numbers/formats.ts';
import type { DossierTransfer, HukouTransfer, StatementBasics, StatementDestination } from '../statements/statement-content.ts';

/** What a verifier is shown (R49–R51): the record as it was when the number was issued (X24). */
export interface VerifiedRecord {
  readonly kind: StatementKind;
  readonly numberKind: NumberKind;
  readonly basics: StatementBasics;
  readonly destination: StatementDestination | null;
  /** null when the section was not registered then (R46). */
  readonly transfer: DossierTransfer | HukouTransfer | null;
  readonly issuedAt: number;
  /** First instant at which the number is over. */
  readonly deadline: number;
  /** When something unimportant was approved since, if anything was (X24). */
  readonly changedSince: number | null;
}

/**
 * NOT_FOUND says nothing more, whether the number is unknown or the name is wrong. The other refusals are told only to
 * someone who gave number and name right, or scanned a signed code (R50).
 */
export type Verification =
  | { readonly outcome: 'VALID'; readonly name: string; readonly at: number; readonly record: VerifiedRecord }
  | { readonly outcome: 'INVALIDATED' | 'EXPIRED' | 'CLOSED' | 'SERVICE_ENDED'; readonly name: string; readonly at: number }
  | { readonly outcome: 'NOT_FOUND' };

interface NumberStanding {
  readonly numberKind: NumberKind;
  readonly status: string;
  readonly deadline: number;
  readonly serviceEnd: number;
}

/** Why a number that exists does not verify; undefined when it does. Truth is lazy: computed from instants. */
export function refuseVerification(
  { numberKind, status, deadline, serviceEnd }: NumberStanding,
  now: number,
): Exclude<Verification['outcome'], 'VALID' | 'NOT_FOUND'> | undefined {
  if (status === 'INVALIDATED' || status === 'CLOSED') return status;
  if (now >= serviceEnd) return 'SERVICE_ENDED';
  if (now >= deadline) return numberKind === 'TRANSFER' ? 'SERVICE_ENDED' : 'EXPIRED';
  // Booked as over although the clock says otherwise: cannot be shown as live.
  return status === 'ACTIVE' ? undefined : 'EXPIRED';
}

import { z } from 'zod';
import type { StatementKind } from '../grants/grant.ts';

/** R38, R42. */
export const TransferNumberStatus = z.enum(['ACTIVE', 'INVALIDATED', 'ENDED']);
export type TransferNumberStatus = z.infer<typeof TransferNumberStatus>;

export const transferNumberTransitions = {
  ACTIVE: ['INVALIDATED', 'ENDED'],
  INVALIDATED: [],
  ENDED: [],
} as const satisfies Record<TransferNumberStatus, readonly TransferNumberStatus[]>;

export interface TransferNumberState {
  readonly id: string;
  readonly kind: StatementKind;
  readonly status: TransferNumberStatus;
  /** First instant after the service (R42). */
  readonly deadline: number;
}

export function findLiveTransferNumber(
  numbers: readonly TransferNumberState[],
  kind: StatementKind,
  now: number,
): TransferNumberState | undefined {
  return numbers.find((number) => number.kind === kind && number.status === 'ACTIVE' && now < number.deadline);
}

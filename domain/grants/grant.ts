import { z } from 'zod';

/** A statement, a grant and a transfer number are each for the dossier or for the hukou (R28, R45, X6). */
export const StatementKind = z.enum(['DOSSIER', 'HUKOU']);
export type StatementKind = z.infer<typeof StatementKind>;

/** R30, R31, R32. UNAUTHORIZED (未确认) is the absence of a grant and is never stored. */
export const GrantStatus = z.enum(['ACTIVE', 'EXPIRED', 'CLOSED', 'INVALIDATED']);
export type GrantStatus = z.infer<typeof GrantStatus>;

export const grantTransitions = {
  ACTIVE: ['EXPIRED', 'CLOSED', 'INVALIDATED'],
  EXPIRED: [],
  CLOSED: [],
  INVALIDATED: [],
} as const satisfies Record<GrantStatus, readonly GrantStatus[]>;

export interface GrantState {
  readonly id: string;
  readonly kind: StatementKind;
  readonly status: GrantStatus;
  /** First instant at which it is over (R29: the chosen day is included to its last second). */
  readonly deadline: number;
  readonly issuedAt: number;
}

/** Truth is lazy: the stored status may lag behind the clock, the deadline does not. */
export function liveStatus(grant: GrantState, now: number): GrantStatus {
  return grant.status === 'ACTIVE' && now >= grant.deadline ? 'EXPIRED' : grant.status;
}

export function findLiveGrant(grants: readonly GrantState[], kind: StatementKind, now: number): GrantState | undefined {
  return grants.find((grant) => grant.kind === kind && liveStatus(grant, now) === 'ACTIVE');
}

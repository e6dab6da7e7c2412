import type { StatementKind } from '../../domain/grants/grant.ts';
import type { Verification } from '../../domain/verification/verification.ts';

/** The two ways of verification (R49); `now` is the record's clock in milliseconds. */
export interface VerificationPort {
  byNumber(entry: StatementKind, name: string, number: string, now: number): Promise<Verification>;
  byToken(entry: StatementKind, token: string, now: number): Promise<Verification>;
}

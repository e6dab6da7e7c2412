import type { Asked, WellFormedNumber } from '../../infra/verification/verify.ts';
import type { Verification } from '../../domain/verification/verification.ts';

/** The two ways of verification (R49). */
export interface VerificationPort {
  byNumber(asked: Asked, name: string, number: WellFormedNumber): Promise<Verification>;
  byToken(asked: Asked, token: string): Promise<Verification>;
}

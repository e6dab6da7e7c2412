import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { FieldFault } from './request-problems.ts';

/** Refused for now; says when to come back. */
export class RetryLater extends RefusalError {
  readonly retryAfterSeconds: number;

  constructor(code: 'TOO_MANY_REQUESTS' | 'TOO_MANY_REVEALS' | 'SIGN_IN_LOCKED' | 'UNAVAILABLE', retryAfterSeconds: number) {
    super(code);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** INVALID_REQUEST with what is wrong, field by field. */
export const invalidRequest = (...fields: FieldFault[]): RefusalError => new RefusalError('INVALID_REQUEST', { fields });

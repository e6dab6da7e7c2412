import type { Request } from 'express';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { invalidRequest } from './refusals.ts';

export const idempotencyHeader = 'Idempotency-Key';

const form = /^[\x21-\x7e]{8,128}$/;

/** The key under which a repeat gets the same answer. Throws IDEMPOTENCY_KEY_REQUIRED, or INVALID_REQUEST for one of another form. */
export function idempotencyKeyOf(request: Request): string {
  const key = request.get(idempotencyHeader);
  if (key === undefined) throw new RefusalError('IDEMPOTENCY_KEY_REQUIRED');
  if (!form.test(key)) throw invalidRequest({ field: idempotencyHeader, code: 'VALUE_WRONG' });
  return key;
}

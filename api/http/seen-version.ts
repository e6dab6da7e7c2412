import type { Request } from 'express';
import { invalidRequest } from './refusals.ts';

/** The version that the sender has read, from `If-Match` (RFC 9110, 13.1.1). Throws INVALID_REQUEST where it is missing or none of ours. */
export function seenVersionOf(request: Request): number {
  const given = request.get('If-Match');
  if (given === undefined) throw invalidRequest({ field: 'If-Match', code: 'REQUIRED' });
  const [, version] = /^"(\d{1,9})"$/.exec(given) ?? [];
  if (version === undefined) throw invalidRequest({ field: 'If-Match', code: 'VALUE_WRONG' });
  return Number(version);
}

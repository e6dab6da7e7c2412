import type { RequestHandler } from 'express';
import { RefusalError } from '../../domain/errors/refusal-error.ts';

const reads: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses writes that another site may have sent: the browser says where a request comes from in `Origin`, or in
 * `Sec-Fetch-Site`. Neither can be set by a page; a client that is no browser names our own address as its origin.
 */
export function refuseCrossSiteWrites(publicUrl: string): RequestHandler {
  const own = new URL(publicUrl).origin;
  return (request, _response, next) => {
    if (reads.includes(request.method)) return next();
    const origin = request.get('Origin');
    const fromHere = origin === undefined ? request.get('Sec-Fetch-Site') === 'same-origin' : origin === own;
    if (!fromHere) throw new RefusalError('CROSS_SITE_REQUEST');
    next();
  };
}

import type { RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import type { Logger } from '../../infra/logger/logger.ts';
import { note, requestIdOf, routeOf } from './exchange.ts';
import type { Metrics } from './metrics.ts';

const acceptable = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives each request an id, ours or the proxy's, and sends it back. */
export const assignRequestId: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id') ?? '';
  const requestId = acceptable.test(given) ? given : randomUUID();
  note(response, { requestId });
  response.set('X-Request-Id', requestId);
  next();
};

/** One line and one measurement per answer: the pattern of the route, never path, query or body. */
export function createRequestLog(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    response.once('close', () => {
      const durationMs = performance.now() - begun;
      const route = routeOf(response);
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.observeRequest({ method: request.method, route, status, durationMs });
      logger.info(
        { requestId: requestIdOf(response), method: request.method, route, status, durationMs: Math.round(durationMs) },
        'request',
      );
    });
    next();
  };
}

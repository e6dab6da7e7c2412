import type { ErrorRequestHandler, Request, Response } from 'express';
import { z } from 'zod';
import type { ErrorCode } from '../../domain/errors/error-code.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Logger } from '../../infra/logger/logger.ts';
import { languageOf, requestIdOf } from './exchange.ts';
import { problemMediaType, problemOf, type Problem } from './problem.ts';
import { renderProblemPage } from './problem-page.ts';
import { RetryLater } from './refusals.ts';
import { isUnavailable } from './unavailable.ts';

/** What express and its parsers throw, by their `type`. Their messages quote the request and are not passed on. */
const parserCodes: Readonly<Record<string, ErrorCode>> = { 'entity.too.large': 'BODY_TOO_LARGE', 'parameters.too.many': 'BODY_TOO_LARGE' };

/** The one middleware that turns whatever was thrown into a problem document. */
export function createErrorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, next) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'INTERNAL' || refusal.code === 'UNAVAILABLE') {
      logger.error({ err: error, requestId: requestIdOf(response) }, 'request failed');
    }
    // An answer that has begun cannot be replaced: express closes the connection.
    if (response.headersSent) return void next(error);
    if (error instanceof RetryLater) response.set('Retry-After', String(error.retryAfterSeconds));
    sendProblem(request, response, problemOf(refusal.code, refusal.detail, languageOf(request), requestIdOf(response)));
  };
}

/** A problem as JSON; people who are being led through sign-in get a page instead. */
function sendProblem(request: Request, response: Response, problem: Problem): void {
  const wantsPage = request.path.startsWith('/auth/') && request.accepts(['json', 'html']) === 'html';
  response.status(problem.status);
  if (wantsPage) response.type('html').send(renderProblemPage(problem));
  else response.type(problemMediaType).end(JSON.stringify(problem));
}

function refusalOf(error: unknown): RefusalError {
  if (error instanceof RefusalError) return error;
  if (isUnavailable(error)) return new RefusalError('UNAVAILABLE');
  // Express cannot decode the path; the parsers cannot read the body.
  if (error instanceof URIError) return new RefusalError('NOT_FOUND');
  const { type, status } = ParserError.safeParse(error).data ?? {};
  if (type !== undefined && status !== undefined)
    return new RefusalError(parserCodes[type] ?? (status < 500 ? 'INVALID_REQUEST' : 'INTERNAL'));
  return new RefusalError('INTERNAL');
}

const ParserError = z.object({ type: z.string(), status: z.int() });

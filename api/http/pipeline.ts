import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { invalidRequest } from './refusals.ts';
import { writeAnswer, type Answer } from './answer.ts';
import { languageOf, note } from './exchange.ts';
import { faultsOf } from './request-problems.ts';
import type { OpenContext, RouteHead, Shape } from './route-types.ts';
import type { ApiDependencies } from '../dependencies.ts';

/** For what a route does not take. */
export const nothingGiven = z.strictObject({});
export type NothingGiven = typeof nothingGiven;

/** The application's side of a route: reads and checks the request, lets `answer` work, checks and writes what it says. */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  deps: ApiDependencies,
  head: RouteHead,
  shape: Shape<P, Q, B, R>,
  answer: (
    read: () => OpenContext<z.output<P>, z.output<Q>, z.output<B>>,
    request: Request,
    response: Response,
  ) => Promise<Answer<z.input<R>>>,
): RequestHandler {
  return async (request, response) => {
    note(response, { route: head.path });
    // Who asks is settled before what is asked is looked at, so the reading is left to the answer.
    const read = () => contextOf(deps, shape, head, request);
    const given = await answer(read, request, response);
    writeAnswer(response, given.kind === 'JSON' && shape.reply ? { ...given, body: shape.reply.parse(given.body) } : given);
  };
}

function contextOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  deps: ApiDependencies,
  { params, query, body }: Shape<P, Q, B, z.ZodType>,
  { consumes }: RouteHead,
  request: Request,
): OpenContext<z.output<P>, z.output<Q>, z.output<B>> {
  return {
    deps,
    request,
    language: languageOf(request),
    address: request.ip ?? '',
    params: check<P>(params, request.params),
    query: check<Q>(query, request.query),
    body: check<B>(body, consumes === undefined ? (request.body ?? (body ? undefined : {})) : {}),
  };
}

/** Throws INVALID_REQUEST with what is wrong, field by field. */
function check<T extends z.ZodType>(schema: T | undefined, value: unknown): z.output<T> {
  const result = (schema ?? nothingGiven).safeParse(value);
  if (!result.success) throw invalidRequest(...faultsOf(result.error));
  return result.data as z.output<T>;
}

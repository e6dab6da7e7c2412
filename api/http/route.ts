import type { RequestHandler } from 'express';
import { type z } from 'zod';
import { can, isRight } from '../../domain/access/rights.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { admit } from './admission.ts';
import { receivedAtOf } from './exchange.ts';
import { serve, type NothingGiven } from './pipeline.ts';
import { findEntitled } from './jurisdiction.ts';
import type { Context, GraduateContext, Handler, OpenContext, RouteHead, Shape } from './route-types.ts';

/** A route with everything the application, the OpenAPI document and the tests of the rights need. */
export interface Route {
  readonly head: RouteHead;
  readonly shape: Shape<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
  /** OPEN: without sign-in; LIST: cut to the jurisdiction by its query; GRADUATE: about one graduate-year. */
  readonly reach: 'OPEN' | 'LIST' | 'GRADUATE';
  /** A command needs an Idempotency-Key. */
  readonly command: boolean;
  readonly handler: (deps: ApiDependencies) => RequestHandler;
}

type In<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = RouteHead & Shape<P, Q, B, R>;

/** A route for everybody; its right must be one that anyone has. */
export function openRoute<
  P extends z.ZodType = NothingGiven,
  Q extends z.ZodType = NothingGiven,
  B extends z.ZodType = NothingGiven,
  R extends z.ZodType = NothingGiven,
>(definition: In<P, Q, B, R> & { readonly handle: Handler<OpenContext<z.output<P>, z.output<Q>, z.output<B>>, R> }): Route {
  requireRight(definition);
  if (can('ANYONE', definition.right) === undefined) throw new TypeError(`${definition.path}: its right is not one that anyone has`);
  return build(definition, 'OPEN', (deps) => serve<P, Q, B, R>(deps, definition, definition, (read) => definition.handle(read())));
}

/** A route for whoever is signed in and has its right; the handler keeps to the entitlements it is given. */
export function route<
  P extends z.ZodType = NothingGiven,
  Q extends z.ZodType = NothingGiven,
  B extends z.ZodType = NothingGiven,
  R extends z.ZodType = NothingGiven,
>(
  definition: In<P, Q, B, R> & {
    /** Open to a graduate who has not accepted the notice yet, and to staff without the second factor they need. */
    readonly beforeReady?: boolean;
    /** Gives commands, many at once. */
    readonly command?: boolean;
    readonly handle: Handler<Context<z.output<P>, z.output<Q>, z.output<B>>, R>;
  },
): Route {
  requireRight(definition);
  const { right, beforeReady = false, command = false, handle } = definition;
  return build(
    definition,
    'LIST',
    (deps) =>
      serve<P, Q, B, R>(deps, definition, definition, async (read, request, response) => {
        const admission = await admit(deps, request, right, { beforeReady, receivedAt: receivedAtOf(response) });
        return handle({ ...read(), ...admission });
      }),
    command,
  );
}

/** A route about one graduate-year; who has the right elsewhere only is refused before the handler. */
export function graduateRoute<
  P extends z.ZodType = NothingGiven,
  Q extends z.ZodType = NothingGiven,
  B extends z.ZodType = NothingGiven,
  R extends z.ZodType = NothingGiven,
>(
  definition: In<P, Q, B, R> & {
    readonly command?: boolean;
    /** Finds the graduate-year that the request is about; undefined answers NOT_FOUND. */
    readonly graduateOf: (context: Context<z.output<P>, z.output<Q>, z.output<B>>) => Promise<string | undefined>;
    readonly handle: Handler<GraduateContext<z.output<P>, z.output<Q>, z.output<B>>, R>;
  },
): Route {
  requireRight(definition);
  const { right, graduateOf, handle, command = false } = definition;
  return build(
    definition,
    'GRADUATE',
    (deps) =>
      serve<P, Q, B, R>(deps, definition, definition, async (read, request, response) => {
        const admission = await admit(deps, request, right, { beforeReady: false, receivedAt: receivedAtOf(response) });
        const context = { ...read(), ...admission };
        const entitled = await findEntitled(deps.pool, admission, await graduateOf(context));
        return handle({ ...context, ...entitled });
      }),
    command,
  );
}

function build(
  definition: RouteHead & Shape<z.ZodType, z.ZodType, z.ZodType, z.ZodType>,
  reach: Route['reach'],
  handler: Route['handler'],
  command = false,
): Route {
  const { params, query, body, reply, ...head } = definition;
  return {
    head,
    shape: { ...(params && { params }), ...(query && { query }), ...(body && { body }), ...(reply && { reply }) },
    reach,
    command,
    handler,
  };
}

/** A route that is not in the table of rights is a mistake of ours and stops the start. */
function requireRight({ right, method, path }: RouteHead): void {
  if (!isRight(right)) throw new TypeError(`${method} ${path} names no entry of the table of rights`);
}

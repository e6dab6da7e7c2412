import type { Request } from 'express';
import { z } from 'zod';
import { can } from '../../domain/access/rights.ts';
import type { Role } from '../../domain/access/role.ts';
import type { CommandPayload, CommandType } from '../../domain/commands/command.ts';
import { graduateView, GraduateView } from '../graduate/graduate-view.ts';
import { json, type Answer } from './answer.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { NothingGiven } from './pipeline.ts';
import { refusalOfOutcome } from './refused-command.ts';
import { graduateRoute, type Route } from './route.ts';
import type { Context, GraduateContext, RouteHead, Shape } from './route-types.ts';

/** What a command came to. PENDING: accepted and not yet applied; its address tells when. */
const CommandInfo = z
  .object({
    id: z.uuid(),
    status: z.enum(['DONE', 'PENDING']),
    ids: z.record(z.string(), z.string()).meta({ description: 'Ids of what it made' }),
  })
  .meta({ id: 'CommandInfo' });

/** Answer to every command: the fresh view, or null while it is pending, with `Prefer: return=minimal`, or for who may not read it. */
export const CommandReply = z.object({ command: CommandInfo, graduate: GraduateView.nullable() }).meta({ id: 'CommandReply' });

type In<T extends CommandType, P extends z.ZodType, B extends z.ZodType> = RouteHead &
  Pick<Shape<P, NothingGiven, B, z.ZodType>, 'params' | 'body'> & {
    readonly type: T;
    /** Finds the graduate-year; undefined answers NOT_FOUND. */
    readonly graduateOf: (context: Context<z.output<P>, unknown, z.output<B>>) => Promise<string | undefined>;
    readonly payload: (context: GraduateContext<z.output<P>, unknown, z.output<B>>) => Promise<CommandPayload<T>>;
    /** In which of several roles the person acts; the first unless given. */
    readonly roleOf?: (context: GraduateContext<z.output<P>, unknown, z.output<B>>) => Promise<Role | undefined>;
  };

/** A write: stored as a command, decided by the record, answered with the fresh view, a problem, or 202 (architecture, "Commands"). */
export function commandRoute<T extends CommandType, P extends z.ZodType = NothingGiven, B extends z.ZodType = NothingGiven>(
  definition: In<T, P, B>,
): Route {
  const { type, payload, roleOf, status = 200, ...rest } = definition;
  return graduateRoute<P, NothingGiven, B, typeof CommandReply>({
    ...rest,
    status,
    command: true,
    reply: CommandReply,
    handle: async (context): Promise<Answer<z.input<typeof CommandReply>>> => {
      const { deps, session, graduateId, receivedAt, request } = context;
      const idempotencyKey = idempotencyKeyOf(request);
      const role = (await roleOf?.(context)) ?? context.role;
      const actor = { id: session.accountId, role };
      const result = await deps.submitCommand({
        actor,
        type,
        graduateId,
        idempotencyKey,
        receivedAt,
        proofedAt: session.proofedAt,
        payload: await payload(context),
      });
      if (result.status === 'PENDING') {
        deps.metrics.countCommand(type, 'PENDING');
        return json(
          { command: { id: result.commandId, status: 'PENDING', ids: {} }, graduate: null },
          { status: 202, location: `/api/commands/${result.commandId}` },
        );
      }
      // Who may decide on something may still not read the graduate's record (the province: section 14 of the rules).
      const mayRead = can(role, { resource: 'graduate', action: 'read' }) !== undefined;
      const { outcome } = result;
      deps.metrics.countCommand(type, outcome.code);
      if (outcome.code !== 'APPLIED')
        throw await refusalOfOutcome(deps, graduateId, actor, outcome, async () =>
          mayRead ? graduateView(deps, graduateId, session, role) : null,
        );
      const command = { id: result.commandId, status: 'DONE', ids: { ...outcome.ids } } as const;
      if (wantsMinimal(request) || !mayRead) return json({ command, graduate: null }, { status, version: outcome.version });
      const graduate = await graduateView(deps, graduateId, session, role);
      return json({ command, graduate }, { status, version: graduate.version });
    },
  });
}

/** RFC 7240: a desk that decides on one after another does not look at what it leaves behind. */
const wantsMinimal = (request: Request): boolean => /\breturn=minimal\b/.test(request.get('prefer') ?? '');

/** The graduate-year named in the address. */
export const namedGraduate = async ({ params }: { readonly params: { readonly id: string } }): Promise<string> => params.id;
export const graduateParams = z.strictObject({ id: z.uuid() });

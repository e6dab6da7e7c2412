import { z } from 'zod';
import type { CommandType } from '../../domain/commands/command.ts';
import type { Role } from '../../domain/access/role.ts';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { json, type Answer } from '../http/answer.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { Words } from '../http/problem.ts';
import type { Context } from '../http/route-types.ts';

/** Most items of one request. */
export const bulkLimit = 200;
/** Updates under way at once for one request: more would only wait in the worker, and take it from others. */
const atOnce = 32;

const Item = z
  .object({
    target: z.uuid(),
    status: z.enum(['DONE', 'SKIPPED', 'PENDING']),
    commandId: z.uuid().nullable(),
    code: z.string().nullable().meta({ description: 'Why it was skipped' }),
    words: Words.nullable(),
    clause: z.string().nullable(),
  })
  .meta({ id: 'BulkItem' });
type Item = z.infer<typeof Item>;

/** What became of each item, in the order of the request; one that fails leaves the others alone. */
export const BulkReply = z.object({ done: z.int(), skipped: z.int(), pending: z.int(), items: z.array(Item) }).meta({ id: 'BulkReply' });

/** One command of many: who acts in which role on whom. `payload` may refuse. */
export interface BulkCommand {
  readonly target: string;
  /** Undefined when what is named does not exist. */
  readonly graduateId: string | undefined;
  /** Undefined outside the jurisdiction. */
  readonly role: Role | undefined;
  readonly payload: () => Promise<unknown>;
}

/** Each its own stored command with a key of its own, derived from the request's, so that a repeat of the request decides nothing twice. */
export async function submitMany(
  { deps, session, receivedAt, request }: Context<unknown, unknown, unknown>,
  type: CommandType,
  commands: readonly BulkCommand[],
): Promise<Answer<z.input<typeof BulkReply>>> {
  const key = idempotencyKeyOf(request);
  const items: Item[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < commands.length; index = next++) {
      const command = commands[index];
      if (command)
        items[index] = await submitOne(deps, command, {
          type,
          key,
          accountId: session.accountId,
          proofedAt: session.proofedAt,
          receivedAt,
        });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, commands.length) }, work));
  const count = (status: Item['status']): number => items.filter((item) => item.status === status).length;
  const pending = count('PENDING');
  return json({ done: count('DONE'), skipped: count('SKIPPED'), pending, items }, pending > 0 ? { status: 202 } : {});
}

interface Occasion {
  readonly type: CommandType;
  readonly key: string;
  readonly accountId: string;
  readonly proofedAt: number | null;
  readonly receivedAt: number;
}

async function submitOne(
  deps: ApiDependencies,
  { target, graduateId, role, payload }: BulkCommand,
  { type, key, accountId, proofedAt, receivedAt }: Occasion,
): Promise<Item> {
  const skipped = (code: ErrorCode, clause?: string): Item => ({
    target,
    status: 'SKIPPED',
    commandId: null,
    code,
    words: errors[code],
    clause: clause ?? null,
  });
  if (graduateId === undefined) return skipped('NOT_FOUND');
  if (role === undefined) return skipped('FORBIDDEN');
  try {
    const result = await deps.submitCommand({
      actor: { id: accountId, role },
      type,
      graduateId,
      idempotencyKey: `${key}:${target}`,
      receivedAt,
      proofedAt,
      payload: await payload(),
    });
    deps.metrics.countCommand(type, result.status === 'PENDING' ? 'PENDING' : result.outcome.code);
    if (result.status === 'PENDING')
      return { target, status: 'PENDING', commandId: result.commandId, code: null, words: null, clause: null };
    const { code, refusal } = result.outcome;
    if (code !== 'APPLIED') return { ...skipped(code, refusal?.clause), commandId: result.commandId };
    return { target, status: 'DONE', commandId: result.commandId, code: null, words: null, clause: null };
  } catch (error) {
    if (error instanceof RefusalError) return skipped(error.code, error.detail.clause);
    deps.logger.error({ err: error, type }, 'one command of many failed');
    return skipped('INTERNAL');
  }
}

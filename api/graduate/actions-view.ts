import { z } from 'zod';
import type { AllowedAction } from '../../domain/access/allowed-actions.ts';
import type { Refusal } from '../../domain/decision/decision.ts';
import { errors } from '../../domain/errors/error-code.ts';
import { Words } from '../http/problem.ts';

/** Why something may not be done now, with the clause it rests on. */
export const Lock = z.object({ code: z.string(), words: Words, clause: z.string().nullable() }).meta({ id: 'Lock' });
export type Lock = z.infer<typeof Lock>;

/** One button: allowed, or locked with its reason. The decisions use the same table. */
export const ActionView = z
  .object({ action: z.string(), target: z.string().nullable(), allowed: z.boolean(), lock: Lock.nullable() })
  .meta({ id: 'AllowedAction' });
export type ActionView = z.infer<typeof ActionView>;

export function lockOf({ code, clause }: Refusal): Lock {
  const { zh, en } = errors[code];
  return { code, words: { zh, en }, clause: clause ?? null };
}

export const actionViews = (actions: readonly AllowedAction[]): ActionView[] =>
  actions.map(({ action, target, allowed, refusal }) => ({ action, target, allowed, lock: refusal && lockOf(refusal) }));

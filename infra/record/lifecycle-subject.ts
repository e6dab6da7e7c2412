import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { standingOf } from '../../domain/lifecycle/standing.ts';
import type { Queryable } from '../database/pool.ts';
import type { LifecycleSubject } from '../temporal/lifecycle-start.ts';
import { guardContextOf } from './guard-context.ts';
import { findGraduate } from './load-graduate.ts';
import type { RulePacks } from './rule-packs.ts';

/** What a lifecycle workflow is started, or rebuilt, with: the record as it stands. Undefined when there is no such graduate. */
export async function findLifecycleSubject(
  database: Queryable,
  rulePacks: RulePacks,
  graduateId: string,
  now: number,
): Promise<LifecycleSubject | undefined> {
  const loaded = await findGraduate(database, graduateId);
  if (!loaded) return undefined;
  const { id, schoolCode, cohort, ended } = loaded.state;
  return { graduateId: id, schoolCode, cohort, ended, standing: standingOf(loaded.state, await guardContextOf(rulePacks, loaded, now)) };
}

/** The same for a command, whose graduate is there. Throws RefusalError NOT_FOUND. */
export async function getLifecycleSubject(...asked: Parameters<typeof findLifecycleSubject>): Promise<LifecycleSubject> {
  const subject = await findLifecycleSubject(...asked);
  if (!subject) throw new RefusalError('NOT_FOUND');
  return subject;
}

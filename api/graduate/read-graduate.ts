import type { GuardContext } from '../../domain/decision/decision.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { GraduateState } from '../../domain/graduate/graduate-state.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { readClock } from '../../infra/record/clock.ts';
import { guardContextOf } from '../../infra/record/guard-context.ts';
import { findGraduate } from '../../infra/record/load-graduate.ts';
import type { RulePacks } from '../../infra/record/rule-packs.ts';
import { findDetails, type GraduateDetails } from './graduate-details.ts';

/** The aggregate with the rules in force for it at this instant. */
export interface Standing {
  readonly state: GraduateState;
  readonly guard: GuardContext;
}

export interface DetailedStanding extends Standing {
  readonly details: GraduateDetails;
}

interface Source {
  readonly pool: Queryable;
  readonly rulePacks: RulePacks;
}

/** The aggregate as the record's clock shows it now. Throws NOT_FOUND. */
export async function readStanding({ pool, rulePacks }: Source, graduateId: string): Promise<Standing> {
  const [loaded, now] = await Promise.all([findGraduate(pool, graduateId), readClock(pool)]);
  if (!loaded) throw new RefusalError('NOT_FOUND');
  return { state: loaded.state, guard: await guardContextOf(rulePacks, loaded, now) };
}

/** The same with what only views show. Throws NOT_FOUND. */
export async function readDetailed(source: Source, graduateId: string): Promise<DetailedStanding> {
  const [standing, details] = await Promise.all([readStanding(source, graduateId), findDetails(source.pool, graduateId)]);
  if (!details) throw new RefusalError('NOT_FOUND');
  return { ...standing, details };
}

import { windowsOf } from '../../domain/calendar/windows.ts';
import type { GuardContext } from '../../domain/decision/decision.ts';
import type { LoadedGraduate } from './load-graduate.ts';
import type { RulePacks } from './rule-packs.ts';

/** Rule pack and windows in force for a graduate at an instant. */
export async function guardContextOf(rulePacks: RulePacks, { state, calendar }: LoadedGraduate, now: number): Promise<GuardContext> {
  const pack = await rulePacks.find(state.provinceCode, state.cohort, now);
  return { now, pack, windows: windowsOf(pack, calendar, state.cohort) };
}

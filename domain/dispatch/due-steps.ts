import type { RulePack } from '../rule-packs/rule-pack.ts';
import { isUnderway, type DispatchStatus } from './dispatch-status.ts';

/** What the clock does to a file on its way: the school is reminded, then the file is looked for as lost. */
export type DispatchStep = 'REMIND' | 'LOST_CASE';

export interface DispatchProgress {
  readonly status: DispatchStatus;
  /** Milliseconds since the epoch, as every instant here; null before it was sent. */
  readonly sentAt: number | null;
  readonly remindedAt: number | null;
  readonly lostCaseAt: number | null;
}

const dayMs = 86_400_000;

/** Steps that are not done, in their order. A file that is said to have arrived is not looked for; the school is still reminded to confirm. */
export function openSteps(
  { status, sentAt, remindedAt, lostCaseAt }: DispatchProgress,
  { dispatch }: Pick<RulePack, 'dispatch'>,
): { step: DispatchStep; at: number }[] {
  if (sentAt === null || !isUnderway(status)) return [];
  return [
    ...(remindedAt === null ? [{ step: 'REMIND' as const, at: sentAt + dispatch.remindDays * dayMs }] : []),
    ...(lostCaseAt === null && status === 'SENT' ? [{ step: 'LOST_CASE' as const, at: sentAt + dispatch.lostDays * dayMs }] : []),
  ];
}

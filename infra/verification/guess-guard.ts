import { createHmac, type KeyObject } from 'node:crypto';
import { addressGroup } from '../../domain/verification/address-group.ts';
import { limitSubjects, type LimitSubject, type LimitTier, type VerificationLimits } from '../../domain/verification/limits.ts';
import type { Charge, GuessBudget } from './guess-budget.ts';

export interface Guess {
  readonly address: string;
  readonly number: string;
}

/** COVERED: ask, and give back unless it was a guess. SHORT: whose bucket is empty, and when it will not be. */
export type Cover =
  | { readonly outcome: 'COVERED'; readonly now: number; readonly giveBack: () => void }
  | { readonly outcome: 'SHORT'; readonly subject: LimitSubject; readonly waitMs: number };

/** Counts guesses by address, by number and over all, before anything is looked up: what runs at once is counted at once. */
export interface GuessGuard {
  cover(tier: LimitTier, guess: Guess): Promise<Cover>;
  settle(): Promise<void>;
}

/** `secret` hides who was counted and what was asked for: both stand in the table as keyed digests. */
export function createGuessGuard(budget: GuessBudget, limits: VerificationLimits, secret: KeyObject): GuessGuard {
  const digest = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);
  const keyOf = (subject: LimitSubject, { address, number }: Guess): string => {
    if (subject === 'overall') return 'overall';
    return `${subject}:${digest(subject === 'address' ? `address:${addressGroup(address)}` : `number:${number}`)}`;
  };
  return {
    async cover(tier, guess) {
      const charges = limitSubjects.map((subject): Charge => ({ key: `${tier}:${keyOf(subject, guess)}`, bucket: limits[subject][tier] }));
      const { covered, now, waitMs } = await budget.take(charges);
      const short = limitSubjects.find((_, index) => !covered[index]);
      if (short === undefined) return { outcome: 'COVERED', now, giveBack: () => budget.giveBack(charges) };
      // Whoever is refused for one thing has not used up the others.
      budget.giveBack(charges.filter((_, index) => covered[index]));
      return { outcome: 'SHORT', subject: short, waitMs };
    },
    settle: () => budget.settle(),
  };
}

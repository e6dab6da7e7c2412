import { classCount } from '../numbers/look-alikes.ts';
import { numberFormats, type NumberKind } from '../numbers/formats.ts';
import type { Bucket, LimitSubject, VerificationLimits } from './limits.ts';

/** What the arithmetic assumes, all to the guesser's advantage (docs/decisions/0010). */
export const assumptions = {
  /** Live numbers of one year, school and entry; the largest schools have about 10,000 graduates a year. */
  livePerPrefix: 10_000,
  /** Graduates of one school and year who bear its most frequent full name. */
  namesakes: 5,
} as const;

const secondsPerYear = 366 * 86_400;

/** How many numbers of a kind one year and school may have; the check character is no help, since anybody can compute it. */
export const numbersPerPrefix = (kind: NumberKind): number => classCount ** numberFormats[kind].randomLength;

/** Guesses that one bucket lets through in a year. */
export const guessesPerYear = ({ capacity, secondsEach }: Bucket): number => capacity + secondsPerYear / secondsEach;

/** Guesses a year at most, without and with challenges solved. */
export const allGuessesPerYear = (limits: VerificationLimits, subject: LimitSubject): number =>
  guessesPerYear(limits[subject].free) + guessesPerYear(limits[subject].challenged);

/** Chance that one guess hits. IF_NO_NAME_WERE_ASKED is why one is asked. */
export function chanceOfHit(kind: NumberKind, guesser: 'ANY_NAME' | 'KNOWS_A_NAME' | 'IF_NO_NAME_WERE_ASKED'): number {
  const bearers = { ANY_NAME: assumptions.namesakes, KNOWS_A_NAME: 1, IF_NO_NAME_WERE_ASKED: assumptions.livePerPrefix }[guesser];
  return bearers / numbersPerPrefix(kind);
}

/** Chance of at least one hit in so many guesses. */
export const chanceWithin = (guesses: number, chance: number): number => -Math.expm1(guesses * Math.log1p(-chance));

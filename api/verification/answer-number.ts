import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { checkNumber } from '../../domain/numbers/read-number.ts';
import { personNameKey } from '../../domain/text/person-name.ts';
import type { Verification } from '../../domain/verification/verification.ts';
import type { Cover } from '../../infra/verification/guess-guard.ts';
import type { Solution } from '../../infra/verification/challenge-desk.ts';
import type { Asked } from '../../infra/verification/verify.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { RetryLater } from '../http/refusals.ts';

export interface NumberQuestion {
  readonly entry: Asked['entry'];
  readonly name: string;
  readonly number: string;
  readonly proof: Solution | undefined;
  readonly address: string;
  readonly place: string | null;
}

/**
 * Name and number (R49). A guess is paid for before anything is looked up, and given back when it was none. Who has used up
 * what is free is asked for a second of work, so that a clerk behind a busy address gets through and a script slows down;
 * only then comes a refusal. Throws RefusalError CHALLENGE_REQUIRED, RetryLater.
 */
export async function answerNumber(
  deps: ApiDependencies,
  { entry, name, number, proof, address, place }: NumberQuestion,
): Promise<Verification> {
  const checked = checkNumber(number);
  // Anybody can tell that this was never issued: no guess, and nothing to look for.
  if (!checked.ok) return { outcome: 'NOT_FOUND' };
  const question = `${entry}:${checked.canonical}:${personNameKey(name)}`;
  const isSolved = proof !== undefined && deps.challenges.accepts(proof, question, address, Date.now());
  if (proof !== undefined) deps.metrics.countChallenge(isSolved ? 'SOLVED' : 'WRONG');
  const tier = isSolved ? 'challenged' : 'free';
  const cover = await deps.guesses.cover(tier, { address, number: checked.canonical });
  if (cover.outcome === 'SHORT') throw refusalOf(deps, cover, tier, question, address);
  const verification = await deps.verification.byNumber({ entry, now: cover.now, place }, name, checked);
  if (verification.outcome !== 'NOT_FOUND') cover.giveBack();
  return verification;
}

function refusalOf(
  { metrics, challenges }: ApiDependencies,
  { subject, waitMs }: Extract<Cover, { outcome: 'SHORT' }>,
  tier: 'free' | 'challenged',
  question: string,
  address: string,
): RefusalError {
  metrics.countLimit(subject, tier);
  if (tier === 'free') return new RefusalError('CHALLENGE_REQUIRED', { challenge: challenges.issue(question, address, Date.now()) });
  return new RetryLater('TOO_MANY_REQUESTS', Math.max(1, Math.ceil(waitMs / 1000)));
}

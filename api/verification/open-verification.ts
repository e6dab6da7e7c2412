import type { VerificationLimits } from '../../domain/verification/limits.ts';
import { currentKey, type Keyring } from '../../infra/crypto/keyring.ts';
import { publishedKeysOf } from '../../infra/crypto/published-keys.ts';
import type { Pool } from '../../infra/database/pool.ts';
import type { NumberSeals } from '../../infra/record/number-seals.ts';
import { createChallengeDesk } from '../../infra/verification/challenge-desk.ts';
import { createGuessBudget } from '../../infra/verification/guess-budget.ts';
import { createGuessGuard } from '../../infra/verification/guess-guard.ts';
import { createReceiptDesk } from '../../infra/verification/receipt-desk.ts';
import { openVerificationDesk, verifyByNumber, verifyByToken } from '../../infra/verification/verify.ts';
import type { Metrics } from '../http/metrics.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { createQuestionRate } from './question-rate.ts';

interface Source {
  readonly pool: Pool;
  readonly seals: NumberSeals;
  readonly keyring: Keyring;
  readonly newId: () => string;
  readonly limits: VerificationLimits;
  readonly metrics: Pick<Metrics, 'countLimit'>;
}

type Parts = Pick<ApiDependencies, 'verification' | 'guesses' | 'challenges' | 'questions' | 'downloads' | 'receipts' | 'publishedKeys'>;

/** Everything that verification needs, made once by the composition root. */
export function openVerification({ pool, seals, keyring, newId, limits, metrics }: Source): Parts {
  const desk = openVerificationDesk({ pool, seals, newId, offlineSigning: keyring.offlineSigning });
  const secret = currentKey(keyring.cookie);
  return {
    verification: {
      byNumber: (asked, name, number) => verifyByNumber(desk, asked, name, number),
      byToken: (asked, token) => verifyByToken(desk, asked, token),
    },
    guesses: createGuessGuard(createGuessBudget(pool), limits, secret),
    challenges: createChallengeDesk(secret, { bits: limits.challengeBits, seconds: limits.challengeSeconds }),
    questions: createQuestionRate(limits.questionsPerMinute, metrics),
    downloads: createQuestionRate(limits.downloadsPerMinute, metrics),
    receipts: createReceiptDesk(keyring.receiptSigning),
    publishedKeys: publishedKeysOf(keyring),
  };
}

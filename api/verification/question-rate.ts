import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressGroup } from '../../domain/verification/address-group.ts';
import type { Metrics } from '../http/metrics.ts';
import { RetryLater } from '../http/refusals.ts';

/** What one replica takes from one address, guesses or not: protects the service. In memory, since replicas have their own strength. */
export interface QuestionRate {
  /** Throws RetryLater. */
  count(address: string): Promise<void>;
}

export function createQuestionRate(perMinute: number, metrics: Pick<Metrics, 'countLimit'>): QuestionRate {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async count(address) {
      try {
        await limiter.consume(addressGroup(address));
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        metrics.countLimit('address', 'flood');
        throw new RetryLater('TOO_MANY_REQUESTS', Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)));
      }
    },
  };
}

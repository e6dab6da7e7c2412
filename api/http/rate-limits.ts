import { createHmac, type KeyObject } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from '../../infra/database/pool.ts';
import { lockAfterFailures, lockMinutes } from '../../infra/identity/staff-sign-in.ts';
import { RetryLater } from './refusals.ts';

interface Limit {
  readonly points: number;
  readonly seconds: number;
  readonly code?: 'TOO_MANY_REVEALS';
}

/** What is limited, by whom and how often: attempts per seconds. The counters stand in PostgreSQL, so replicas share them. */
const limitsOf = ({ revealsPerHour }: RateLimitOptions) =>
  ({
    // Passwords are guessed against us; a whole office may stand behind one address.
    signInByAddress: { points: 60, seconds: 300 },
    // Passwords of graduates are the provider's matter, and a whole campus may stand behind one address.
    providerByAddress: { points: 3_000, seconds: 60 },
    // A whole campus may stand behind one address, and the provider has limits of its own.
    openIdByAddress: { points: 3_000, seconds: 300 },
    // As many as an account has before it is locked, so that names that do not exist behave alike.
    signInByName: { points: lockAfterFailures, seconds: lockMinutes * 60 },
    // A session that was left open must not become a place to guess passwords and codes.
    secondFactorByAccount: { points: 10, seconds: 900 },
    uploadByAccount: { points: 60, seconds: 600 },
    // A centre opens a sack of files in a morning, behind one address; a slip is good for one receipt.
    receiptByAddress: { points: 300, seconds: 3_600 },
    receiptByDispatch: { points: 10, seconds: 3_600 },
    codeOfSecondFactor: { points: 1, seconds: 120 },
    // A desk on the telephone asks for dozens; who asks for hundreds copies a register.
    revealByAccount: { points: revealsPerHour, seconds: 3_600, code: 'TOO_MANY_REVEALS' },
  }) as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof ReturnType<typeof limitsOf>;

interface RateLimitOptions {
  readonly revealsPerHour: number;
  /** Told of each attempt too many. */
  readonly onLimited: (name: string) => void;
}

export interface RateLimits {
  /** Counts one attempt. Throws RetryLater when there have been too many. */
  take(name: LimitName, subject: string): Promise<void>;
  /** Counts one attempt; false when there have been too many. */
  tryTake(name: LimitName, subject: string): Promise<boolean>;
  /** Forgets the attempts so far. */
  forget(name: LimitName, subject: string): Promise<void>;
}

/** `secret` hides who was counted: addresses and numbers stand in the table as keyed digests. */
export function createRateLimits(pool: Pool, secret: KeyObject, options: RateLimitOptions): RateLimits {
  const limits: Readonly<Record<LimitName, Limit>> = limitsOf(options);
  const names = Object.keys(limits) as LimitName[];
  const limiters = new Map(
    names.map((name, index) => [
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: name,
        points: limits[name].points,
        duration: limits[name].seconds,
        // One of them clears the table for all.
        clearExpiredByTimeout: index === 0,
      }),
    ]),
  );
  const keyOf = (subject: string): string => createHmac('sha256', secret).update(subject).digest('base64url');
  const consume = async (name: LimitName, subject: string): Promise<number | undefined> => {
    try {
      await limiters.get(name)?.consume(keyOf(subject));
      return undefined;
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      options.onLimited(name);
      return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
    }
  };
  return {
    async take(name, subject) {
      const seconds = await consume(name, subject);
      if (seconds !== undefined) throw new RetryLater(limits[name].code ?? 'TOO_MANY_REQUESTS', seconds);
    },
    tryTake: async (name, subject) => (await consume(name, subject)) === undefined,
    forget: async (name, subject) => void (await limiters.get(name)?.delete(keyOf(subject))),
  };
}

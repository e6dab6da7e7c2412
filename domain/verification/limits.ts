import { z } from 'zod';

/** A bucket of guesses: so many at once, and one more each so many seconds. */
const Bucket = z.strictObject({ capacity: z.int().min(1).max(10_000_000), secondsEach: z.number().min(0.000_01).max(86_400) });
export type Bucket = z.infer<typeof Bucket>;

/** What is asked without a word, and what is asked for a solved challenge when that is used up; then refusal. */
const Tiers = z.strictObject({ free: Bucket, challenged: Bucket });

/** Who or what is limited: one address (IPv6: one /64), one number, and everybody together. */
export const limitSubjects = ['address', 'number', 'overall'] as const;
export type LimitSubject = (typeof limitSubjects)[number];
export type LimitTier = 'free' | 'challenged';

/**
 * Guesses at numbers, shared by all replicas. A question that was answered with anything but NOT_FOUND is no guess and is given
 * back, so a hall of clerks behind one address spends what they mistype and nothing else. The arithmetic behind the
 * numbers is in docs/decisions/0010; a test holds them to it.
 */
export const VerificationLimits = z.strictObject({
  address: Tiers.default({ free: { capacity: 30, secondsEach: 30 }, challenged: { capacity: 60, secondsEach: 20 } }),
  number: Tiers.default({ free: { capacity: 5, secondsEach: 14_400 }, challenged: { capacity: 10, secondsEach: 7_200 } }),
  overall: Tiers.default({ free: { capacity: 2_000, secondsEach: 2 }, challenged: { capacity: 2_000, secondsEach: 2 } }),
  /** Leading zero bits that a solution needs: about 2^bits hashes, a second or so in a browser. */
  challengeBits: z.int().min(1).max(24).default(17),
  challengeSeconds: z.int().min(10).max(3_600).default(120),
  /** Questions of any kind that one replica takes from one address in a minute: protects the service, not the numbers. */
  questionsPerMinute: z.int().min(1).max(100_000_000).default(1_200),
  /** Published keys and status lists likewise: a hall of desks that each fetch all lists of the country each quarter of an hour stays far below. */
  downloadsPerMinute: z.int().min(1).max(100_000_000).default(1_200),
});
export type VerificationLimits = z.infer<typeof VerificationLimits>;

import type { Bucket } from '../../domain/verification/limits.ts';
import type { Pool } from '../database/pool.ts';
import { gather } from '../database/gather.ts';

export interface Charge {
  readonly key: string;
  readonly bucket: Bucket;
}

/** Whether each charge was covered, in their order, and the record's clock in milliseconds. `waitMs`: until the first that was not is. */
export interface Charged {
  readonly covered: readonly boolean[];
  readonly now: number;
  readonly waitMs: number;
}

/** Buckets of guesses that all replicas share. */
export interface GuessBudget {
  take(charges: readonly Charge[]): Promise<Charged>;
  /** What was taken comes back with the next charge, or after a moment; lost when the process dies. */
  giveBack(charges: readonly Charge[]): void;
  /** Sends back what is waiting; for tests and for the end of the process. */
  settle(): Promise<void>;
}

// How far a bucket is from full, after what comes back: between 0 and the whole of it.
const ahead = `least(greatest(b."fullAtMs" - EXCLUDED."atMs" - EXCLUDED."returned" * EXCLUDED."intervalMs", 0), EXCLUDED."spanMs")`;
// A thousandth of an interval covers the rounding of instants.
const covered = `least(EXCLUDED."asked", floor((EXCLUDED."spanMs" - ${ahead}) / EXCLUDED."intervalMs" + 0.001))`;

/**
 * A bucket is one instant, at which it is full again: taking one moves it by the interval, and it never lies further ahead
 * than the whole bucket. One row for each key, in the order of the keys, so that replicas never wait for each other in a circle.
 */
const charge = `INSERT INTO "guess_budget" AS b ("key", "fullAtMs", "atMs", "intervalMs", "spanMs", "asked", "returned", "taken")
  SELECT k, n + i * least(a, c), n, i, i * c, a, r, least(a, c)
  FROM unnest($1::text[], $2::float8[], $3::int[], $4::int[], $5::int[]) AS given(k, i, c, a, r), (SELECT extract(epoch FROM app_now())::float8 * 1000 AS n) AS clock
  ORDER BY k
  ON CONFLICT ("key") DO UPDATE SET
    "atMs" = EXCLUDED."atMs", "intervalMs" = EXCLUDED."intervalMs", "spanMs" = EXCLUDED."spanMs", "asked" = EXCLUDED."asked", "returned" = EXCLUDED."returned",
    "taken" = ${covered}, "fullAtMs" = EXCLUDED."atMs" + ${ahead} + EXCLUDED."intervalMs" * ${covered}
  RETURNING "key", "taken", "atMs", "fullAtMs" - "atMs" AS "aheadMs"`;

// What is full is as good as absent; rows that somebody holds are passed over, so that nobody waits in a circle.
const sweep = `DELETE FROM "guess_budget" WHERE "key" = ANY (ARRAY(
  SELECT "key" FROM "guess_budget" WHERE "fullAtMs" < extract(epoch FROM app_now()) * 1000 LIMIT 50000 FOR UPDATE SKIP LOCKED))`;

interface Row {
  key: string;
  taken: number;
  atMs: number;
  aheadMs: number;
}
interface Sum {
  bucket: Bucket;
  asked: number;
  returned: number;
}

const settleAfterMs = 20;
const sweepEveryMs = 600_000;

/** The budget in PostgreSQL. Every question of an instant is one statement, whatever their number. */
export function createGuessBudget(pool: Pool): GuessBudget {
  let back: Charge[] = [];
  let swept = 0;
  let timer: NodeJS.Timeout | undefined;

  const send = async (questions: readonly (readonly Charge[])[]): Promise<Charged[]> => {
    const sums = new Map<string, Sum>();
    const add = ({ key, bucket }: Charge, asked: number, returned: number): void => {
      const sum = sums.get(key);
      if (sum) {
        sum.asked += asked;
        sum.returned += returned;
      } else sums.set(key, { bucket, asked, returned });
    };
    for (const question of questions) for (const each of question) add(each, 1, 0);
    const returning = back;
    back = [];
    for (const each of returning) add(each, 0, 1);
    const entries = [...sums];
    const { rows } = await pool.query<Row>({
      name: 'charge-guesses',
      text: charge,
      values: [
        entries.map(([key]) => key),
        ...[
          (sum: Sum) => sum.bucket.secondsEach * 1000,
          (sum: Sum) => sum.bucket.capacity,
          (sum: Sum) => sum.asked,
          (sum: Sum) => sum.returned,
        ].map((value) => entries.map(([, sum]) => value(sum))),
      ],
    });
    void sweepNowAndThen().catch(() => undefined);
    const found = new Map(rows.map((row) => [row.key, row]));
    return questions.map((question) => settleOne(question, found));
  };
  const sweepNowAndThen = async (): Promise<void> => {
    if (Date.now() - swept < sweepEveryMs) return;
    swept = Date.now();
    await pool.query(sweep);
  };
  const charges = gather(send, { lanes: 1, most: 256 });

  const settle = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (back.length > 0) await charges([]);
    await sweepNowAndThen();
  };

  return {
    take: charges,
    settle,
    giveBack: (given) => {
      back.push(...given);
      // A guess that is not given back costs its asker a moment, not the record anything.
      timer ??= setTimeout(() => void settle().catch(() => undefined), settleAfterMs).unref();
    },
  };
}

/** Those who came first are covered first. */
function settleOne(question: readonly Charge[], found: ReadonlyMap<string, Row>): Charged {
  let now = 0;
  let waitMs = 0;
  const covered = question.map(({ key, bucket }) => {
    const row = found.get(key);
    if (!row) return false;
    now = Math.floor(row.atMs);
    row.taken -= 1;
    if (row.taken >= 0) return true;
    waitMs = Math.max(waitMs, row.aheadMs - (bucket.capacity - 1) * bucket.secondsEach * 1000);
    return false;
  });
  return { covered, now, waitMs };
}

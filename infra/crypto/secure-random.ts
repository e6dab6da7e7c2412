import { randomFillSync, randomInt, randomUUIDv7 } from 'node:crypto';

/** An unbiased index from 0 to n - 1 from the operating system's random source. */
export const nextIndex = (n: number): number => randomInt(n);

/** An opaque id (UUID version 7) whose order is roughly that of creation, so that indexes grow at one end. */
export const newId = (): string => randomUUIDv7();

const pool = Buffer.alloc(8_192);
let used = pool.length;

/** Fresh bytes from the operating system's random source, fetched many at a time: a batch of seals asks for some hundred thousand nonces. */
export function randomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + count));
  // Nobody who reads this memory later finds a key that was handed out.
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}

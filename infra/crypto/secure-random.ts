import { randomInt, randomUUIDv7 } from 'node:crypto';

/** An unbiased index from 0 to n - 1 from the operating system's random source. */
export const nextIndex = (n: number): number => randomInt(n);

/** An opaque id (UUID version 7) whose order is roughly that of creation, so that indexes grow at one end. */
export const newId = (): string => randomUUIDv7();

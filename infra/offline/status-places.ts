import { createHmac } from 'node:crypto';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import { listLength } from '../../domain/offline/status-list.ts';
import { currentKey, type KeySet } from '../crypto/keyring.ts';
import type { Queryable } from '../database/pool.ts';

/** Where the revocation of a number stands; no two numbers ever share one. */
export interface StatusPlace {
  readonly statusList: number;
  readonly statusIndex: number;
}

/** The next place of a kind; taken for good, even when the transaction is rolled back. */
export type TakeStatusPlace = (connection: Queryable, numberKind: NumberKind) => Promise<StatusPlace>;

const lowBits = 9;
const highBits = 10;
const rounds = 8;

const sequences: Record<NumberKind, string> = { VERIFICATION: 'verification_status_place', TRANSFER: 'transfer_status_place' };

/**
 * The place of the n-th number of a kind. A list is filled in an order that nobody without the key can tell from chance:
 * a Feistel network over its 19 bits, keyed by list, is a permutation, so there are no collisions and no retries.
 * Verification numbers have the even lists and transfer numbers the odd ones.
 */
export function placeOf(set: KeySet, numberKind: NumberKind, n: number): StatusPlace {
  const statusList = Math.floor(n / listLength) * 2 + (numberKind === 'TRANSFER' ? 1 : 0);
  const key = currentKey(set);
  const mix = (round: number, half: number): number =>
    createHmac('sha256', key).update(`status-place\0${statusList}\0${round}\0${half}`).digest().readUInt16BE(0);
  let high = (n % listLength) >> lowBits;
  let low = n & ((1 << lowBits) - 1);
  for (let round = 0; round < rounds; round += 2) {
    high ^= mix(round, low) & ((1 << highBits) - 1);
    low ^= mix(round + 1, high) & ((1 << lowBits) - 1);
  }
  return { statusList, statusIndex: (high << lowBits) | low };
}

/** The next places of a kind, as many as asked for, in one statement. */
export type TakeStatusPlaces = (connection: Queryable, numberKind: NumberKind, count: number) => Promise<readonly StatusPlace[]>;

export const createManyStatusPlaces =
  (set: KeySet): TakeStatusPlaces =>
  async (connection, numberKind, count) => {
    const { rows } = await connection.query<{ n: number }>({
      name: `status-places-${numberKind}`,
      text: `SELECT nextval('${sequences[numberKind]}') AS n FROM generate_series(1, $1)`,
      values: [count],
    });
    return rows.map(({ n }) => placeOf(set, numberKind, n));
  };

/** Places from the sequences of the record: nobody waits for anybody, however many numbers are issued at once. */
export const createStatusPlaces =
  (set: KeySet): TakeStatusPlace =>
  async (connection, numberKind) => {
    const {
      rows: [row],
    } = await connection.query<{ n: number }>({
      name: `status-place-${numberKind}`,
      text: `SELECT nextval('${sequences[numberKind]}') AS n`,
    });
    if (!row) throw new Error('the sequence gave no answer');
    return placeOf(set, numberKind, row.n);
  };

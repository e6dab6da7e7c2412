import { createHash, createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { isSolution } from '../../domain/verification/challenge.ts';
import { addressGroup } from '../../domain/verification/address-group.ts';

export interface Challenge {
  readonly text: string;
  readonly bits: number;
}
export interface Solution {
  readonly challenge: string;
  readonly counter: number;
}

/** Work that a page does by itself in a second, before its question is asked. Nothing is stored. */
export interface ChallengeDesk {
  /** `nowMs` is real time: a challenge lives for minutes. */
  issue(question: string, address: string, nowMs: number): Challenge;
  /** Only for the question and the address it was made for, so one solution is worth one guess. */
  accepts(solution: Solution, question: string, address: string, nowMs: number): boolean;
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const pattern = /^v1\.(\d{1,2})\.(\d{10})\.[A-Za-z0-9_-]{16}\.([A-Za-z0-9_-]{22})$/;

export function createChallengeDesk(
  secret: KeyObject,
  { bits, seconds }: { readonly bits: number; readonly seconds: number },
): ChallengeDesk {
  const sign = (head: string, question: string, address: string): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['challenge', head, question, addressGroup(address)]))
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  return {
    issue: (question, address, nowMs) => {
      const head = `v1.${bits}.${Math.ceil(nowMs / 1000) + seconds}.${randomBytes(12).toString('base64url')}`;
      return { text: `${head}.${sign(head, question, address)}`, bits };
    },
    accepts: ({ challenge, counter }, question, address, nowMs) => {
      const [, neededBits, expires, given] = pattern.exec(challenge) ?? [];
      if (neededBits === undefined || given === undefined || Number(expires) * 1000 < nowMs) return false;
      const expected = sign(challenge.slice(0, challenge.lastIndexOf('.')), question, address);
      return timingSafeEqual(Buffer.from(expected), Buffer.from(given)) && isSolution(sha256, challenge, Number(neededBits), counter);
    },
  };
}

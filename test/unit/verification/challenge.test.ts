import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { findSolution, isSolution, leadingZeroBits } from '../../../domain/verification/challenge.ts';
import { currentKey } from '../../../infra/crypto/keyring.ts';
import { createChallengeDesk } from '../../../infra/verification/challenge-desk.ts';
import { testKeySet } from '../../support/crypto/key-sets.ts';

const now = Date.parse('2027-06-10T04:00:00Z');
const desk = createChallengeDesk(currentKey(testKeySet()), { bits: 8, seconds: 120 });
const ask = 'DOSSIER:2710001ABCDEFGH:张三';
const { text, bits } = desk.issue(ask, '198.51.100.7', now);
const counter = findSolution(sha256, text, bits, 0, 100_000) ?? -1;
const wrongCounter = Array.from({ length: 100 }, (_, index) => index).find((candidate) => !isSolution(sha256, text, bits, candidate)) ?? -1;

describe('a challenge', () => {
  it.each([
    [[0xff], 0],
    [[0x7f], 1],
    [[0x01], 7],
    [[0, 0x80], 8],
    [[0, 0, 0x10], 19],
    [[0, 0], 16],
  ])('counts the zero bits of %j as %d', (bytes, zeros) => {
    expect(leadingZeroBits(Uint8Array.from(bytes))).toBe(zeros);
  });

  it('R49 is solved by the hash of the page as by that of the server', () => {
    expect(counter).toBeGreaterThanOrEqual(0);
    expect(isSolution((bytes) => createHash('sha256').update(bytes).digest(), text, bits, counter)).toBe(true);
    expect(desk.accepts({ challenge: text, counter }, ask, '198.51.100.7', now)).toBe(true);
  });

  it('R49 is worth one question from one address, for two minutes', () => {
    const solution = { challenge: text, counter };
    expect(desk.accepts(solution, 'DOSSIER:2710001ABCDEFGH:李四', '198.51.100.7', now)).toBe(false);
    expect(desk.accepts(solution, ask, '198.51.100.8', now)).toBe(false);
    expect(desk.accepts(solution, ask, '198.51.100.7', now + 119_000)).toBe(true);
    expect(desk.accepts(solution, ask, '198.51.100.7', now + 122_000)).toBe(false);
  });

  it('R49 cannot be made easier, made up, or solved by a wrong counter', () => {
    expect(desk.accepts({ challenge: text, counter: wrongCounter }, ask, '198.51.100.7', now)).toBe(false);
    expect(desk.accepts({ challenge: text.replace('v1.8.', 'v1.0.'), counter: wrongCounter }, ask, '198.51.100.7', now)).toBe(false);
    expect(
      desk.accepts({ challenge: 'v1.0.9999999999.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA', counter: 0 }, ask, '198.51.100.7', now),
    ).toBe(false);
    expect(desk.accepts({ challenge: '', counter: 0 }, ask, '198.51.100.7', now)).toBe(false);
  });
});

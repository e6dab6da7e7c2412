import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allGuessesPerYear, chanceOfHit, chanceWithin, numbersPerPrefix } from '../../../domain/verification/guessing.ts';
import { VerificationLimits } from '../../../domain/verification/limits.ts';
import { projectRoot } from '../../../scripts/stack/project-root.ts';

const limits = VerificationLimits.parse({});
const millions = (value: number): string => (value / 1e6).toFixed(1);
const decision = readFileSync(join(projectRoot, 'docs/decisions/0010-numbers-and-limits.md'), 'utf8');

describe('guessing numbers', () => {
  it('R49 everybody together, all year, with the most common name: one hit is less likely than one in a hundred', () => {
    expect(chanceWithin(allGuessesPerYear(limits, 'overall'), chanceOfHit('VERIFICATION', 'ANY_NAME'))).toBeLessThan(0.01);
  });

  it('R49 knowing a name does not help, and without asking for one the limits would be worth nothing', () => {
    expect(chanceOfHit('VERIFICATION', 'KNOWS_A_NAME')).toBeLessThanOrEqual(chanceOfHit('VERIFICATION', 'ANY_NAME'));
    expect(chanceWithin(allGuessesPerYear(limits, 'overall'), chanceOfHit('VERIFICATION', 'IF_NO_NAME_WERE_ASKED'))).toBeGreaterThan(0.99);
  });

  it('R49 one address alone, all year: less than one in a thousand; a transfer number is out of reach for all', () => {
    expect(chanceWithin(allGuessesPerYear(limits, 'address'), chanceOfHit('VERIFICATION', 'ANY_NAME'))).toBeLessThan(0.001);
    expect(chanceWithin(allGuessesPerYear(limits, 'overall'), chanceOfHit('TRANSFER', 'ANY_NAME'))).toBeLessThan(0.000_001);
  });

  it.each([
    ['numbers per prefix', `${millions(numbersPerPrefix('VERIFICATION'))} million`],
    ['guesses a year over all', `${millions(allGuessesPerYear(limits, 'overall'))} million`],
    ['guesses a year of one address', `${millions(allGuessesPerYear(limits, 'address'))} million`],
    ['guesses a year at one number', String(Math.round(allGuessesPerYear(limits, 'number')))],
    [
      'chance over all',
      `${(chanceWithin(allGuessesPerYear(limits, 'overall'), chanceOfHit('VERIFICATION', 'ANY_NAME')) * 100).toFixed(2)} %`,
    ],
    [
      'chance over all of a known name',
      `${(chanceWithin(allGuessesPerYear(limits, 'overall'), chanceOfHit('VERIFICATION', 'KNOWS_A_NAME')) * 100).toFixed(2)} %`,
    ],
  ])('the decision page says what the code computes: %s', (_, text) => {
    expect(decision).toContain(text);
  });
});

describe('limits from the configuration', () => {
  it('take what is given and keep the rest, and refuse what they do not know', () => {
    expect(VerificationLimits.parse({ challengeBits: 4 })).toEqual({ ...limits, challengeBits: 4 });
    expect(VerificationLimits.safeParse({ adress: {} }).success).toBe(false);
    expect(
      VerificationLimits.safeParse({ address: { free: { capacity: 0, secondsEach: 1 }, challenged: { capacity: 1, secondsEach: 1 } } })
        .success,
    ).toBe(false);
  });
});

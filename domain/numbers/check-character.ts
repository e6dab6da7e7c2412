import { classCount, classValue, printedForm } from './look-alikes.ts';

/**
 * The character at distance d from the right end weighs d + 1, the check character itself 1. All weights of a number of
 * at most 28 characters are different and none is 0 modulo 29, a prime: so one changed character always changes the sum,
 * and so does exchanging any two different ones, neighbours or not.
 */
function weightedSum(text: string, firstWeight: number): number {
  let sum = 0;
  let weight = text.length - 1 + firstWeight;
  for (const character of text) {
    const value = classValue(character);
    if (value === undefined) throw new RangeError('a character outside the alphabet');
    sum += weight * value;
    weight -= 1;
  }
  return sum % classCount;
}

/** The check character for everything before it. Throws RangeError on a character outside the alphabet. */
export function checkCharacterOf(body: string): string {
  return printedForm((classCount - weightedSum(body, 2)) % classCount);
}

/** True when the last character is the check character of those before it. */
export function hasRightCheckCharacter(number: string): boolean {
  return weightedSum(number, 1) === 0;
}

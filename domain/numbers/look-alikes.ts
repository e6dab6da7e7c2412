/**
 * The 29 classes of characters that a reader can tell apart; the index of a class is its value.
 * Within a class the first form is the one we print and every form is read. Printing the digit, never its look-alike letter,
 * keeps year and school digits and the rest of a number in one form, and a digit's value is the digit itself.
 */
export const lookAlikeClasses = [
  '0OQ',
  '1IL',
  '2Z',
  '3',
  '4',
  '5S',
  '6',
  '7',
  '8B',
  '9',
  'A',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'J',
  'K',
  'M',
  'N',
  'P',
  'R',
  'T',
  'U',
  'V',
  'W',
  'X',
  'Y',
] as const;

/** How many classes there are: a prime, so that every weight but 0 has an inverse. */
export const classCount = 29;

const valueByCharacter: ReadonlyMap<string, number> = new Map(
  lookAlikeClasses.flatMap((forms, value) => [...forms].map((form) => [form, value] as const)),
);

/** The value 0 to 28 of a capital letter or digit; undefined for any other character. */
export function classValue(character: string): number | undefined {
  return valueByCharacter.get(character);
}

/** The printed form of a class value. Throws RangeError outside 0 to 28. */
export function printedForm(value: number): string {
  const form = lookAlikeClasses[value]?.[0];
  if (form === undefined) throw new RangeError(`no such class: ${value}`);
  return form;
}

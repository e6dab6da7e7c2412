import fc from 'fast-check';
import { composeTransferNumber, composeVerificationNumber } from '../../../domain/numbers/compose-number.ts';
import { classCount, classValue, lookAlikeClasses, printedForm } from '../../../domain/numbers/look-alikes.ts';
import { checkNumber, groupNumber, normaliseNumber } from '../../../domain/numbers/read-number.ts';

const alphabet = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const classIndexes = fc.integer({ min: 0, max: classCount - 1 });
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

const sourceOf = (indexes: readonly number[]) => {
  let position = 0;
  return () => indexes[position++]!;
};

const verificationNumbers = fc
  .tuple(digits(2), digits(5), fc.array(classIndexes, { minLength: 7, maxLength: 7 }))
  .map(([year2, schoolCode, indexes]) => composeVerificationNumber({ year2, schoolCode, nextIndex: sourceOf(indexes) }));
const transferNumbers = fc
  .tuple(digits(2), digits(5), fc.array(classIndexes, { minLength: 10, maxLength: 10 }))
  .map(([year2, schoolCode, indexes]) => composeTransferNumber({ year2, schoolCode, nextIndex: sourceOf(indexes) }));
const numbers = fc.oneof<fc.Arbitrary<string>[]>(verificationNumbers, transferNumbers);

const withCharacter = (number: string, position: number, character: string) =>
  number.slice(0, position) + character + number.slice(position + 1);

describe('classes of look-alikes', () => {
  it('hold each letter and digit once, in 29 classes', () => {
    expect(lookAlikeClasses).toHaveLength(29);
    expect([...lookAlikeClasses.join('')].sort()).toEqual(alphabet);
    expect(lookAlikeClasses.filter((forms) => forms.length > 1)).toEqual(['0OQ', '1IL', '2Z', '5S', '8B']);
  });

  it('give every digit its own value, so year and school take part with it', () => {
    expect([...'0123456789'].map(classValue)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...'OQILZSB'].map(classValue)).toEqual([0, 0, 1, 1, 2, 5, 8]);
  });

  it('print one form of each, which reads back, and never O, Q, I, L, Z, S or B', () => {
    const printed = Array.from({ length: classCount }, (_, value) => printedForm(value));
    expect(printed.map(classValue)).toEqual(Array.from({ length: classCount }, (_, value) => value));
    expect(printed.join('')).not.toMatch(/[OQILZSB]/);
  });

  it.each([-1, 29, 1.5, Number.NaN])('have no class %d', (value) => expect(() => printedForm(value)).toThrow('no such class'));
});

describe('composing a number', () => {
  it('has two digits of the year, five of the school, random characters and one check character', () => {
    const parts = { year2: '23', schoolCode: '10001' };
    expect(composeVerificationNumber({ ...parts, nextIndex: () => 0 })).toMatch(/^23100010000000.$/);
    expect(composeTransferNumber({ ...parts, nextIndex: () => 28 })).toMatch(/^2310001YYYYYYYYYY.$/);
  });

  it('has a check character that anyone can work out by hand', () => {
    // weights 15…2 over 2 3 1 0 0 0 1 and seven times 10 (A): 30+42+13+0+0+0+9 + 10*(8+7+6+5+4+3+2) = 444 = 15*29 + 9; 29 - 9 = 20
    expect(composeVerificationNumber({ year2: '23', schoolCode: '10001', nextIndex: () => 10 })).toBe('2310001AAAAAAA' + printedForm(20));
  });

  it('asks for one index below 29 for each random character', () => {
    const bounds: number[] = [];
    const nextIndex = (bound: number) => bounds.push(bound);
    composeVerificationNumber({ year2: '23', schoolCode: '10001', nextIndex });
    expect(bounds).toEqual(Array(7).fill(29));
    composeTransferNumber({ year2: '23', schoolCode: '10001', nextIndex });
    expect(bounds).toHaveLength(17);
  });

  it.each([
    [{ year2: '2023', schoolCode: '10001', nextIndex: () => 0 }, 'year2'],
    [{ year2: '2O', schoolCode: '10001', nextIndex: () => 0 }, 'year2'],
    [{ year2: '23', schoolCode: '1001', nextIndex: () => 0 }, 'schoolCode'],
    [{ year2: '23', schoolCode: '1000A', nextIndex: () => 0 }, 'schoolCode'],
    [{ year2: '23', schoolCode: '10001', nextIndex: () => 29 }, 'no such class'],
  ])('refuses malformed parts %#', (parts, message) => expect(() => composeVerificationNumber(parts)).toThrow(message));

  it('reads back as what it is', () => {
    fc.assert(
      fc.property(verificationNumbers, (number) => {
        expect(number).toHaveLength(15);
        expect(checkNumber(number)).toEqual({ ok: true, kind: 'VERIFICATION', canonical: number });
      }),
    );
    fc.assert(
      fc.property(transferNumbers, (number) => {
        expect(number).toHaveLength(18);
        expect(checkNumber(number)).toEqual({ ok: true, kind: 'TRANSFER', canonical: number });
      }),
    );
  });
});

describe('misreadings', () => {
  it('every single one between classes is caught, at every position, the check character too', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (let position = 0; position < number.length; position += 1) {
          for (let value = 0; value < classCount; value += 1) {
            const misread = withCharacter(number, position, printedForm(value));
            if (misread === number) continue;
            const problem = position < 7 && value > 9 ? 'CHARACTER' : 'CHECK';
            expect(checkNumber(misread)).toEqual({ ok: false, problem });
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('every swap of two different characters is caught, neighbours or not', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (let left = 0; left < number.length; left += 1) {
          for (let right = left + 1; right < number.length; right += 1) {
            if (number[left] === number[right]) continue;
            const swapped = withCharacter(withCharacter(number, left, number[right]!), right, number[left]!);
            expect(checkNumber(swapped).ok).toBe(false);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('those within a class verify, any number of them, letters for digits of year and school included', () => {
    fc.assert(
      fc.property(numbers, fc.infiniteStream(fc.nat()), (number, choices) => {
        const misread = [...number]
          .map((character) => {
            const forms = lookAlikeClasses[classValue(character)!]!;
            return forms[choices.next().value! % forms.length];
          })
          .join('');
        expect(checkNumber(misread)).toMatchObject({ ok: true, canonical: number });
      }),
    );
  });

  it("the documents' own misread pair is one number here", () => {
    expect(normaliseNumber('2310001EQ86V47B')).toBe('2310001E086V478');
    expect(normaliseNumber('2310001E086V47B')).toBe('2310001E086V478');
  });

  it('hardly any random text of the right shape passes', () => {
    let passed = 0;
    const shaped = fc.tuple(digits(7), fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }));
    fc.assert(
      fc.property(shaped, ([head, tail]) => {
        passed += Number(checkNumber(head + tail.join('')).ok);
      }),
      { numRuns: 2900, seed: 7 },
    );
    expect(passed).toBeGreaterThan(50);
    expect(passed).toBeLessThan(150);
  });
});

describe('reading a number', () => {
  const number = composeVerificationNumber({ year2: '23', schoolCode: '10001', nextIndex: sourceOf([10, 0, 8, 6, 25, 4, 1]) });
  const grouped = groupNumber(number);

  it.each([
    ['small letters', number.toLowerCase()],
    ['spaces', grouped],
    ['dashes', grouped.replaceAll(' ', '-')],
    ['long dashes and wide spaces', `\u3000${grouped.replaceAll(' ', ' — ')}\n`],
    ['full width', [...grouped].map((c) => (c === ' ' ? '\u3000' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('')],
    ['zero-width characters', `\uFEFF${grouped.replaceAll(' ', '\u200B')}`],
    ['minus signs', grouped.replaceAll(' ', '\u2212')],
  ])('does not mind %s', (_what, typed) => {
    expect(checkNumber(typed)).toEqual({ ok: true, kind: 'VERIFICATION', canonical: number });
  });

  it.each([
    ['', 'LENGTH'],
    [number.slice(1), 'LENGTH'],
    [`${number}0`, 'LENGTH'],
    ['0'.repeat(1000), 'LENGTH'],
    [withCharacter(number, 9, '*'), 'CHARACTER'],
    [withCharacter(number, 9, '京'), 'CHARACTER'],
    [withCharacter(number, 9, '𠮷'), 'CHARACTER'],
    [withCharacter(number, 9, 'ß'), 'LENGTH'],
    [withCharacter(number, 9, 'А'), 'CHARACTER'],
    [withCharacter(number, 3, 'A'), 'CHARACTER'],
    [withCharacter(number, 0, 'X'), 'CHARACTER'],
    [withCharacter(number, 3, '7'), 'CHECK'],
  ])('answers %j with %s', (typed, problem) => expect(checkNumber(typed)).toEqual({ ok: false, problem }));

  it('has one canonical form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(normaliseNumber(normaliseNumber(typed))).toBe(normaliseNumber(typed));
      }),
    );
  });

  it('groups for reading aloud', () => {
    expect(grouped).toMatch(/^23 10001 \w{4} \w{4}$/);
    const transfer = composeTransferNumber({ year2: '23', schoolCode: '10001', nextIndex: () => 3 });
    expect(groupNumber(transfer)).toMatch(/^23 10001 \w{4} \w{4} \w{3}$/);
    expect(groupNumber(transfer).replaceAll(' ', '')).toBe(transfer);
  });
});

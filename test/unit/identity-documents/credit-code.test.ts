import fc from 'fast-check';
import { checkCreditCode, creditCodeCheckCharacter } from '../../../domain/identity-documents/credit-code.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const text = (length: number, from = alphabet) =>
  fc.array(fc.constantFrom(...from), { minLength: length, maxLength: length }).map((list) => list.join(''));
const codes = fc
  .tuple(text(1, alphabet.slice(1)), text(1), text(6, [...'0123456789']), text(9))
  .map((parts) => parts.join(''))
  .map((first17) => first17 + creditCodeCheckCharacter(first17));

describe('统一社会信用代码 (GB 32100)', () => {
  it('F6 the worked example of the standard is right', () => {
    expect(checkCreditCode('91350100M000100Y43')).toEqual({ ok: true, value: '91350100M000100Y43' });
  });

  it.each(['91350100m000100y43', ' 9135 0100 M000 100Y 43 ', '９１３５０１００Ｍ０００１００Ｙ４３'])(
    'reads %j as the same code',
    (typed) => {
      expect(checkCreditCode(typed)).toEqual({ ok: true, value: '91350100M000100Y43' });
    },
  );

  it.each([
    ['91350100M000100Y4Z', 'CREDIT_CODE_CHARACTER'],
    ['91350100M000100Y44', 'CREDIT_CODE_CHECK'],
    ['91350100M000100Y4', 'CREDIT_CODE_LENGTH'],
    ['91350100M000100Y433', 'CREDIT_CODE_LENGTH'],
    ['', 'CREDIT_CODE_LENGTH'],
    ['9135O100M000100Y43', 'CREDIT_CODE_CHARACTER'],
    ['91350A00M000100Y43', 'CREDIT_CODE_CHARACTER'],
    ['91350100M000I00Y43', 'CREDIT_CODE_CHARACTER'],
    ['000000000000000000', 'CREDIT_CODE_CHARACTER'],
  ])('F6 refuses %s with %s', (typed, problem) => expect(checkCreditCode(typed)).toEqual({ ok: false, problem }));

  it('F6 maps a remainder of 31 to 0', () => {
    fc.assert(
      fc.property(
        codes.filter((code) => code.endsWith('0')),
        (code) => {
          expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('F6 every single wrong character is refused', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
        for (let position = 0; position < 18; position += 1) {
          for (const character of alphabet) {
            if (character === code[position]) continue;
            expect(checkCreditCode(code.slice(0, position) + character + code.slice(position + 1)).ok).toBe(false);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

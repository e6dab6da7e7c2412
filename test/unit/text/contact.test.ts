import type { z } from 'zod';
import { email, phone, postcode } from '../../../domain/text/contact.ts';
import { fieldProblems, fieldProblemText, isFieldProblem } from '../../../domain/text/field-problems.ts';

const problems = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message);

describe('phone', () => {
  it.each([
    ['13912345678', '13912345678'],
    ['139 1234 5678', '13912345678'],
    ['+86 139 1234 5678', '+8613912345678'],
    ['１３９１２３４５６７８', '13912345678'],
    ['0532-86981234', '0532-86981234'],
    ['（0532）8698 1234', '0532-86981234'],
    ['010—62751234转801', '010-62751234-801'],
    ['86981234', '86981234'],
    ['400-810-1234', '400-810-1234'],
    ['+852 2345 6789', '+85223456789'],
    ['+1-212-555-0100', '+1-212-555-0100'],
  ])('reads %s', (text, value) => expect(phone.parse(text)).toBe(value));

  it.each(['12345', '1391234567', '139123456789', '12912345678', 'abc', '0532-', '无', '110;drop', '+86 123'])('refuses %j', (text) => {
    expect(problems(phone, text)).toEqual(['PHONE_INVALID']);
  });

  it('says when it is missing', () => {
    expect(problems(phone, undefined)).toEqual(['REQUIRED']);
    expect(problems(phone, ' ')).toEqual(['REQUIRED']);
    expect(problems(phone, 13912345678)).toEqual(['TYPE_WRONG']);
  });
});

describe('postcode', () => {
  it.each([
    ['100871', '100871'],
    [' １００８７１ ', '100871'],
    ['010010', '010010'],
  ])('reads %j', (text, value) => expect(postcode.parse(text)).toBe(value));
  it.each(['10087', '1008711', '10087a', '100 871'])('refuses %j', (text) =>
    expect(problems(postcode, text)).toEqual(['POSTCODE_INVALID']),
  );
  it('keeps leading zeros by refusing numbers', () => expect(problems(postcode, 10010)).toEqual(['TYPE_WRONG']));
});

describe('email', () => {
  it.each([
    ['a.b+c@example.edu.cn', 'a.b+c@example.edu.cn'],
    [' a@example.com ', 'a@example.com'],
    ['ａ＠example．com', 'a@example.com'],
  ])('reads %j', (text, value) => expect(email.parse(text)).toBe(value));
  it.each(['', 'a', 'a@b', '@example.com', 'a b@example.com', 'a@example.com\nbcc:x@example.com', `${'a'.repeat(250)}@example.com`])(
    'refuses %j',
    (text) => expect(problems(email, text)).toEqual(['EMAIL_INVALID']),
  );
});

describe('field problems', () => {
  it('have words in both languages', () => {
    for (const { zh, en } of Object.values(fieldProblems)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z][\x20-\x7E]+$/);
    }
    expect(fieldProblemText('ID_CHECK_DIGIT', 'zh')).toBe('证件号码校验位不正确');
    expect(fieldProblemText('ID_CHECK_DIGIT', 'en')).toBe('The check digit of the number is wrong');
  });

  it('are told from the words of zod', () => {
    expect(isFieldProblem('TEXT_TOO_LONG')).toBe(true);
    expect(isFieldProblem('Invalid input')).toBe(false);
    expect(isFieldProblem('toString')).toBe(false);
  });
});

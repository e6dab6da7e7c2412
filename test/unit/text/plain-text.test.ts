import fc from 'fast-check';
import { z } from 'zod';
import { plainText } from '../../../domain/text/plain-text.ts';

const note = plainText(1, 200);
const problems = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message);

describe('plainText', () => {
  it('R17 counts 200字 in code points', () => {
    expect(note.parse('字'.repeat(200))).toHaveLength(200);
    expect(problems(note, '字'.repeat(201))).toEqual(['TEXT_TOO_LONG']);
    expect(note.parse('𠮷'.repeat(200))).toHaveLength(400);
    expect(problems(note, '𠮷'.repeat(201))).toEqual(['TEXT_TOO_LONG']);
  });

  it('trims before it counts, wide spaces too', () => {
    expect(note.parse(` \u3000${'字'.repeat(200)}\n`)).toBe('字'.repeat(200));
    expect(problems(note, ' \u3000 ')).toEqual(['REQUIRED']);
    expect(problems(plainText(5, 10), '  四个字啊 ')).toEqual(['TEXT_TOO_SHORT']);
    expect(plainText(0, 10).parse('  ')).toBe('');
  });

  it('normalises to NFC, so that equal texts are equal', () => {
    expect(note.parse('e\u0301')).toBe('é');
  });

  it.each(['a\u0000b', 'a\u0007b', 'a\tb', 'a\nb', 'a\u007Fb', 'a\u0085b', 'a\u2028b'])('refuses the control character in %j', (text) => {
    expect(problems(note, text)).toEqual(['TEXT_CONTROL_CHARACTER']);
  });

  it.each([
    'a\u202Eb',
    'a\u2066b',
    'a\u200Fb',
    'a\u061Cb',
    'a\u200Bb',
    'a\u200Db',
    'a\uFEFFb',
    'a\u00ADb',
    'a\uD800b',
    'a\uFFFFb',
    'a\u{E0041}b',
  ])('refuses the invisible character in %j', (text) => expect(problems(note, text)).toEqual(['TEXT_INVISIBLE_CHARACTER']));

  it('allows line feeds where asked, with one kind of line end, and nothing else', () => {
    const lines = plainText(1, 10, { multiline: true });
    expect(lines.parse('一\r\n二\r三\n')).toBe('一\n二\n三');
    expect(problems(lines, '一\t二')).toEqual(['TEXT_CONTROL_CHARACTER']);
  });

  it.each([
    [undefined, 'REQUIRED'],
    [null, 'TYPE_WRONG'],
    [5, 'TYPE_WRONG'],
    [['a'], 'TYPE_WRONG'],
  ])('answers %j with %s', (value, problem) => {
    expect(problems(note, value)).toEqual([problem]);
  });

  it('accepts what it has returned, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const first = note.safeParse(text);
        if (first.success) expect(note.parse(first.data)).toBe(first.data);
      }),
    );
  });

  it('tells the OpenAPI document its lengths', () => {
    expect(z.toJSONSchema(note)).toMatchObject({ type: 'string', minLength: 1, maxLength: 200 });
  });
});

import type { z } from 'zod';
import { personName, personNameKey } from '../../../domain/text/person-name.ts';

const problems = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message);

describe('personName', () => {
  it.each([
    ['张三', '张三'],
    [' 张  三 ', '张三'],
    ['张\u3000三', '张三'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 ・ 买买提', '阿卜杜拉·买买提'],
    ['王〇', '王〇'],
    ['李𬭎', '李𬭎'],
    ['𠮷田', '𠮷田'],
    ['Anna  Müller', 'Anna Müller'],
    ["O'Neill-Smith Jr.", "O'Neill-Smith Jr."],
    ['ＷＡＮＧ　Ｌｉ', 'WANG Li'],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
  ])('reads %j as %j', (text, name) => expect(personName.parse(text)).toBe(name));

  it('is at most 60 code points long', () => {
    expect(personName.parse('𠮷'.repeat(60))).toBe('𠮷'.repeat(60));
    expect(problems(personName, '名'.repeat(61))).toEqual(['TEXT_TOO_LONG']);
  });

  it.each(['张三1', '张@三', '<b>', '张三（男）', '=1+1', '·', '-', '张_三', '😀'])('refuses %j', (text) => {
    expect(problems(personName, text)).toEqual(['NAME_CHARACTER']);
  });

  it.each([
    ['', 'REQUIRED'],
    [' ', 'REQUIRED'],
    ['张\u0000三', 'TEXT_CONTROL_CHARACTER'],
    ['张\u202E三', 'TEXT_INVISIBLE_CHARACTER'],
  ])('answers %j with %s', (text, problem) => expect(problems(personName, text)).toEqual([problem]));

  it.each([
    ['阿卜杜拉·买买提', '阿卜杜拉买买提'],
    ['Anna Müller', 'ANNA MÜLLER'],
    ['张 三', '张三'],
    ["O'Neill", 'ONEILL'],
  ])('R49 takes %s and %s for one name', (left, right) => expect(personNameKey(left)).toBe(personNameKey(right)));

  it('R49 keeps different names apart', () => {
    expect(personNameKey('张三')).not.toBe(personNameKey('张三丰'));
    expect(personNameKey('王')).not.toBe(personNameKey('汪'));
  });
});

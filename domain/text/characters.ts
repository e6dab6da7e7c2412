import type { FieldProblem } from './field-problems.ts';

/** Length in code points: what a reader calls 字. A rare character outside the basic plane counts once. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Full-width letters, digits and signs, and the ideographic space, as their ASCII forms; CJK characters stay as they are. */
export function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** Every hyphen, dash and minus as `-`. */
export function plainDashes(text: string): string {
  return text.replace(/[\u00AD\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g, '-');
}

/** What is wrong with the characters themselves. Line feeds pass only where `multiline` says so. */
export function characterProblem(text: string, multiline: boolean): FieldProblem | undefined {
  const visible = multiline ? text.replaceAll('\n', '') : text;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(visible)) return 'TEXT_CONTROL_CHARACTER';
  // Format characters hold the bidirectional controls and the zero-width ones: both make two different texts look alike.
  if (/[\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(visible)) return 'TEXT_INVISIBLE_CHARACTER';
  return undefined;
}

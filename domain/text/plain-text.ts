import { z } from 'zod';
import { characterProblem, codePoints } from './characters.ts';
import { fieldError, type FieldProblem } from './field-problems.ts';

/** NFC, trimmed, line ends as `\n`. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** The first problem of a text that has been normalised; lengths in code points. */
export function textProblem(text: string, min: number, max: number, multiline = false): FieldProblem | undefined {
  const problem = characterProblem(text, multiline);
  if (problem !== undefined) return problem;
  const length = codePoints(text);
  if (length < min) return length === 0 ? 'REQUIRED' : 'TEXT_TOO_SHORT';
  return length > max ? 'TEXT_TOO_LONG' : undefined;
}

/**
 * A zod string that normalises first and then reports at most one problem, by its code.
 * The type stays a string for the OpenAPI document, whose lengths count code points as ours do.
 */
export function checkedText(normalise: (text: string) => string, findProblem: (text: string) => FieldProblem | undefined) {
  return z
    .string({ error: fieldError('TYPE_WRONG') })
    .overwrite(normalise)
    .superRefine((text, context) => {
      const problem = findProblem(text);
      if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    });
}

/**
 * Text of `min` to `max` code points without control, bidirectional or zero-width characters (R17: 200字 are code points).
 * `multiline` allows line feeds.
 */
export function plainText(min: number, max: number, options: { readonly multiline?: boolean } = {}) {
  return checkedText(normaliseText, (text) => textProblem(text, min, max, options.multiline)).meta({ minLength: min, maxLength: max });
}

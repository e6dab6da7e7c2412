import { z } from 'zod';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import type { RefusalDetail } from '../../domain/errors/refusal-error.ts';
import type { Bilingual, Language } from '../../domain/text/language.ts';
import { wordsOfFault } from './request-problems.ts';

export const Words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words', description: 'One text in Chinese and English' });

/** What is wrong with one field, in both languages. */
export const FieldProblem = z.object({ field: z.string(), code: z.string(), zh: z.string(), en: z.string() }).meta({ id: 'FieldProblem' });

/** A problem document (RFC 9457), in the language asked for and, as `words`, in both. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Relative address of the kind of problem: /problems/ and the code' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().meta({ description: 'Stable code; clients decide by it' }),
    words: Words.extend({ detail: Words }),
    clause: z.string().optional().meta({ description: 'The clause of the rules that the refusal rests on' }),
    fields: z.array(FieldProblem).optional(),
    current: z.unknown().optional().meta({
      description: 'With RECORD_CHANGED and SUBMISSION_CHANGED: the record as it stands now, to show the difference to what was seen',
    }),
    challenge: z.object({ text: z.string(), bits: z.int() }).optional().meta({
      description:
        'With CHALLENGE_REQUIRED: find a counter so that SHA-256 of `text:counter` begins with so many zero bits; send both with the same question',
    }),
    characters: z.array(z.string()).optional().meta({ description: 'With GLYPH_MISSING: the characters that cannot be printed' }),
    allowedActions: z.array(z.unknown()).optional().meta({ description: 'What may be done now, and why the rest may not' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export const problemMediaType = 'application/problem+json';

/** Renders a refusal. It holds codes and our own words, never what was sent, but for characters that we cannot print. */
export function problemOf(
  code: ErrorCode,
  { clause, fields, characters, allowedActions, current, challenge }: RefusalDetail,
  language: Language,
  requestId: string,
): Problem {
  const { status, zh, en } = errors[code];
  const detail = detailOf({ zh, en }, clause, fields?.length ?? 0);
  const words = { zh, en, detail };
  return {
    type: `/problems/${code}`,
    title: words[language],
    status,
    detail: detail[language],
    instance: `/requests/${requestId}`,
    code,
    words,
    ...(clause !== undefined && { clause }),
    ...(fields !== undefined && { fields: fields.map((fault) => ({ ...fault, ...wordsOfFault(fault.code) })) }),
    ...(characters !== undefined && { characters: [...characters] }),
    ...(Array.isArray(allowedActions) && { allowedActions }),
    ...(challenge !== undefined && { challenge }),
    ...(current !== undefined && { current }),
  };
}

function detailOf(title: Bilingual, clause: string | undefined, faults: number): Bilingual {
  if (faults > 0) return { zh: `${title.zh}，请检查所列字段。`, en: `${title.en}: see the fields listed.` };
  return clause === undefined
    ? { zh: `${title.zh}。`, en: `${title.en}.` }
    : { zh: `${title.zh}（依据 ${clause}）。`, en: `${title.en} (clause ${clause}).` };
}

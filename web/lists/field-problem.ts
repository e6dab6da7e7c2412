import { ProblemError } from '../http/problem.ts';
import { bilingual } from '../text/words.ts';

/** What the server says about one field, beside that field. */
export function problemOfField(error: unknown, field: string): string | undefined {
  const found = error instanceof ProblemError ? error.problem.fields?.find((fault) => fault.field === field) : undefined;
  return found && bilingual(found);
}

import { z } from 'zod';
import { ReturnReason, returnReasons } from '../../domain/registration/return-reason.ts';
import { Words } from '../http/problem.ts';

/** A desk's words to the graduate (R14). */
export const ReturnView = z.object({ reason: z.string(), words: Words, text: z.string(), fields: z.array(z.string()) });

export interface ReturnRow {
  readonly returnReason: string | null;
  readonly returnText: string | null;
  readonly returnFields: readonly string[];
}

/** null for what was not returned. */
export function returnView({ returnReason, returnText, returnFields }: ReturnRow): z.infer<typeof ReturnView> | null {
  const reason = ReturnReason.safeParse(returnReason).data;
  return reason ? { reason, words: returnReasons[reason], text: returnText ?? '', fields: [...returnFields] } : null;
}

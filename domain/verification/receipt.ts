import { z } from 'zod';
import { StatementKind } from '../grants/grant.ts';

/** Outcomes that somebody may have a receipt of: those that are told only to who had number and name right, or scanned. */
export const ReceiptOutcome = z.enum(['VALID', 'INVALIDATED', 'EXPIRED', 'CLOSED', 'SERVICE_ENDED']);

/** What a receipt says. No number, and of the name only what a clerk needs to file it. */
export const Receipt = z.strictObject({
  /** Number of the receipt. */
  id: z.uuid(),
  entry: StatementKind,
  outcome: ReceiptOutcome,
  /** When the question was answered, milliseconds. */
  at: z.int(),
  maskedName: z.string().min(1).max(60),
});
export type Receipt = z.infer<typeof Receipt>;

/** First and last character of a name, the rest hidden; of two characters the first. The length is kept. */
export function maskPersonName(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= 2) return `${characters[0] ?? ''}${'*'.repeat(Math.max(0, characters.length - 1))}`;
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

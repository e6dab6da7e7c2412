import { z } from 'zod';
import { StatementKind } from '../grants/grant.ts';
import { SectionKind } from '../registration/section.ts';
import type { ReminderStep } from '../rule-packs/rule-pack.ts';
import { ShownTime } from './params.ts';

const sections = z.array(SectionKind).min(1).max(3);
const step = <S extends ReminderStep>(name: S) => z.literal(name);

/** What a graduate is reminded of: a step of the rule pack with what the reader needs to know about it. */
export const Reminder = z.discriminatedUnion('step', [
  z.strictObject({ step: step('NOT_CHECKED') }),
  z.strictObject({ step: step('NOT_REGISTERED'), sections }),
  z.strictObject({ step: step('RETURNED_NOT_RESUBMITTED'), sections }),
  z.strictObject({ step: step('NOT_CONFIRMED') }),
  // Of staff alone: a grant is the graduate's own choice, so nothing reminds of it by itself.
  z.strictObject({ step: z.literal('NOT_GRANTED') }),
  z.strictObject({ step: step('GRANT_ENDS'), kind: StatementKind, endsAt: ShownTime }),
  z.strictObject({ step: step('WINDOW_ENDS'), endsAt: ShownTime }),
]);
export type Reminder = z.infer<typeof Reminder>;

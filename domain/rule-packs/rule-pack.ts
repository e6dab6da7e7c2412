import { z } from 'zod';
import { isCalendarDate } from '../calendar/date-arithmetic.ts';
import { SectionKind } from '../registration/section.ts';

// A day of every year: one that does not exist would be a deadline that never comes.
const MonthDay = z.string().refine((text) => isCalendarDate(`2001-${text}`), { error: 'DATE_IMPOSSIBLE' });
const Days = z.int().min(0).max(400);
const fields = z.array(z.string().min(1));

export const ReminderStep = z.enum([
  'NOT_CHECKED',
  'NOT_REGISTERED',
  'RETURNED_NOT_RESUBMITTED',
  'NOT_CONFIRMED',
  'GRANT_ENDS',
  'WINDOW_ENDS',
]);
export type ReminderStep = z.infer<typeof ReminderStep>;

/** Every entry names the clause it rests on; the clause is shown to whoever is refused by it. */
const clause = { clause: z.string().min(1) };

/** Rules as data: province × cohort. The national default is the rules page as it stands. */
export const RulePack = z.strictObject({
  id: z.string().min(1),
  /** R5: which sections are registered here, and which in the provincial system. */
  routes: z.strictObject({ value: z.record(SectionKind, z.enum(['NATIONAL', 'PROVINCIAL'])), ...clause }),
  /** X12: fields whose change returns the graduate to 未确认 and kills the numbers. */
  keyFields: z.strictObject({ value: z.record(SectionKind, fields), basicInformation: fields, ...clause }),
  /** R18, F2: where a province asks for other evidence than the code lists say; code of destination or transfer type → required. */
  evidence: z.strictObject({ destination: z.record(z.string(), z.boolean()), transfer: z.record(z.string(), z.boolean()), ...clause }),
  /** X1: `true` blocks a grant whose section is not registered. */
  grantNeedsSection: z.strictObject({ value: z.boolean(), ...clause }),
  /** X4: `true` lets a change of one section kill only the numbers of its own kind. */
  invalidateSectionOnly: z.strictObject({ value: z.boolean(), ...clause }),
  /** X3 */
  transferNumberNeeds: z.strictObject({ value: z.enum(['APPROVED', 'SETTLED']), ...clause }),
  /** X5 */
  hukouEditor: z.strictObject({ value: z.enum(['GRADUATE', 'SCHOOL']), ...clause }),
  /** X7 */
  graduateMaySubmitUntil: z.strictObject({ value: z.enum(['DEPARTURE', 'CUTOFF']), ...clause }),
  /** X26 */
  reviewLevels: z.strictObject({ value: z.enum(['COLLEGE_AND_SCHOOL', 'SCHOOL']), ...clause }),
  /** X19: sections that come with a roster wait for a second person's word on all of them, or for the desks, one by one. */
  importedSections: z
    .strictObject({ value: z.enum(['APPROVED_BY_SECOND', 'REVIEW']), ...clause })
    .default({ value: 'APPROVED_BY_SECOND', clause: 'X19' }),
  /** Days until a review is overdue at each desk; minutes for which a reviewer holds what they took from the queue. */
  reviewDays: z.strictObject({ college: Days, school: Days, claimMinutes: z.int().min(1).max(480).default(15), ...clause }),
  /** Month and day in the cohort's calendar year, at 00:00 Asia/Shanghai; the cutoff is exclusive (R55). */
  departure: z.strictObject({ monthDay: MonthDay, ...clause }),
  cutoff: z.strictObject({ monthDay: MonthDay, approachDays: Days.default(7), ...clause }),
  /** R26, X15: minutes for which an identity proofing is fresh. */
  proofingFreshMinutes: z.strictObject({ value: z.int().min(1).max(60), ...clause }),
  /** Each step once; `days` after its cause, or before its deadline for GRANT_ENDS and WINDOW_ENDS. */
  reminders: z.strictObject({ hour: z.int().min(0).max(23), plan: z.array(z.strictObject({ step: ReminderStep, days: Days })), ...clause }),
  /** Days after a file was sent: until the school is reminded of a missing receipt, and until it is looked for as lost (R63). */
  dispatch: z.strictObject({ remindDays: Days, lostDays: Days, ...clause }).default({ remindDays: 15, lostDays: 45, clause: 'R63' }),
  /**
   * How long evidence is kept: months after 毕业时间, but not before the services end (X20); days for what was uploaded and never used. Photographs
   * of receipts (R63) as long, and no less than so many days from the report.
   */
  evidenceKept: z
    .strictObject({
      monthsAfterGraduation: z.int().min(0).max(120),
      unusedDays: z.int().min(1).max(400),
      receiptDays: z.int().min(0).max(400).default(180),
      ...clause,
    })
    .default({ monthsAfterGraduation: 24, unusedDays: 30, receiptDays: 180, clause: 'X20' }),
  /** Days for which an idempotency key gives the same answer. */
  idempotencyDays: z.strictObject({ value: Days, ...clause }),
});
export type RulePack = z.infer<typeof RulePack>;

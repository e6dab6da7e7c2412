import { z } from 'zod';
import { CalendarDate } from '../calendar/calendar-date.ts';
import { ExceptionScope } from '../registration/exceptions.ts';
import { StatementKind } from '../grants/grant.ts';
import { OriginRegionCode } from '../regions/origin-region-code.ts';
import { SectionKind } from '../registration/section.ts';
import { plainText } from '../text/plain-text.ts';
import { ReturnReason } from '../registration/return-reason.ts';

const id = z.uuid();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
// Names only: they stand in the audit log in the clear, where nobody's number or words may be.
const fieldNames = z
  .array(
    z
      .string()
      .max(60)
      .regex(/^[A-Za-z]+(\.[A-Za-z]+)?$/),
  )
  .max(30);
/** Decides although somebody else has claimed it. */
const takeOver = z.literal(true).optional();

/** Payload of each command as the API accepts it; unknown fields are refused. Content of a section is checked by its own schema. */
export const commandPayloads = {
  CHECK_BASIC_INFORMATION: z.strictObject({ digest }),
  DISPUTE_BASIC_INFORMATION: z.strictObject({ fields: fieldNames.min(1), note: plainText(1, 500) }),
  REQUEST_ORIGIN_CORRECTION: z.strictObject({ region: OriginRegionCode, note: plainText(1, 200), evidenceIds: z.array(id).min(1).max(3) }),
  ANSWER_TICKET: z.strictObject({ ticketId: id, resolved: z.boolean(), answer: plainText(1, 500) }),
  CORRECT_BASIC_INFORMATION: z.strictObject({ changes: z.record(z.string(), z.unknown()), reason: plainText(1, 200) }),
  SUBMIT_SECTION: z.strictObject({
    section: SectionKind,
    content: z.record(z.string(), z.unknown()),
    evidenceIds: z.array(id).max(12),
    basedOn: id.nullable(),
  }),
  // R16: what staff enter is what a graduate submits, with the reason.
  ENTER_SECTION: z.strictObject({
    section: SectionKind,
    content: z.record(z.string(), z.unknown()),
    evidenceIds: z.array(id).max(12),
    basedOn: id.nullable(),
    reason: plainText(1, 200),
  }),
  ENTER_VOID: z.strictObject({ versionId: id, reason: plainText(1, 200) }),
  REQUEST_OPENING: z.strictObject({ section: SectionKind, reason: plainText(1, 200) }),
  OPEN_SECTION: z.strictObject({ section: SectionKind, endDate: CalendarDate, reason: plainText(1, 200) }),
  CLOSE_OPENING: z.strictObject({ openingId: id }),
  REQUEST_EXCEPTION: z.strictObject({ scope: ExceptionScope, reason: plainText(1, 500) }),
  ANSWER_EXCEPTION: z.discriminatedUnion('granted', [
    z.strictObject({ granted: z.literal(true), exceptionId: id, endDate: CalendarDate }),
    z.strictObject({ granted: z.literal(false), exceptionId: id, answer: plainText(1, 500) }),
  ]),
  REQUEST_VOID: z.strictObject({ section: z.literal('DESTINATION'), versionId: id, note: plainText(1, 200) }),
  WITHDRAW_SUBMISSION: z.strictObject({ versionId: id }),
  DECIDE_REVIEW: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('APPROVE'), versionId: id, takeOver }),
    z.strictObject({
      decision: z.literal('RETURN'),
      versionId: id,
      reason: ReturnReason,
      text: plainText(1, 500),
      fields: fieldNames,
      takeOver,
    }),
  ]),
  REMIND: z.strictObject({}),
  CONFIRM: z.strictObject({ digest }),
  DISPUTE: z.strictObject({ digest, text: plainText(1, 500), fields: fieldNames.min(1) }),
  RETRACT_DISPUTE: z.strictObject({}),
  ISSUE_GRANT: z.strictObject({ kind: StatementKind, endDate: CalendarDate }),
  CLOSE_GRANT: z.strictObject({ grantId: id }),
  ISSUE_TRANSFER_NUMBER: z.strictObject({ kind: StatementKind }),
  // The version that was looked at when the consequences were shown; null where nothing was, because nobody has acted.
  REMOVE_GRADUATE: z.strictObject({ reason: plainText(1, 200), version: z.int().nullable() }),
} as const;

export type CommandType = keyof typeof commandPayloads;
export const CommandType = z.enum(Object.keys(commandPayloads) as [CommandType, ...CommandType[]]);
export type CommandPayload<T extends CommandType> = z.infer<(typeof commandPayloads)[T]>;

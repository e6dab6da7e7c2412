import { z } from 'zod';
import { attentionOf } from '../../domain/dispatch/attention.ts';
import { Carrier } from '../../domain/dispatch/carrier.ts';
import { DispatchOffice, DispatchTarget } from '../../domain/dispatch/dispatch-content.ts';
import { DispatchStatus, dispatchTransitions } from '../../domain/dispatch/dispatch-status.ts';
import { formatSerial } from '../../domain/dispatch/serial.ts';
import type { DispatchRow } from '../../infra/dispatch/dispatch-store.ts';
import { Moment, momentOf } from '../http/moments.ts';

const Attention = z
  .object({
    reason: z.enum(['NUMBER_DEAD', 'LOST_CASE', 'OVERDUE', 'TO_CONFIRM', 'SEND_AGAIN']),
    next: z.array(z.enum(['REISSUE', 'REDIRECT', 'TRACE', 'CONFIRM', 'PREPARE_AGAIN', 'CANCEL'])),
  })
  .meta({ id: 'DispatchAttention', description: 'Why somebody must look, and what may be done (X30)' });

/** A dispatch as staff see it in a list. */
export const DispatchItem = z
  .object({
    id: z.uuid(),
    graduateId: z.uuid(),
    name: z.string(),
    studentNo: z.string(),
    cohort: z.int(),
    status: DispatchStatus,
    serial: z.string().nullable(),
    unitName: z.string().nullable(),
    carrier: Carrier.nullable(),
    trackingNumber: z.string().nullable(),
    preparedAt: Moment,
    sentAt: Moment.nullable(),
    needsAttention: Attention.nullable(),
  })
  .meta({ id: 'DispatchItem' });

/** The same with everything but the transfer number, which stands on the slip only. */
export const DispatchDetail = DispatchItem.extend({
  target: DispatchTarget.nullable(),
  office: DispatchOffice.nullable(),
  volumes: z.int(),
  checklist: z.array(z.object({ item: z.string(), count: z.int() })),
  report: z
    .object({ at: Moment, name: z.string(), phone: z.string(), photograph: z.boolean() })
    .nullable()
    .meta({ description: 'What whoever scanned the slip says; reported until the school confirms it' }),
  arrivedOn: z.string().nullable(),
  closedAt: Moment.nullable(),
  note: z.string().nullable(),
  keptUntil: z.string().nullable(),
  remindedAt: Moment.nullable(),
  lostCaseAt: Moment.nullable(),
  allowedStatuses: z.array(DispatchStatus).meta({ description: 'What it may become from here' }),
}).meta({ id: 'Dispatch' });

const momentOrNull = (at: number | null) => (at === null ? null : momentOf(at));
export const serialOf = ({ year, serial }: Pick<DispatchRow, 'year' | 'serial'>): string | null =>
  year === null || serial === null ? null : formatSerial({ year, serial });

export function itemOf(row: DispatchRow): z.input<typeof DispatchItem> {
  const {
    id,
    graduateId,
    name,
    studentNo,
    cohort,
    status,
    target,
    carrier,
    trackingNumber,
    preparedAt,
    sentAt,
    numberLive,
    newest,
    remindedAt,
    lostCaseAt,
  } = row;
  const attention = attentionOf({ status, numberLive, newest, reminded: remindedAt !== null, lostCase: lostCaseAt !== null });
  return {
    id,
    graduateId,
    name,
    studentNo,
    cohort,
    status,
    serial: serialOf(row),
    unitName: target?.unitName ?? null,
    carrier,
    trackingNumber,
    preparedAt: momentOf(preparedAt),
    sentAt: momentOrNull(sentAt),
    needsAttention: attention ? { reason: attention.reason, next: [...attention.next] } : null,
  };
}

export function detailOf(row: DispatchRow): z.input<typeof DispatchDetail> {
  const {
    target,
    office,
    volumes,
    checklist,
    reportedAt,
    reporterName,
    reporterPhone,
    photographKey,
    arrivedOn,
    closedAt,
    note,
    keptUntil,
    remindedAt,
    lostCaseAt,
    status,
  } = row;
  return {
    ...itemOf(row),
    target,
    office,
    volumes,
    checklist,
    report:
      reportedAt === null
        ? null
        : { at: momentOf(reportedAt), name: reporterName ?? '', phone: reporterPhone ?? '', photograph: photographKey !== null },
    arrivedOn,
    closedAt: momentOrNull(closedAt),
    note,
    keptUntil,
    remindedAt: momentOrNull(remindedAt),
    lostCaseAt: momentOrNull(lostCaseAt),
    allowedStatuses: [...dispatchTransitions[status]],
  };
}

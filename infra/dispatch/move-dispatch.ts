import { refuseMove } from '../../domain/dispatch/decide-dispatch.ts';
import type { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import { shanghaiDate } from '../../domain/calendar/shanghai.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { NotificationEvent } from '../../domain/notifications/events.ts';
import type { NotificationParams } from '../../domain/notifications/templates.ts';
import type { Connection } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { readClock } from '../record/clock.ts';
import { insert, timestamp, update } from '../record/statement.ts';
import { auditDispatch, lockDispatch, type DispatchActor, type DispatchRow } from './dispatch-store.ts';
import type { DispatchWriter } from './prepare-dispatch.ts';
import { refused } from './refused.ts';

export interface DispatchMove {
  readonly to: DispatchStatus;
  readonly actor: DispatchActor;
  /** What is written along with the status. */
  readonly details?: Partial<
    Pick<
      DispatchRow,
      'carrier' | 'trackingNumber' | 'note' | 'arrivedOn' | 'reporterName' | 'reporterPhone' | 'photographKey' | 'photographType'
    >
  >;
}

const instantOf: Partial<Record<DispatchStatus, string>> = { SENT: 'sentAt', REPORTED: 'reportedAt' };

/** Takes a dispatch on, writes who did it and tells the graduate. Throws RefusalError for what the table does not allow. */
export function moveDispatch(writer: DispatchWriter, id: string, { to, actor, details = {} }: DispatchMove): Promise<DispatchRow> {
  return inTransaction(writer.pool, async (connection) => {
    const before = await lockDispatch(connection, id);
    if (!before) throw new RefusalError('NOT_FOUND');
    const refusal = refuseMove(before.status, to);
    if (refusal) throw refused(refusal);
    const now = await readClock(connection);
    refuseImpossibleDay(before, details.arrivedOn ?? null, now);
    const { text, values } = update('dispatch', id, { status: to, [instantOf[to] ?? 'closedAt']: timestamp(now), ...details });
    await connection.query(text, [...values]);
    // What never left has no workflow.
    if (to !== 'CANCELLED') await connection.query('UPDATE "dispatch" SET "version" = "version" + 1 WHERE "id" = $1', [id]);
    await auditDispatch(connection, writer.cipher, before, { action: `DISPATCH_${to}`, actor, values: details });
    const after = { ...before, ...details, status: to };
    await tell(connection, writer, after, now);
    return after;
  });
}

/** What arrived did so between the day it was sent and today. */
function refuseImpossibleDay({ sentAt }: DispatchRow, arrivedOn: string | null, now: number): void {
  if (arrivedOn === null) return;
  if (arrivedOn > shanghaiDate(now) || (sentAt !== null && arrivedOn < shanghaiDate(sentAt)))
    throw new RefusalError('INVALID_REQUEST', { fields: [{ field: 'arrivedOn', code: 'DATES_OUT_OF_ORDER' }] });
}

async function tell(connection: Connection, { newId }: DispatchWriter, dispatch: DispatchRow, now: number): Promise<void> {
  const { name, carrier, status } = dispatch;
  const on = shanghaiDate(now);
  if (status === 'SENT' && carrier !== null) await tellGraduate(connection, newId(), dispatch, 'dispatch.sent', { name, on, carrier }, now);
  if (status === 'RECEIVED')
    await tellGraduate(connection, newId(), dispatch, 'dispatch.received', { name, on: dispatch.arrivedOn ?? on }, now);
}

async function tellGraduate<E extends NotificationEvent>(
  connection: Connection,
  id: string,
  { id: step, graduateId }: DispatchRow,
  event: E,
  params: NotificationParams<E>,
  now: number,
): Promise<void> {
  const at = timestamp(now);
  const { text, values } = insert('notification', {
    id,
    recipientKind: 'GRADUATE',
    recipientId: graduateId,
    graduateId,
    event,
    step,
    params: JSON.stringify(params),
    createdAt: at,
    nextAttemptAt: at,
  });
  await connection.query(text, [...values]);
}

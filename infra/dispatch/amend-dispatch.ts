import { isUnderway } from '../../domain/dispatch/dispatch-status.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { auditDispatch, lockDispatch, type DispatchActor, type DispatchRow } from './dispatch-store.ts';
import type { DispatchWriter } from './prepare-dispatch.ts';

const findLiveNumber = `SELECT "id" FROM "transfer_number" WHERE "graduateId" = $1 AND "kind" = 'DOSSIER' AND "status" = 'ACTIVE' AND "deadline" > app_now()`;

/** X30: another live number stands on the slip from now on, under the same serial. Throws RefusalError. */
export function reissueSlip(writer: DispatchWriter, id: string, actor: DispatchActor): Promise<void> {
  return amend(writer, id, async (connection, before) => {
    if (before.status !== 'PREPARED' && !isUnderway(before.status)) throw new RefusalError('DISPATCH_ELSEWHERE', { clause: 'X30' });
    const {
      rows: [live],
    } = await connection.query<{ id: string }>(findLiveNumber, [before.graduateId]);
    if (!live) throw new RefusalError('TRANSFER_NUMBER_MISSING', { clause: 'X30' });
    if (live.id === before.transferNumberId) throw new RefusalError('TRANSFER_NUMBER_CURRENT', { clause: 'X30' });
    await connection.query('UPDATE "dispatch" SET "transferNumberId" = $2 WHERE "id" = $1', [id, live.id]);
    await auditDispatch(connection, writer.cipher, before, { action: 'DISPATCH_REISSUED', actor, values: { transferNumberId: live.id } });
  });
}

/** The courier's number of a file that is on its way already. Throws RefusalError. */
export function setTrackingNumber(writer: DispatchWriter, id: string, trackingNumber: string, actor: DispatchActor): Promise<void> {
  return amend(writer, id, async (connection, before) => {
    if (before.status !== 'SENT') throw new RefusalError('DISPATCH_ELSEWHERE', { clause: 'R62' });
    await connection.query('UPDATE "dispatch" SET "trackingNumber" = $2 WHERE "id" = $1', [id, trackingNumber]);
    await auditDispatch(connection, writer.cipher, before, { action: 'DISPATCH_TRACKED', actor, values: { trackingNumber } });
  });
}

function amend(
  { pool }: { readonly pool: Pool },
  id: string,
  work: (connection: Parameters<Parameters<typeof inTransaction>[1]>[0], before: DispatchRow) => Promise<void>,
): Promise<void> {
  return inTransaction(pool, async (connection) => {
    const before = await lockDispatch(connection, id);
    if (!before) throw new RefusalError('NOT_FOUND');
    await work(connection, before);
  });
}

import type { Checklist } from '../../domain/dispatch/checklist.ts';
import { decidePreparation, refuseKeeping } from '../../domain/dispatch/decide-dispatch.ts';
import type { DispatchOffice } from '../../domain/dispatch/dispatch-content.ts';
import { holdingStatuses, type DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import type { DispatchSerial } from '../../domain/dispatch/serial.ts';
import { addDays, addMonths } from '../../domain/calendar/date-arithmetic.ts';
import { shanghaiDate } from '../../domain/calendar/shanghai.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Pool, Queryable } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { readClock } from '../record/clock.ts';
import { findGraduate, lockGraduate } from '../record/load-graduate.ts';
import { insert, timestamp } from '../record/statement.ts';
import { auditDispatch, type DispatchActor } from './dispatch-store.ts';
import { refused } from './refused.ts';

export interface DispatchWriter {
  readonly pool: Pool;
  readonly cipher: FieldCipher;
  readonly newId: () => string;
}

export interface Preparation {
  readonly graduateId: string;
  readonly office: DispatchOffice;
  readonly volumes: number;
  readonly checklist: Checklist;
  readonly actor: DispatchActor;
}

// Whoever takes a serial holds the row until the commit, so a preparation that fails gives its serial back.
const takeSerial = `INSERT INTO "dispatch_serial" ("schoolId", "year", "last") VALUES ($1, $2, 1)
  ON CONFLICT ("schoolId", "year") DO UPDATE SET "last" = "dispatch_serial"."last" + 1 RETURNING "year", "last" AS "serial"`;
const releaseKept = `UPDATE "dispatch" SET "status" = 'RELEASED', "closedAt" = $2, "version" = "version" + 1, "followedVersion" = "version" + 1 WHERE "graduateId" = $1 AND "status" = 'KEPT_AT_SCHOOL'`;

/** Makes one file ready under the next serial (R64). Throws RefusalError, and then no serial is used. */
export function prepareDispatch(
  { pool, cipher, newId }: DispatchWriter,
  { graduateId, office, volumes, checklist, actor }: Preparation,
): Promise<DispatchSerial & { readonly id: string }> {
  return inTransaction(pool, async (connection) => {
    const { state, auditKeySealed, holding, now } = await lockSubject(connection, graduateId);
    const prepared = decidePreparation(state, holding, now);
    if ('refusal' in prepared) throw refused(prepared.refusal);
    const subject = { graduateId, schoolId: state.schoolId, auditKeySealed };
    if (holding === 'KEPT_AT_SCHOOL') {
      await connection.query(releaseKept, [graduateId, timestamp(now)]);
      await auditDispatch(connection, cipher, subject, { action: 'DISPATCH_RELEASED', actor, values: {} });
    }
    const id = newId();
    // The last thing that may wait: others of this school wait behind it.
    const {
      rows: [taken],
    } = await connection.query<DispatchSerial>(takeSerial, [state.schoolId, Number(shanghaiDate(now).slice(0, 4))]);
    if (!taken) throw new Error('no serial was taken');
    const { transferNumberId, target } = prepared;
    const { text, values } = insert('dispatch', {
      id,
      graduateId,
      schoolId: state.schoolId,
      status: 'PREPARED',
      ...taken,
      transferNumberId,
      target: JSON.stringify(target),
      office: JSON.stringify(office),
      volumes,
      checklist: JSON.stringify(checklist),
      preparedBy: actor.id,
      preparedAt: timestamp(now),
    });
    await connection.query(text, [...values]);
    await auditDispatch(connection, cipher, subject, {
      action: 'DISPATCH_PREPARED',
      actor,
      values: { ...taken, target, office, volumes, checklist },
    });
    return { id, ...taken };
  });
}

const keptMonths = 24;

/** The file stays for two years (F1), an outcome of its own without a serial. Throws RefusalError. */
export function keepAtSchool(
  { pool, cipher, newId }: DispatchWriter,
  { graduateId, note, actor }: { graduateId: string; note: string; actor: DispatchActor },
): Promise<string> {
  return inTransaction(pool, async (connection) => {
    const { state, auditKeySealed, holding, now } = await lockSubject(connection, graduateId);
    const refusal = refuseKeeping(state, holding);
    if (refusal) throw refused(refusal);
    const id = newId();
    const { graduatedAt } = state.basic;
    const keptUntil = addDays(addMonths(`${graduatedAt.slice(0, 4)}-${graduatedAt.slice(4)}-01`, keptMonths + 1), -1);
    const { text, values } = insert('dispatch', {
      id,
      graduateId,
      schoolId: state.schoolId,
      status: 'KEPT_AT_SCHOOL',
      checklist: '[]',
      note,
      keptUntil,
      preparedBy: actor.id,
      preparedAt: timestamp(now),
    });
    await connection.query(text, [...values]);
    await auditDispatch(
      connection,
      cipher,
      { graduateId, schoolId: state.schoolId, auditKeySealed },
      { action: 'DISPATCH_KEPT_AT_SCHOOL', actor, values: { note, keptUntil } },
    );
    return id;
  });
}

async function lockSubject(connection: Queryable, graduateId: string) {
  if (!(await lockGraduate(connection, graduateId))) throw new RefusalError('NOT_FOUND');
  const loaded = await findGraduate(connection, graduateId);
  if (!loaded) throw new RefusalError('NOT_FOUND');
  const { rows } = await connection.query<{ status: DispatchStatus }>(
    'SELECT "status" FROM "dispatch" WHERE "graduateId" = $1 AND "status" = ANY ($2)',
    [graduateId, holdingStatuses],
  );
  return { ...loaded, holding: rows[0]?.status ?? null, now: await readClock(connection) };
}

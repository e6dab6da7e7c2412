import type { Carrier } from '../../domain/dispatch/carrier.ts';
import type { Checklist } from '../../domain/dispatch/checklist.ts';
import type { DispatchOffice, DispatchTarget } from '../../domain/dispatch/dispatch-content.ts';
import type { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Queryable } from '../database/pool.ts';
import { auditAccess, type AccessEvent } from '../identity/audit-access.ts';

/** Who does something to a dispatch: somebody of the staff, whoever holds the slip, or the clock. */
export interface DispatchActor {
  readonly id: string;
  readonly role: string;
}

/** A dispatch as it stands, instants in milliseconds, with what of its graduate goes along with it. */
export interface DispatchRow {
  readonly id: string;
  readonly schoolId: string;
  readonly graduateId: string;
  readonly status: DispatchStatus;
  readonly year: number | null;
  readonly serial: number | null;
  readonly transferNumberId: string | null;
  readonly target: DispatchTarget | null;
  readonly office: DispatchOffice | null;
  readonly volumes: number;
  readonly checklist: Checklist;
  readonly carrier: Carrier | null;
  readonly trackingNumber: string | null;
  readonly note: string | null;
  readonly keptUntil: string | null;
  readonly arrivedOn: string | null;
  readonly preparedAt: number;
  readonly sentAt: number | null;
  readonly reportedAt: number | null;
  readonly closedAt: number | null;
  readonly remindedAt: number | null;
  readonly lostCaseAt: number | null;
  readonly reporterName: string | null;
  readonly reporterPhone: string | null;
  readonly photographKey: string | null;
  readonly photographType: string | null;
  readonly name: string;
  readonly studentNo: string;
  readonly cohort: number;
  readonly schoolName: string;
  readonly provinceCode: string;
  readonly auditKeySealed: string | null;
  /** Whether the number on its slip verifies, by the clock (R42). */
  readonly numberLive: boolean;
  /** True for the newest of its graduate. */
  readonly newest: boolean;
}

/** From `dispatch d`; a condition and an order follow. */
export const selectDispatch = `SELECT d.*, g."name", g."studentNo", g."cohort", g."auditKeySealed", s."name" AS "schoolName", s."provinceCode",
    coalesce(n."status" = 'ACTIVE' AND n."deadline" > app_now(), false) AS "numberLive",
    NOT EXISTS (SELECT FROM "dispatch" later WHERE later."graduateId" = d."graduateId" AND later."id" > d."id") AS "newest"
  FROM "dispatch" d JOIN "graduate" g ON g."id" = d."graduateId" JOIN "school" s ON s."id" = d."schoolId" LEFT JOIN "transfer_number" n ON n."id" = d."transferNumberId"`;

export async function findDispatch(database: Queryable, id: string): Promise<DispatchRow | undefined> {
  const { rows } = await database.query<DispatchRow>(`${selectDispatch} WHERE d."id" = $1`, [id]);
  return rows[0];
}

/** The same, kept from everybody else until the transaction ends. Locked in a statement of its own: one that waited keeps its old view of the rest. */
export async function lockDispatch(connection: Queryable, id: string): Promise<DispatchRow | undefined> {
  await connection.query('SELECT FROM "dispatch" WHERE "id" = $1 FOR UPDATE', [id]);
  return findDispatch(connection, id);
}

/** One audit row about the file of a graduate. */
export function auditDispatch(
  connection: Queryable,
  cipher: FieldCipher,
  { graduateId, schoolId, auditKeySealed }: Pick<DispatchRow, 'graduateId' | 'schoolId' | 'auditKeySealed'>,
  { action, actor, values }: { action: AccessEvent['action']; actor: DispatchActor; values: Readonly<Record<string, unknown>> },
): Promise<void> {
  return auditAccess(connection, cipher, {
    action,
    actor,
    graduate: { id: graduateId, schoolId, auditKeySealed },
    fields: Object.keys(values),
    values,
  });
}

import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Queryable } from '../database/pool.ts';
import { auditAccess, type AccessEvent } from '../identity/audit-access.ts';

interface Reading {
  readonly action: 'EVIDENCE_READ' | 'DISPATCH_PHOTOGRAPH_READ';
  readonly actor: AccessEvent['actor'];
  readonly graduateId: string;
  /** The section and the id of the evidence, or the id of the dispatch. */
  readonly fields: readonly string[];
}

interface Row {
  readonly id: string;
  readonly schoolId: string;
  readonly auditKeySealed: string | null;
  readonly known: boolean;
}

const find = `SELECT g."id", g."schoolId", g."auditKeySealed", EXISTS (
    SELECT FROM "audit_event" a WHERE a."graduateId" = g."id" AND a."action" = $2 AND a."actor" = $3 AND a."fields" = $4 AND a."at" > app_now() - interval '1 hour') AS "known"
  FROM "graduate" g WHERE g."id" = $1`;

/**
 * Who of the staff has looked at a file of a graduate's, which the graduate reads in the history: one row for each reader, file and hour, since a page
 * that is opened again, turned or zoomed is the same look. Two requests at one instant may write two.
 */
export async function auditReading(pool: Queryable, cipher: FieldCipher, { action, actor, graduateId, fields }: Reading): Promise<void> {
  const {
    rows: [row],
  } = await pool.query<Row>(find, [graduateId, action, actor.id, fields]);
  if (!row) throw new Error('a file of no graduate');
  const { known, ...graduate } = row;
  if (!known) await auditAccess(pool, cipher, { action, actor, graduate, fields });
}

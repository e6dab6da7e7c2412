import type { KeyObject } from 'node:crypto';
import type { RosterRow } from '../../domain/roster/roster-row.ts';
import { sealBytes } from '../crypto/aes-gcm.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { identityNumberContext } from '../identity/identity-index.ts';
import { createAuditKey } from '../record/audit-rows.ts';

/** What of a graduate to be is under keys. */
export interface SealedGraduate {
  readonly id: string;
  readonly idNumberSealed: string;
  readonly auditKey: KeyObject;
  readonly auditKeySealed: string;
  /** The values of the audit row of the import. */
  readonly payloadSealed: string;
}

/** Seals what a row becomes if it is put on the roster; beforehand, so that no transaction waits for the processor. */
export function sealGraduate(
  { cipher, newId }: { cipher: FieldCipher; newId: () => string },
  importId: string,
  rowNumber: number,
  row: RosterRow,
): SealedGraduate {
  const id = newId();
  const { key: auditKey, sealed: auditKeySealed } = createAuditKey(cipher, id);
  const payload = JSON.stringify({ importId, rowNumber, cohort: row.cohort, collegeId: row.collegeId, basic: row.basic });
  return {
    id,
    auditKey,
    auditKeySealed,
    idNumberSealed: cipher.seal(row.idNumber, identityNumberContext(id)),
    payloadSealed: sealBytes(auditKey, Buffer.from(payload), Buffer.from(`audit:${id}`)).toString('base64url'),
  };
}

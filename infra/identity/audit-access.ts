import { createHash } from 'node:crypto';
import type { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import { sealBytes } from '../crypto/aes-gcm.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Queryable } from '../database/pool.ts';
import { openAuditKey } from '../record/audit-rows.ts';

/** What happens to a file on its way: the status it came to, or something that left it there. */
type DispatchAction = `DISPATCH_${DispatchStatus | 'TRACKED' | 'REISSUED' | 'OVERDUE' | 'LOST_CASE' | 'PHOTOGRAPH_READ'}`;

/** What a school does to the accounts of its staff, and they to their own. */
type StaffAction =
  | 'STAFF_INVITED'
  | 'POST_GIVEN'
  | 'POST_ENDED'
  | 'CLASS_GIVEN'
  | 'CLASS_TAKEN'
  | 'ACCOUNT_LOCKED'
  | 'ACCOUNT_UNLOCKED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_CHANGED'
  | 'SECOND_FACTOR_RESET';

/** What may happen to a record beside the decisions: who may sign in for it, what their sign-in account says, where the file is, that its owner took a copy, and who of the staff has looked at what is masked, or at a file. */
export interface AccessEvent {
  readonly action:
    | 'ACCOUNT_BOUND'
    | 'ACCOUNT_UNBOUND'
    | 'CONTACT_TAKEN_OVER'
    | 'CONSENT_GIVEN'
    | 'COPY_TAKEN'
    | 'PERSONAL_DATA_REVEALED'
    | 'EVIDENCE_READ'
    | 'SECOND_FACTOR_ENROLLED'
    | 'NOTIFICATION_RESENT'
    | 'CHASE_LIST_EXPORTED'
    | 'ROSTER_REPORT_DOWNLOADED'
    | DispatchAction
    | StaffAction;
  readonly actor: { readonly id: string; readonly role: string };
  readonly graduate: { readonly id: string; readonly schoolId: string; readonly auditKeySealed: string | null } | null;
  /** The school it happened in, where it is about no graduate. */
  readonly schoolId?: string | null;
  readonly fields: readonly string[];
  readonly values?: Readonly<Record<string, unknown>>;
}

const insertRow = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "graduateId", "schoolId", "fields", "payloadSealed", "digest")
  VALUES (app_now(), $1, $2, $3, $4, $5, $6, $7, $8)`;

/** One audit row in the form the decisions write theirs: names of fields in the clear, values under the graduate's key. */
export async function auditAccess(
  connection: Queryable,
  cipher: FieldCipher,
  { action, actor, graduate, schoolId, fields, values = {} }: AccessEvent,
): Promise<void> {
  const key = graduate && openAuditKey(cipher, graduate.id, graduate.auditKeySealed);
  const sealed = key && sealBytes(key, Buffer.from(JSON.stringify(values)), Buffer.from(`audit:${graduate.id}`)).toString('base64url');
  const digest = createHash('sha256')
    .update(sealed ?? '')
    .digest('hex');
  await connection.query(insertRow, [
    actor.id,
    actor.role,
    action,
    graduate?.id ?? null,
    graduate?.schoolId ?? schoolId ?? null,
    fields,
    sealed,
    digest,
  ]);
}

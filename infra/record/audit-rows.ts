import { createSecretKey, hash, type KeyObject } from 'node:crypto';
import type { RegistrationEvent } from '../../domain/decision/events.ts';
import { sealBytes } from '../crypto/aes-gcm.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { randomBytes } from '../crypto/secure-random.ts';
import { insert, timestamp, type Statement } from './statement.ts';

export interface AuditScope {
  readonly at: number;
  readonly actor: { readonly id: string; readonly role: string };
  readonly graduateId: string;
  readonly schoolId: string;
  readonly commandId: string | null;
  readonly rulePack: string;
  readonly key: KeyObject | null;
}

/** The place a graduate's sealed audit key is bound to. */
export const auditKeyContext = (graduateId: string): string => `audit-key:${graduateId}`;

/** A new key for the values in one graduate's audit rows, and the same sealed for the graduate's row. */
export function createAuditKey(cipher: FieldCipher, graduateId: string): { readonly key: KeyObject; readonly sealed: string } {
  const bytes = randomBytes(32);
  return { key: createSecretKey(bytes), sealed: cipher.seal(bytes.toString('base64'), auditKeyContext(graduateId)) };
}

export function openAuditKey(cipher: FieldCipher, graduateId: string, sealed: string | null): KeyObject | null {
  return sealed === null ? null : createSecretKey(Buffer.from(cipher.open(sealed, auditKeyContext(graduateId)), 'base64'));
}

/** What the clock does to many at once holds nothing but names, which stand in the clear: the sweep writes the same rows. */
const withoutValues: ReadonlySet<RegistrationEvent['type']> = new Set(['CUTOFF_RECORDED', 'SECTION_LAPSED']);
/** Digest of the sealed values where there are none. */
export const emptyDigest = hash('sha256', '');

/** One audit row per event. */
export const auditRow = (event: RegistrationEvent, scope: AuditScope): Statement => insert('audit_event', auditValues(event, scope));

/** The columns of an audit row. Values are under the graduate's own key, so erasing the key erases them and the chain still holds. */
export function auditValues(event: RegistrationEvent, scope: AuditScope): Readonly<Record<string, unknown>> {
  const { type, ...values } = withoutNumber(event);
  const text = JSON.stringify(values);
  const payloadSealed = withoutValues.has(type)
    ? null
    : scope.key && sealBytes(scope.key, Buffer.from(text), Buffer.from(`audit:${scope.graduateId}`)).toString('base64url');
  return {
    at: timestamp(scope.at),
    actor: scope.actor.id,
    actorRole: scope.actor.role,
    action: type,
    graduateId: scope.graduateId,
    schoolId: scope.schoolId,
    commandId: scope.commandId,
    fields: fieldsOf(event),
    rulePack: scope.rulePack,
    payloadSealed,
    // Over the sealed values: a digest of the plain ones could be guessed back (a name, a code).
    digest: hash('sha256', payloadSealed ?? ''),
  };
}

/** A number never stands in the audit log, sealed or not (R25, R36). */
function withoutNumber(event: RegistrationEvent): RegistrationEvent | Omit<RegistrationEvent, 'number'> {
  if (event.type !== 'GRANT_ISSUED' && event.type !== 'TRANSFER_NUMBER_ISSUED') return event;
  const { number: _, ...rest } = event;
  return rest;
}

/** Names of what changed, in the clear. */
function fieldsOf(event: RegistrationEvent): readonly string[] {
  switch (event.type) {
    case 'SECTION_SUBMITTED':
      return [event.version.section, ...Object.keys(event.version.content)];
    case 'SECTION_APPROVED':
      return [event.section, ...event.changedFields];
    case 'SECTION_RETURNED':
      return [event.section, ...event.fields];
    case 'SECTION_FORWARDED':
    case 'SECTION_WITHDRAWN':
    case 'SECTION_LAPSED':
    case 'SECTION_VOIDED':
    case 'REVIEW_OVERDUE':
      return [event.section];
    case 'CONFIRMATION_CHANGED':
      return [event.from, event.to, event.cause];
    case 'GRANT_ISSUED':
      return [event.grant.kind];
    case 'TRANSFER_NUMBER_ISSUED':
      return [event.transferNumber.kind];
    case 'GRANT_ENDED':
    case 'TRANSFER_NUMBER_ENDED':
      return [event.kind, event.status];
    case 'BASIC_INFORMATION_CORRECTED':
    case 'GRADUATE_PLACED':
    case 'TICKET_OPENED':
      return event.fields;
    case 'TICKET_ANSWERED':
      return [event.kind, event.status];
    case 'SECTION_OPENED':
      return [event.opening.section];
    case 'OPENING_CLOSED':
      return [event.section];
    case 'EXCEPTION_REQUESTED':
      return [event.scope];
    case 'EXCEPTION_ANSWERED':
      return [event.scope, event.status];
    case 'REMINDED_BY_STAFF':
      return event.steps;
    case 'REMINDED':
      return event.reminders.map(({ step }) => step);
    case 'BASIC_INFORMATION_CHECKED':
    case 'BASIC_CHECK_REOPENED':
    case 'GRADUATE_REMOVED':
    case 'CUTOFF_RECORDED':
    case 'SERVICE_ENDED':
      return [];
  }
}

import type { RegistrationEvent } from '../../../domain/decision/events.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import { ReminderStep } from '../../../domain/rule-packs/rule-pack.ts';

/** At least one event of each type about a registered graduate with grants, with every variant that is told differently. */
export function allEvents({ sections, grants, transferNumbers }: GraduateState): RegistrationEvent[] {
  const { DESTINATION, DOSSIER } = sections;
  const versionId = DESTINATION.current?.id ?? '';
  const section = 'DESTINATION';
  const [grant] = grants;
  const [transferNumber] = transferNumbers;
  if (!grant || !transferNumber || !DOSSIER.current) throw new Error('a registered graduate with grants is needed');
  const { id: grantId, kind } = grant;
  const confirmation = { type: 'CONFIRMATION_CHANGED', digest: null, text: 'free text', fields: ['entityName'] } as const;
  return [
    { type: 'BASIC_INFORMATION_CHECKED' },
    {
      type: 'TICKET_OPENED',
      ticketId: 'ticket-1',
      kind: 'BASIC_INFORMATION',
      fields: ['name'],
      note: 'free text',
      proposed: null,
      evidenceIds: [],
    },
    { type: 'TICKET_ANSWERED', ticketId: 'ticket-1', kind: 'BASIC_INFORMATION', status: 'RESOLVED', answer: 'free text' },
    { type: 'BASIC_CHECK_REOPENED' },
    { type: 'BASIC_INFORMATION_CORRECTED', changes: { name: '示例更名' }, sealedIdNumber: null, fields: ['name'], reason: 'free text' },
    { type: 'SECTION_SUBMITTED', version: DOSSIER.current },
    { type: 'SECTION_FORWARDED', versionId, section, by: 'reviewer' },
    { type: 'SECTION_RETURNED', versionId, section, desk: 'COLLEGE', by: 'reviewer', reason: 'OTHER', text: 'free text', fields: [] },
    { type: 'SECTION_WITHDRAWN', versionId, section },
    { type: 'SECTION_LAPSED', versionId, section },
    { type: 'SECTION_APPROVED', versionId, section, supersedes: null, changedFields: ['code'], keyChange: true },
    { type: 'SECTION_VOIDED', versionId, section, voids: versionId },
    { ...confirmation, from: 'UNCONFIRMED', to: 'DISPUTED', cause: 'GRADUATE_DISPUTED' },
    { ...confirmation, from: 'CONFIRMED', to: 'UNCONFIRMED', cause: 'KEY_FIELD_CHANGED' },
    { ...confirmation, from: 'DISPUTED', to: 'UNCONFIRMED', cause: 'CORRECTED' },
    { ...confirmation, from: 'NOT_REPORTED', to: 'UNCONFIRMED', cause: 'REPORTED' },
    { ...confirmation, from: 'UNCONFIRMED', to: 'CONFIRMED', cause: 'GRADUATE_CONFIRMED' },
    { ...confirmation, from: 'DISPUTED', to: 'UNCONFIRMED', cause: 'GRADUATE_RETRACTED' },
    { ...confirmation, from: 'CONFIRMED', to: 'NOT_REPORTED', cause: 'DESTINATION_VOIDED' },
    { type: 'GRANT_ISSUED', grant, number: 'VERIFICATION-SECRET' },
    { type: 'GRANT_ENDED', grantId, kind, status: 'EXPIRED' },
    { type: 'GRANT_ENDED', grantId, kind, status: 'CLOSED' },
    { type: 'GRANT_ENDED', grantId, kind, status: 'INVALIDATED' },
    { type: 'TRANSFER_NUMBER_ISSUED', transferNumber, number: 'TRANSFER-SECRET' },
    { type: 'TRANSFER_NUMBER_ENDED', transferNumberId: transferNumber.id, kind, status: 'INVALIDATED' },
    { type: 'TRANSFER_NUMBER_ENDED', transferNumberId: transferNumber.id, kind, status: 'ENDED' },
    { type: 'REVIEW_OVERDUE', versionId, section, desk: 'SCHOOL' },
    { type: 'SECTION_OPENED', opening: { id: 'opening-1', section, from: 0, until: 1 }, reason: 'free text' },
    { type: 'OPENING_CLOSED', openingId: 'opening-1', section },
    { type: 'EXCEPTION_REQUESTED', exceptionId: 'exception-1', scope: section, reason: 'free text' },
    { type: 'EXCEPTION_ANSWERED', exceptionId: 'exception-1', scope: section, status: 'GRANTED', until: 1, answer: null },
    { type: 'EXCEPTION_ANSWERED', exceptionId: 'exception-1', scope: section, status: 'REFUSED', until: null, answer: 'free text' },
    { type: 'REMINDED_BY_STAFF', steps: ['NOT_CHECKED', 'NOT_REGISTERED', 'RETURNED_NOT_RESUBMITTED', 'NOT_CONFIRMED', 'NOT_GRANTED'] },
    {
      type: 'REMINDED',
      reminders: ReminderStep.options.map((step) => ({ step, key: step === 'GRANT_ENDS' ? `${step}:${grantId}` : step })),
    },
    { type: 'CUTOFF_RECORDED' },
    { type: 'SERVICE_ENDED' },
  ];
}

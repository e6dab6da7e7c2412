import type { NotificationEvent } from '../../../domain/notifications/events.ts';
import type { NotificationParams } from '../../../domain/notifications/templates.ts';

const name = '买买提·艾力';
const endsAt = '2023-12-31 23:59:59';

/** One or more sets of parameters for each event, so that every sentence of the templates is written at least once. */
export const samples: { [E in NotificationEvent]: readonly NotificationParams<E>[] } = {
  'review.decided': [
    { name, section: 'DESTINATION', desk: 'COLLEGE', decision: 'APPROVED' },
    { name, section: 'DOSSIER', desk: 'SCHOOL', decision: 'APPROVED' },
    { name, section: 'HUKOU', desk: 'SCHOOL', decision: 'RETURNED' },
    { name, section: 'DESTINATION', desk: 'SCHOOL', decision: 'VOIDED' },
  ],
  'review.entry_returned': [{ name, section: 'HUKOU' }],
  'section.opened': [{ name, section: 'DOSSIER', until: '2023-08-20 23:59:59' }],
  'opening.requested': [{ name, section: 'DOSSIER' }],
  'opening.refused': [{ name, section: 'DESTINATION' }],
  'exception.requested': [
    { name, scope: 'HUKOU' },
    { name, scope: 'BASIC_INFORMATION' },
  ],
  'exception.answered': [
    { name, scope: 'BASIC_INFORMATION', status: 'GRANTED', until: '2023-10-10 23:59:59' },
    { name, scope: 'DESTINATION', status: 'REFUSED', until: null },
  ],
  'exception.lapsed': [{ name, section: 'DESTINATION' }],
  'reminder.staff': [
    { name, steps: [{ step: 'NOT_CHECKED' }, { step: 'NOT_GRANTED' }, { step: 'NOT_REGISTERED', sections: ['DESTINATION'] }] },
  ],
  'review.overdue': [{ desk: 'COLLEGE', count: 3, oldestDays: 5 }],
  'registration.changed': [
    { name, section: 'DESTINATION', by: 'SCHOOL', fields: ['entityName', 'entityRegion'] },
    { name, section: 'DESTINATION', by: 'IMPORT', fields: [] },
    { name, section: 'DESTINATION', by: 'PROVINCIAL_INTERFACE', fields: [] },
  ],
  'confirm.required_again': [
    { name, cause: 'KEY_FIELD_CHANGED' },
    { name, cause: 'CORRECTED' },
  ],
  'dispute.opened': [{ name }],
  'basic_information.ticket_opened': [{ name, fieldCount: 2 }],
  'basic_information.ticket_answered': [
    { name, status: 'RESOLVED' },
    { name, status: 'REFUSED' },
  ],
  'basic_information.corrected': [{ name }],
  'grant.issued': [{ name, kind: 'DOSSIER', endsAt }],
  'grant.expired': [{ name, kind: 'DOSSIER' }],
  'grant.closed': [{ name, kind: 'DOSSIER' }],
  'grant.invalidated': [
    { name, kinds: ['DOSSIER', 'HUKOU'] },
    { name, kinds: ['HUKOU'] },
  ],
  'verification.performed': [
    { name, kind: 'DOSSIER', at: '2023-07-03 09:12:00', place: '北京市' },
    { name, kind: 'DOSSIER', at: '2023-07-03 09:12:00', place: null },
  ],
  'verification.digest': [
    { name, count: 1, lookups: [{ kind: 'DOSSIER', at: '2023-07-03 09:12:00', place: null }] },
    {
      name,
      count: 25,
      lookups: [
        { kind: 'DOSSIER', at: '2023-07-03 09:12:00', place: '北京市' },
        { kind: 'HUKOU', at: '2023-07-03 09:13:00', place: null },
      ],
    },
  ],
  'transfer_number.invalidated': [{ name, kinds: ['DOSSIER', 'HUKOU'] }],
  'cutoff.approaching': [
    { audience: 'GRADUATE', name, cutoffAt: '2023-08-31 23:59:59' },
    { audience: 'SCHOOL', openCount: 12, cutoffAt: '2023-08-31 23:59:59' },
  ],
  'cutoff.reached': [
    { audience: 'GRADUATE', name, cutoffAt: '2023-08-31 23:59:59' },
    { audience: 'COLLEGE', openCount: 12, cutoffAt: '2023-08-31 23:59:59' },
  ],
  'service.ended': [{ name }],
  'school.digest': [
    { cohort: 2027, counts: { graduates: 40, overdue: 2, CHECKING: 5, CONFIRMED: 35 }, nextKind: 'DEPARTURE', nextAt: '2027-07-01' },
    { cohort: 2027, counts: { graduates: 0 }, nextKind: null, nextAt: null },
  ],
  'reminder.daily': [
    {
      name,
      steps: [
        { step: 'NOT_CHECKED' },
        { step: 'NOT_REGISTERED', sections: ['DESTINATION', 'DOSSIER'] },
        { step: 'RETURNED_NOT_RESUBMITTED', sections: ['HUKOU'] },
        { step: 'NOT_CONFIRMED' },
        { step: 'GRANT_ENDS', kind: 'DOSSIER', endsAt },
        { step: 'WINDOW_ENDS', endsAt: '2023-06-30 23:59:59' },
      ],
    },
  ],
  'dispatch.sent': [
    { name, on: '2027-07-10', carrier: 'EMS' },
    { name, on: '2027-07-10', carrier: 'CONFIDENTIAL_POST' },
    { name, on: '2027-07-10', carrier: 'MESSENGER' },
  ],
  'dispatch.received': [{ name, on: '2027-07-13' }],
  'dispatch.overdue': [
    { step: 'REMIND', days: 15 },
    { step: 'LOST_CASE', days: 45 },
  ],
};

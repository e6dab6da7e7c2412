import fc from 'fast-check';
import type { RegistrationEvent } from '../../../domain/decision/events.ts';
import { notificationsOf } from '../../../domain/notifications/notifications-of.ts';
import { provinceRecipient } from '../../../domain/notifications/province-recipient.ts';
import { renderNotification } from '../../../domain/notifications/render-notification.ts';
import { NOTIFICATION_TEMPLATES } from '../../../domain/notifications/templates.ts';
import { cutoff, july, june, minuteMs } from '../../support/domain/instants.ts';
import { granted } from '../../support/domain/journey.ts';
import { PaperRecord } from '../../support/domain/paper-record.ts';
import { randomWalk, walkSteps } from '../../support/domain/random-walk.ts';
import { allEvents } from '../../support/domain/all-events.ts';

const paper = granted();
const context = { ...paper.context(), now: cutoff + minuteMs };
const events = allEvents(paper.state);
const rowsOf = (...happened: RegistrationEvent[]) => notificationsOf(happened, paper.state, context);

/** Who is told what, for every type of event: written out, because nothing else says that nobody was forgotten. */
const told: Record<RegistrationEvent['type'], readonly string[]> = {
  BASIC_INFORMATION_CHECKED: [],
  TICKET_OPENED: ['SCHOOL basic_information.ticket_opened'],
  TICKET_ANSWERED: ['GRADUATE basic_information.ticket_answered'],
  BASIC_CHECK_REOPENED: [],
  GRADUATE_PLACED: [],
  GRADUATE_REMOVED: [],
  BASIC_INFORMATION_CORRECTED: ['GRADUATE basic_information.corrected'],
  SECTION_SUBMITTED: [],
  SECTION_FORWARDED: [],
  SECTION_RETURNED: ['GRADUATE review.decided'],
  SECTION_WITHDRAWN: [],
  SECTION_LAPSED: ['GRADUATE cutoff.reached'],
  SECTION_APPROVED: ['GRADUATE review.decided'],
  SECTION_VOIDED: ['GRADUATE review.decided'],
  CONFIRMATION_CHANGED: ['SCHOOL dispute.opened', 'GRADUATE confirm.required_again', 'GRADUATE confirm.required_again'],
  GRANT_ISSUED: ['GRADUATE grant.issued'],
  GRANT_ENDED: ['GRADUATE grant.expired', 'GRADUATE grant.closed', 'GRADUATE grant.invalidated'],
  TRANSFER_NUMBER_ISSUED: [],
  TRANSFER_NUMBER_ENDED: ['SCHOOL transfer_number.invalidated'],
  REVIEW_OVERDUE: ['SCHOOL review.overdue'],
  SECTION_OPENED: ['GRADUATE section.opened'],
  OPENING_CLOSED: [],
  EXCEPTION_REQUESTED: ['PROVINCE exception.requested'],
  EXCEPTION_ANSWERED: ['SCHOOL exception.answered', 'SCHOOL exception.answered'],
  REMINDED_BY_STAFF: ['GRADUATE reminder.staff'],
  REMINDED: ['GRADUATE reminder.daily'],
  CUTOFF_RECORDED: [],
  SERVICE_ENDED: ['GRADUATE service.ended'],
};

describe('R54 what is told of each event', () => {
  it.each(Object.keys(told) as RegistrationEvent['type'][])('R54 %s', (type) => {
    const rows = events.filter((event) => event.type === type).flatMap((event) => rowsOf(event));
    expect(rows.map(({ recipientKind, event }) => `${recipientKind} ${event}`)).toEqual(told[type]);
  });

  it.each(events.map((event) => [event.type, event] as const))(
    'R54 the params of %s are those of its template, in both languages',
    (_, event) => {
      for (const row of rowsOf(event)) {
        expect(NOTIFICATION_TEMPLATES[row.event].params.parse(row.params)).toEqual(row.params);
        expect(NOTIFICATION_TEMPLATES[row.event].audiences).toContain(row.recipientKind);
        for (const lang of ['zh', 'en'] as const) expect(renderNotification(row.event, row.params, lang).text).toMatch(/\S/);
      }
    },
  );

  it('R25 R36 no number, text or reason travels in the params', () => {
    const text = JSON.stringify(events.flatMap((event) => rowsOf(event)).map(({ params }) => params));
    for (const secret of ['VERIFICATION-SECRET', 'TRANSFER-SECRET', 'free text', 'index-1']) expect(text).not.toContain(secret);
  });

  it('R36 the graduate is never told of a transfer number, the school never of a grant', () => {
    const rows = events.flatMap((event) => rowsOf(event));
    expect(rows.filter(({ recipientKind, event }) => recipientKind === 'GRADUATE' && event.startsWith('transfer_number'))).toEqual([]);
    expect(rows.filter(({ recipientKind, event }) => recipientKind === 'SCHOOL' && event.startsWith('grant'))).toEqual([]);
  });

  it('R54 the recipients are the graduate, the school and the province of the record', () => {
    for (const { recipientKind, recipientId } of events.flatMap((event) => rowsOf(event))) {
      expect(recipientId).toBe(
        { GRADUATE: paper.state.id, SCHOOL: paper.state.schoolId, PROVINCE: provinceRecipient(paper.state.provinceCode) }[recipientKind],
      );
    }
  });

  it('R28 R32 numbers that die together are one message', () => {
    const ended = (kind: 'DOSSIER' | 'HUKOU'): RegistrationEvent => ({ type: 'GRANT_ENDED', grantId: kind, kind, status: 'INVALIDATED' });
    expect(rowsOf(ended('DOSSIER'), ended('HUKOU'))).toMatchObject([
      { event: 'grant.invalidated', params: { kinds: ['DOSSIER', 'HUKOU'] } },
    ]);
  });

  it('R55 two sections that lapse are one message', () => {
    const lapsed = (section: 'DOSSIER' | 'HUKOU'): RegistrationEvent => ({ type: 'SECTION_LAPSED', versionId: section, section });
    expect(rowsOf(lapsed('DOSSIER'), lapsed('HUKOU'))).toHaveLength(1);
  });

  it('R56 the reminder of the window names the end of the graduate’s own window', () => {
    const closing = new PaperRecord({ now: june, calendar: { registrationClosesAt: july } });
    const [row] = notificationsOf(
      [{ type: 'REMINDED', reminders: [{ step: 'WINDOW_ENDS', key: 'WINDOW_ENDS' }] }],
      closing.state,
      closing.context(),
    );
    expect(row?.params).toMatchObject({ steps: [{ step: 'WINDOW_ENDS', endsAt: '2027-06-30 23:59:59' }] });
    const early = new PaperRecord({ now: june, calendar: { registrationClosesAt: june } });
    const [earlier] = notificationsOf(
      [{ type: 'REMINDED', reminders: [{ step: 'WINDOW_ENDS', key: 'WINDOW_ENDS' }] }],
      early.state,
      early.context(),
    );
    expect(earlier?.params).toMatchObject({ steps: [{ step: 'WINDOW_ENDS', endsAt: '2027-06-10 11:59:59' }] });
  });

  it('R54 over any season every message can be written, and no recipient gets the same event and step twice', () => {
    fc.assert(
      fc.property(walkSteps(60), (walk) => {
        const season = randomWalk(new PaperRecord(), walk);
        const keys = season.told.map(({ recipientKind, recipientId, event, step }) => [recipientKind, recipientId, event, step].join(' '));
        expect(new Set(keys).size).toBe(keys.length);
        for (const { event, params } of season.told) expect(renderNotification(event, params, 'zh').subject).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });
});

import { openApplication, type TestApplication } from './support/application.ts';
import type { Client } from './support/client.ts';
import { createWorld, somebodyAs, type World } from './support/world.ts';

let app: TestApplication;
let world: World;
let admin: Client;
const told: string[] = [];
beforeAll(async () => {
  app = await openApplication({
    replace: () => ({
      startCalendars: async (schoolId) => {
        told.push(schoolId);
      },
    }),
  });
  world = await createWorld(app, '110000');
  admin = await somebodyAs(app, 'SCHOOL_ADMIN', world);
});
afterAll(() => app?.close());

const none = {
  registrationOpensAt: null,
  registrationClosesAt: null,
  dossierClosesAt: null,
  confirmationOpensAt: null,
  confirmationClosesAt: null,
  departureAt: null,
};
const address = '/api/calendars/2027';

describe('the calendar of a school', () => {
  it('R55 R56 shows what comes when, and how many stand where', async () => {
    const { body } = await admin.get(address);
    expect(body).toMatchObject({
      cohort: 2027,
      dates: none,
      cutoff: { text: '2027-08-31 23:59:59' },
      counts: { graduates: 1, overdue: 1 },
      snapshots: [],
      steps: expect.arrayContaining([
        expect.objectContaining({ kind: 'DEPARTURE', doneAt: null }),
        expect.objectContaining({ kind: 'CUTOFF', doneAt: null }),
      ]),
    });
  });

  it('R56 takes the school’s dates, writes who set them, tells the calendar and every open lifecycle', async () => {
    const dates = {
      ...none,
      registrationOpensAt: '2027-05-01T08:00:00+08:00',
      confirmationOpensAt: '2027-06-28T00:00:00+08:00',
      confirmationClosesAt: '2027-07-04T00:00:00+08:00',
    };
    expect(await admin.post(address, dates)).toMatchObject({
      status: 200,
      body: { dates: { registrationOpensAt: '2027-05-01T00:00:00.000Z' } },
    });
    expect(told).toEqual([world.people.school.schoolId]);
    const { rows: audit } = await app.record.pool.query(
      `SELECT "actorRole", "fields" FROM "audit_event" WHERE "action" = 'CALENDAR_CHANGED' AND "schoolId" = $1`,
      [world.people.school.schoolId],
    );
    expect(audit).toEqual([
      { actorRole: 'SCHOOL_ADMIN', fields: ['2027', 'registrationOpensAt', 'confirmationOpensAt', 'confirmationClosesAt'] },
    ]);
    const { rows: outbox } = await app.record.pool.query('SELECT 1 FROM "outbox" WHERE "graduateId" = $1', [world.ids.graduate]);
    expect(outbox).toHaveLength(1);
  });

  it.each([
    [
      'an end before its beginning',
      { confirmationOpensAt: '2027-07-02T00:00:00+08:00', confirmationClosesAt: '2027-07-01T00:00:00+08:00' },
      'confirmationOpensAt',
      'DATES_OUT_OF_ORDER',
    ],
    [
      'a date beyond the national cutoff',
      { registrationClosesAt: '2027-09-02T00:00:00+08:00' },
      'registrationClosesAt',
      'DATES_OUT_OF_ORDER',
    ],
    ['a departure in the past', { departureAt: '2020-07-01T00:00:00+08:00' }, 'departureAt', 'DATES_OUT_OF_ORDER'],
    ['no instant', { departureAt: '1 July' }, 'departureAt', 'INSTANT_IMPOSSIBLE'],
  ])('R55 R56 refuses %s and changes nothing', async (_, wrong, field, code) => {
    const before = (await admin.get(address)).body;
    expect(await admin.post(address, { ...none, ...wrong })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST', fields: [{ field, code }] },
    });
    expect((await admin.get(address)).body).toEqual(before);
  });
});

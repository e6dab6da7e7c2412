import { createGraduate } from '../support/record/graduates.ts';
import { snapshotOf } from '../support/record/snapshot.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { confirmed, numbered } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
});

const another = async (overrides: Readonly<Record<string, unknown>> = {}): Promise<SchoolWithPeople> => ({
  ...people,
  graduate: await createGraduate(app.record.pool, app.record, people.school, overrides),
});
const idOf = ({ graduate }: SchoolWithPeople) => graduate.graduateId;

describe('R7 a correction of many, and its consequences before it is made', () => {
  it('R21 R32 R38 the preview counts who returns to 未确认 and which numbers die, writes nothing, and is what then happens', async () => {
    const [confirming, fresh, equal, elsewhere] = [
      await another(),
      await another(),
      await another({ graduatedAt: '202612', enrolledAt: '202309' }),
      await schoolWithPeople(app),
    ];
    await numbered(app, people);
    await confirmed(app, confirming);
    const graduateIds = [people, confirming, fresh, equal, elsewhere].map(idOf);
    const body = { graduateIds, changes: { graduatedAt: '202612' }, reason: '学籍更正' };
    const before = await Promise.all(graduateIds.map((id) => snapshotOf(app.record, id)));
    const preview = await people.clients.schoolAdmin.post('/api/basic-information/corrections/preview', body, { key: null });
    expect(preview).toMatchObject({ status: 200, body: { changes: 3, refused: 2, returnToUnconfirmed: 2, numbersEnded: 2 } });
    expect(preview.body.graduates.map(({ code }: { code: string | null }) => code)).toEqual([null, null, null, 'NO_CHANGE', 'FORBIDDEN']);
    expect(await Promise.all(graduateIds.map((id) => snapshotOf(app.record, id)))).toEqual(before);

    const done = await people.clients.schoolAdmin.post('/api/basic-information/corrections', body);
    expect(done).toMatchObject({ status: 200, body: { done: 3, skipped: 2 } });
    expect(done.body.items.map(({ code }: { code: string | null }) => code)).toEqual([null, null, null, 'NO_CHANGE', 'FORBIDDEN']);
    const {
      rows: [counted],
    } = await app.record.pool.query<{ unconfirmed: number; dead: number }>(
      `SELECT (SELECT count(*) FROM "graduate" WHERE "id" = ANY ($1) AND "confirmationStatus" = 'UNCONFIRMED') AS "unconfirmed",
        (SELECT count(*) FROM "verification_grant" WHERE "graduateId" = ANY ($1) AND "status" <> 'ACTIVE') + (SELECT count(*) FROM "transfer_number" WHERE "graduateId" = ANY ($1) AND "status" <> 'ACTIVE') AS "dead"`,
      [graduateIds],
    );
    expect(counted).toEqual({ unconfirmed: preview.body.returnToUnconfirmed, dead: preview.body.numbersEnded });
  });

  it('R7 fields that are not the school’s, and dates out of order, are refused', async () => {
    const send = (changes: object) =>
      people.clients.schoolAdmin.post(
        '/api/basic-information/corrections/preview',
        { graduateIds: [idOf(people)], changes, reason: '更正' },
        { key: null },
      );
    expect(await send({ phone: '13800000000' })).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    const two = {
      graduateIds: [idOf(people), idOf(await another())],
      changes: { name: '示例更名', idNumber: '11010519491231002X' },
      reason: '更正',
    };
    expect(await people.clients.schoolAdmin.post('/api/basic-information/corrections', two)).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'changes.name' }, { field: 'changes.idNumber' }] },
    });
    expect((await send({ enrolledAt: '203001' })).body.graduates).toMatchObject([{ changes: false, code: 'INVALID_REQUEST' }]);
  });
});

describe('R6 X29 tickets by age', () => {
  it('R6 shows those that have waited for so many days', async () => {
    const { graduate, schoolReviewer } = people.clients;
    await graduate.post(`/api/graduates/${idOf(people)}/basic-information/dispute`, { fields: ['major'], note: '专业有误' });
    expect((await schoolReviewer.get('/api/tickets?openDays=3')).body.items).toEqual([]);
    await app.record.pool.query(`UPDATE "ticket" SET "openedAt" = app_now() - interval '4 days' WHERE "graduateId" = $1`, [idOf(people)]);
    expect((await schoolReviewer.get('/api/tickets?openDays=3')).body.items).toHaveLength(1);
  });
});

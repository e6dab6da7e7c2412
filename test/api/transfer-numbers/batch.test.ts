import { issueTransferNumbers } from '../../../activities/transfer-numbers/issue-transfer-numbers.ts';
import { errors } from '../../../domain/errors/error-code.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../support/people.ts';
import { registered } from '../support/stages.ts';
import { createGraduate } from '../../support/record/graduates.ts';

let app: TestApplication;
const started: string[] = [];
beforeAll(async () => {
  app = await openApplication({
    replace: () => ({
      startTransferNumberBatch: async (id) => {
        started.push(id);
      },
    }),
  });
});
afterAll(() => app.close());

const address = '/api/transfer-number-batches';
const work = (batchId: string) => issueTransferNumbers(app.record, batchId, () => undefined);
const query = { kind: 'DOSSIER', cohort: 2027 };

async function schoolOfTwo(): Promise<SchoolWithPeople & { readonly fresh: string }> {
  const people = await schoolWithPeople(app);
  await registered(app, people);
  const { graduateId } = await createGraduate(app.record.pool, app.record, people.school, { name: '未登记者' });
  return { ...people, fresh: graduateId };
}

describe('batches of transfer numbers over HTTP', () => {
  it('R38 R39 are asked for, done by a worker, and say of each skip why, page by page', async () => {
    const { clients, graduate, fresh } = await schoolOfTwo();
    const asked = await clients.schoolAdmin.post(address, query);
    expect(asked).toMatchObject({ status: 201, body: { status: 'RUNNING', graduates: 0, done: 0 } });
    expect(started).toContain(asked.body.id);
    await work(asked.body.id);
    expect((await clients.schoolAdmin.get(`${address}/${asked.body.id}`)).body).toMatchObject({
      status: 'DONE',
      graduates: 2,
      done: 2,
      issued: 1,
      skipped: 1,
    });
    const skips = await clients.schoolAdmin.get(`${address}/${asked.body.id}/skips?limit=1`, { 'accept-language': 'zh' });
    expect(skips.body.items).toEqual([
      {
        graduateId: fresh,
        name: '未登记者',
        studentNo: expect.any(String),
        code: 'DESTINATION_NOT_APPROVED',
        reason: errors.DESTINATION_NOT_APPROVED.zh,
      },
    ]);
    const again = await clients.schoolAdmin.post(address, query);
    await work(again.body.id);
    const first = await clients.schoolAdmin.get(`${address}/${again.body.id}/skips?limit=1`);
    const second = await clients.schoolAdmin.get(`${address}/${again.body.id}/skips?limit=1&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second.body.items].map(({ graduateId, code }) => [graduateId, code]).sort()).toEqual(
      [
        [graduate.graduateId, 'TRANSFER_NUMBER_CURRENT'],
        [fresh, 'DESTINATION_NOT_APPROVED'],
      ].sort(),
    );
    expect(second.body.nextCursor).toBeNull();
  });

  it('the same key is the same batch, another query under it is refused, and none is asked for without one', async () => {
    const { clients } = await schoolOfTwo();
    const key = 'batch-key-1';
    const [first, second] = [
      await clients.schoolAdmin.post(address, query, { key }),
      await clients.schoolAdmin.post(address, query, { key }),
    ];
    expect(second.body).toEqual(first.body);
    expect(await clients.schoolAdmin.post(address, { ...query, kind: 'HUKOU' }, { key })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect((await clients.schoolAdmin.post(address, query, { key: null })).body.code).toBe('IDEMPOTENCY_KEY_REQUIRED');
  });

  it('R36 a college makes and sees its own only', async () => {
    const { clients, school } = await schoolOfTwo();
    const other = await schoolOfTwo();
    const own = await clients.collegeAdmin.post(address, query);
    expect(own.body).toMatchObject({ collegeId: school.collegeId });
    expect((await clients.collegeAdmin.post(address, { ...query, collegeId: other.school.collegeId })).body.code).toBe('FORBIDDEN');
    const whole = await clients.schoolAdmin.post(address, query);
    expect((await clients.collegeAdmin.get(`${address}/${whole.body.id}`)).status).toBe(404);
    expect((await other.clients.schoolAdmin.get(`${address}/${own.body.id}/skips`)).status).toBe(404);
    expect((await clients.collegeReviewer.post(address, query)).body.code).toBe('FORBIDDEN');
    expect((await clients.schoolAdmin.get(`${address}/${own.body.id}`)).status).toBe(200);
    const newest = (await clients.schoolAdmin.get(`${address}?limit=1`)).body;
    const older = (await clients.schoolAdmin.get(`${address}?limit=1&cursor=${newest.nextCursor}`)).body;
    expect([...newest.items, ...older.items].map(({ id }: { id: string }) => id)).toEqual([whole, own].map(({ body }) => body.id));
    expect(older.nextCursor).toBeNull();
  });

  it('R38 can be cancelled, also while no worker is there', async () => {
    const { clients } = await schoolOfTwo();
    const {
      body: { id },
    } = await clients.schoolAdmin.post(address, query);
    expect((await clients.schoolAdmin.post(`${address}/${id}/cancellation`)).body).toMatchObject({ status: 'CANCELLED' });
    expect(await work(id)).toMatchObject({ status: 'CANCELLED', issued: 0 });
  });
});

describe('the transfer lists', () => {
  const list = (people: SchoolWithPeople, kind: string, search = '') =>
    people.clients.schoolReviewer.get(`/api/transfer-lists/${kind}?cohort=2027${search}`);

  it('R36 R40 R41 R43 hold sections and number of their kind, and are cut by state and time', async () => {
    const people = await schoolOfTwo();
    const states = async (kind: string) =>
      Object.fromEntries(
        (await list(people, kind)).body.items.map((row: { graduateId: string; state: string }) => [row.graduateId, row.state]),
      );
    const { graduateId } = people.graduate;
    expect(await states('DOSSIER')).toEqual({ [graduateId]: 'NONE', [people.fresh]: 'NONE' });
    const before = new Date(Date.now() - 60_000).toISOString();
    await work((await people.clients.schoolAdmin.post(address, query)).body.id);
    expect(await states('DOSSIER')).toEqual({ [graduateId]: 'CURRENT', [people.fresh]: 'NONE' });
    expect(await states('HUKOU')).toEqual({ [graduateId]: 'NONE', [people.fresh]: 'NONE' });
    const current = await list(people, 'DOSSIER', `&state=CURRENT&updatedFrom=${encodeURIComponent(before)}`);
    expect(current.body.items).toMatchObject([
      { graduateId, destination: { code: '801' }, transfer: { type: 'HOME' }, transferNumber: expect.stringMatching(/^27\d{5}\w{11}$/) },
    ]);
    expect((await list(people, 'DOSSIER', `&updatedUntil=${encodeURIComponent(before)}`)).body.items).toEqual([]);
    await app.record.pool.query(`UPDATE "transfer_number" SET "status" = 'INVALIDATED', "endedAt" = app_now() WHERE "graduateId" = $1`, [
      graduateId,
    ]);
    expect((await list(people, 'DOSSIER', '&state=STALE')).body.items).toMatchObject([{ graduateId, transferNumber: null }]);
    expect((await list(people, 'DOSSIER', '&limit=1')).body).toMatchObject({ items: [expect.anything()], nextCursor: expect.any(String) });
  });

  it('R36 X31 are for college and school, each its own', async () => {
    const people = await schoolOfTwo();
    const collegeId = app.record.newId();
    await app.record.pool.query(`INSERT INTO "college" ("id", "schoolId", "name") VALUES ($1, $2, '另一学院')`, [
      collegeId,
      people.school.schoolId,
    ]);
    const stranger = await staffClient(app, app.record.newId(), { role: 'COLLEGE_REVIEWER', schoolId: people.school.schoolId, collegeId });
    expect((await stranger.get('/api/transfer-lists/DOSSIER')).body.items).toEqual([]);
    for (const client of [people.clients.graduate, people.clients.counsellor])
      expect((await client.get('/api/transfer-lists/DOSSIER')).body.code).toBe('FORBIDDEN');
  });
});

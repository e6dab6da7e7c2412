import { adminActor, run } from '../support/record/commands.ts';
import { homeDossier } from '../support/record/contents.ts';
import { dispatchOffice as office } from '../support/record/dispatches.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { submit } from '../support/record/registration.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';
import { dispatchAuditOf, photograph, prepare, readyToDispatch, reportReceipt, send, tokenOf } from './support/dispatches.ts';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const toldOf = async (graduateId: string): Promise<unknown[]> =>
  (
    await app.record.pool.query<{ event: string; params: unknown }>(
      `SELECT "event", "params" FROM "notification" WHERE "recipientId" = $1 AND "event" LIKE 'dispatch%' ORDER BY "createdAt"`,
      [graduateId],
    )
  ).rows;

describe('the files of a school', () => {
  it('R61 R62 R63 R64 goes from its preparation to the receipt, audited, and the graduate sees one timeline', async () => {
    const people = await readyToDispatch(app);
    const { clients, id } = people;
    const { body } = await clients.schoolAdmin.post('/api/dispatches', { office, volumes: 2, items: [{ graduateId: id }] });
    expect(body).toMatchObject({ prepared: 1, skipped: 0, items: [{ serial: expect.stringMatching(/^\d{4}-0001$/), refusal: null }] });
    const { dispatchId, serial } = body.items[0];
    expect((await clients.collegeReviewer.get(`/api/dispatches/${dispatchId}`)).body).toMatchObject({
      status: 'PREPARED',
      serial,
      volumes: 2,
      office,
      target: { unitName: homeDossier.unitName, address: homeDossier.address, postcode: '100195', employer: '示例研究院' },
      needsAttention: null,
      allowedStatuses: ['SENT', 'CANCELLED'],
    });
    expect(await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/sending`, { carrier: 'EMS' })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'trackingNumber', code: 'REQUIRED' }] },
    });
    expect((await send(clients.schoolReviewer, dispatchId)).body).toMatchObject({ status: 'SENT', trackingNumber: 'EX123456789CN' });

    const token = tokenOf(app, dispatchId);
    const slip = await new Client(app.url).post('/api/dispatch-receipts/slip', { token });
    expect(slip.body).toMatchObject({ school: '示例大学', volumes: 2, status: 'SENT', open: true });
    expect(slip.text).not.toContain('示例同学');
    expect(await reportReceipt(app, { token, name: '收件人', phone: '010-87654321' }, await photograph())).toMatchObject({
      status: 201,
      body: { status: 'REPORTED', open: false },
    });
    expect((await clients.schoolAdmin.get(`/api/dispatches/${dispatchId}`)).body).toMatchObject({
      status: 'REPORTED',
      report: { name: '收件人', phone: '010-87654321', photograph: true },
      needsAttention: { reason: 'TO_CONFIRM' },
    });
    expect((await clients.schoolAdmin.get(`/api/dispatches/${dispatchId}/photograph`)).headers.get('content-type')).toBe('image/jpeg');

    expect(
      await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/outcome`, { outcome: 'RECEIVED', arrivedOn: '2999-01-01' }),
    ).toMatchObject({ status: 400, body: { fields: [{ field: 'arrivedOn' }] } });
    expect((await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/outcome`, { outcome: 'RECEIVED' })).body).toMatchObject({
      status: 'RECEIVED',
      needsAttention: null,
    });
    const { dispatches } = (await clients.graduate.get(`/api/graduates/${id}/dispatch`)).body;
    expect(dispatches).toMatchObject([
      { status: 'RECEIVED', carrier: 'EMS', trackingNumber: 'EX123456789CN', unitName: homeDossier.unitName },
    ]);
    expect(dispatches[0].steps.map(({ status }: { status: string }) => status)).toEqual(['PREPARED', 'SENT', 'REPORTED', 'RECEIVED']);
    expect(JSON.stringify(dispatches)).not.toContain('收件人');
    expect(await dispatchAuditOf(app, id)).toEqual([
      'SCHOOL_ADMIN DISPATCH_PREPARED',
      'SCHOOL_REVIEWER DISPATCH_SENT',
      'RECEIVER DISPATCH_REPORTED',
      'SCHOOL_ADMIN DISPATCH_PHOTOGRAPH_READ',
      'SCHOOL_ADMIN DISPATCH_RECEIVED',
    ]);
    expect(await toldOf(id)).toMatchObject([
      { event: 'dispatch.sent', params: { carrier: 'EMS' } },
      { event: 'dispatch.received', params: { name: '示例同学' } },
    ]);
  });

  it('R62 R64 X16 one by one in a batch: each skip has its reason, and uses no serial', async () => {
    const people = await readyToDispatch(app);
    const { clients, school, id } = people;
    const locked = await createGraduate(app.record.pool, app.record, school, { dossierInSchool: false });
    const bare = await createGraduate(app.record.pool, app.record, school);
    const elsewhere = await readyToDispatch(app);
    const reply = await clients.schoolAdmin.post('/api/dispatches', {
      office,
      items: [locked.graduateId, bare.graduateId, elsewhere.id, id, id].map((graduateId) => ({ graduateId })),
    });
    expect(
      reply.body.items.map(({ refusal, clause, serial }: Record<string, string | null>) => [refusal, clause, serial?.slice(5) ?? null]),
    ).toEqual([
      ['DOSSIER_NOT_IN_SCHOOL', 'X16', null],
      ['DOSSIER_NOT_REGISTERED', 'R62', null],
      ['NOT_FOUND', null, null],
      [null, null, '0001'],
      ['DISPATCH_EXISTS', 'R64', null],
    ]);
    expect((await app.record.pool.query('SELECT "last" FROM "dispatch_serial" WHERE "schoolId" = $1', [school.schoolId])).rows).toEqual([
      { last: 1 },
    ]);
  });

  it('R62 without a live transfer number there is no slip', async () => {
    const { clients, id } = await readyToDispatch(app);
    await app.record.pool.query(`UPDATE "transfer_number" SET "status" = 'INVALIDATED' WHERE "graduateId" = $1`, [id]);
    expect((await clients.schoolAdmin.post('/api/dispatches', { office, items: [{ graduateId: id }] })).body.items).toMatchObject([
      { refusal: 'TRANSFER_NUMBER_MISSING', clause: 'R62' },
    ]);
  });

  it('R64 a cancelled serial stays used; what has left cannot be cancelled; what came back goes out under the next', async () => {
    const people = await readyToDispatch(app);
    const { schoolAdmin } = people.clients;
    const first = await prepare(people);
    await schoolAdmin.post(`/api/dispatches/${first}/outcome`, { outcome: 'CANCELLED', note: '地址有误' });
    const second = await prepare(people);
    expect((await schoolAdmin.get(`/api/dispatches/${second}`)).body.serial).toMatch(/-0002$/);
    await send(schoolAdmin, second);
    expect(await schoolAdmin.post(`/api/dispatches/${second}/outcome`, { outcome: 'CANCELLED', note: '晚了' })).toMatchObject({
      status: 409,
      body: { code: 'DISPATCH_ELSEWHERE' },
    });
    expect((await schoolAdmin.post(`/api/dispatches/${second}/outcome`, { outcome: 'RETURNED', note: '查无此单位' })).body).toMatchObject({
      status: 'RETURNED',
      note: '查无此单位',
      needsAttention: { reason: 'SEND_AGAIN', next: ['PREPARE_AGAIN'] },
    });
    const third = await prepare(people);
    expect((await schoolAdmin.get(`/api/dispatches/${second}`)).body.needsAttention).toBeNull();
    expect(
      (await schoolAdmin.get(`/api/dispatches?serial=${(await schoolAdmin.get(`/api/dispatches/${third}`)).body.serial}`)).body.items.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual([third]);
    const page = (await schoolAdmin.get('/api/dispatches?limit=2')).body;
    expect(
      [...page.items, ...(await schoolAdmin.get(`/api/dispatches?limit=2&cursor=${page.nextCursor}`)).body.items].map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual([third, second, first]);
  });

  it('X16 a file that is kept at the school has no serial, is kept two years, and goes out when it is prepared', async () => {
    const people = await readyToDispatch(app);
    const { clients, id } = people;
    const kept = await clients.schoolAdmin.post(`/api/graduates/${id}/dispatch/keeping`, { note: '暂未就业' });
    expect(kept).toMatchObject({ status: 201, body: { status: 'KEPT_AT_SCHOOL', serial: null, keptUntil: '2029-06-30' } });
    expect(await clients.schoolAdmin.post(`/api/graduates/${id}/dispatch/keeping`, { note: '再次' })).toMatchObject({
      status: 409,
      body: { code: 'DISPATCH_EXISTS' },
    });
    const locked = await createGraduate(app.record.pool, app.record, people.school, { dossierInSchool: false });
    expect(await clients.schoolAdmin.post(`/api/graduates/${locked.graduateId}/dispatch/keeping`, { note: '无' })).toMatchObject({
      status: 409,
      body: { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' },
    });
    await prepare(people);
    const { dispatches } = (await clients.graduate.get(`/api/graduates/${id}/dispatch`)).body;
    expect(dispatches.map(({ status }: { status: string }) => status)).toEqual(['RELEASED', 'PREPARED']);
    expect(await dispatchAuditOf(app, id)).toEqual([
      'SCHOOL_ADMIN DISPATCH_KEPT_AT_SCHOOL',
      'SCHOOL_ADMIN DISPATCH_RELEASED',
      'SCHOOL_ADMIN DISPATCH_PREPARED',
    ]);
  });

  it('X30 R38 a key change after the dispatch is allowed; the dead number asks for attention until the slip carries the new one', async () => {
    const people = await readyToDispatch(app);
    const { clients, id, school, graduate } = people;
    const dispatchId = await prepare(people);
    await send(clients.schoolAdmin, dispatchId);
    expect(await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/reissue`)).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_NUMBER_CURRENT', clause: 'X30' },
    });
    await submit(app.record, school, graduate, 'DOSSIER', { ...homeDossier, address: '新址9号' }, [], Date.now());
    const detail = async () => (await clients.schoolAdmin.get(`/api/dispatches/${dispatchId}`)).body;
    expect(await detail()).toMatchObject({
      status: 'SENT',
      target: { address: '示例路1号' },
      needsAttention: { reason: 'NUMBER_DEAD', next: ['REISSUE', 'REDIRECT'] },
    });
    expect((await clients.schoolAdmin.get('/api/dispatches?numberDead=true')).body.items).toMatchObject([{ id: dispatchId }]);
    expect(await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/reissue`)).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_NUMBER_MISSING' },
    });
    expect((await run(app.record, id, adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' })).code).toBe('APPLIED');
    const { serial } = await detail();
    expect((await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/reissue`)).body).toMatchObject({
      serial,
      status: 'SENT',
      needsAttention: null,
    });
    expect(await dispatchAuditOf(app, id)).toContain('SCHOOL_ADMIN DISPATCH_REISSUED');
  });
});

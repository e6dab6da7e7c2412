import sharp from 'sharp';
import ExcelJS from 'exceljs';
import { encodeReceiptToken } from '../../domain/dispatch/receipt-token.ts';
import { issueReceiptToken } from '../../infra/dispatch/receipt-token.ts';
import { signDocument } from '../../infra/offline/sign-document.ts';
import { toBase32 } from '../../domain/offline/base32.ts';
import { adminActor, run } from '../support/record/commands.ts';
import { homeDossier } from '../support/record/contents.ts';
import { dispatchOffice as office } from '../support/record/dispatches.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { submit } from '../support/record/registration.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client, type Reply } from './support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { numbered } from './support/stages.ts';

let app: TestApplication;
beforeAll(async () => { app = await openApplication(); });
afterAll(() => app.close());

const photograph = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } }).jpeg().toBuffer();

/** A school with one graduate whose file can go out. */
async function ready(): Promise<SchoolWithPeople & { readonly id: string }> {
  const people = await schoolWithPeople(app);
  await numbered(app, people);
  return { ...people, id: people.graduate.graduateId };
}

const prepare = async ({ clients, id }: Awaited<ReturnType<typeof ready>>): Promise<string> =>
  (await clients.schoolAdmin.post('/api/dispatches', { office, items: [{ graduateId: id }] })).body.items[0].dispatchId;
const send = (client: Client, dispatchId: string) => client.post(`/api/dispatches/${dispatchId}/sending`, { carrier: 'EMS', trackingNumber: 'ex 123456789 cn' });
const tokenOf = (dispatchId: string) => issueReceiptToken(app.deps.offlineSigning, dispatchId);

async function report(fields: Readonly<Record<string, string>>, bytes: Uint8Array, mediaType = 'image/jpeg'): Promise<Reply> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([Buffer.from(bytes)], { type: mediaType }), 'photo');
  return new Client(app.url).send('POST', '/api/dispatch-receipts', form);
}

const auditOf = async (graduateId: string): Promise<string[]> => (await app.record.pool.query<{ line: string }>(
  `SELECT "actorRole" || ' ' || "action" AS "line" FROM "audit_event" WHERE "graduateId" = $1 AND "action" LIKE 'DISPATCH%' ORDER BY "seq"`, [graduateId])).rows.map(({ line }) => line);
const toldOf = async (graduateId: string): Promise<unknown[]> => (await app.record.pool.query<{ event: string; params: unknown }>(
  `SELECT "event", "params" FROM "notification" WHERE "recipientId" = $1 AND "event" LIKE 'dispatch%' ORDER BY "createdAt"`, [graduateId])).rows;

describe('the files of a school', () => {
  it('R61 R62 R63 R64 goes from its preparation to the receipt, audited, and the graduate sees one timeline', async () => {
    const people = await ready();
    const { clients, id } = people;
    const { body } = await clients.schoolAdmin.post('/api/dispatches', { office, volumes: 2, items: [{ graduateId: id }] });
    expect(body).toMatchObject({ prepared: 1, skipped: 0, items: [{ serial: expect.stringMatching(/^\d{4}-0001$/), refusal: null }] });
    const { dispatchId, serial } = body.items[0];
    expect((await clients.collegeReviewer.get(`/api/dispatches/${dispatchId}`)).body).toMatchObject({
      status: 'PREPARED', serial, volumes: 2, office, target: { unitName: homeDossier.unitName, address: homeDossier.address, postcode: '100195', employer: '示例研究院' }, needsAttention: null, allowedStatuses: ['SENT', 'CANCELLED'],
    });
    expect(await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/sending`, { carrier: 'EMS' })).toMatchObject({ status: 400, body: { fields: [{ field: 'trackingNumber', code: 'REQUIRED' }] } });
    expect((await send(clients.schoolReviewer, dispatchId)).body).toMatchObject({ status: 'SENT', trackingNumber: 'EX123456789CN' });

    const token = tokenOf(dispatchId);
    const slip = await new Client(app.url).post('/api/dispatch-receipts/slip', { token });
    expect(slip.body).toMatchObject({ school: '示例大学', volumes: 2, status: 'SENT', open: true });
    expect(slip.text).not.toContain('示例同学');
    expect(await report({ token, name: '收件人', phone: '010-87654321' }, await photograph())).toMatchObject({ status: 201, body: { status: 'REPORTED', open: false } });
    expect((await clients.schoolAdmin.get(`/api/dispatches/${dispatchId}`)).body).toMatchObject({
      status: 'REPORTED', report: { name: '收件人', phone: '010-87654321', photograph: true }, needsAttention: { reason: 'TO_CONFIRM' },
    });
    expect((await clients.schoolAdmin.get(`/api/dispatches/${dispatchId}/photograph`)).headers.get('content-type')).toBe('image/jpeg');

    expect(await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/outcome`, { outcome: 'RECEIVED', arrivedOn: '2999-01-01' })).toMatchObject({ status: 400, body: { fields: [{ field: 'arrivedOn' }] } });
    expect((await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/outcome`, { outcome: 'RECEIVED' })).body).toMatchObject({ status: 'RECEIVED', needsAttention: null });
    const { dispatches } = (await clients.graduate.get(`/api/graduates/${id}/dispatch`)).body;
    expect(dispatches).toMatchObject([{ status: 'RECEIVED', carrier: 'EMS', trackingNumber: 'EX123456789CN', unitName: homeDossier.unitName }]);
    expect(dispatches[0].steps.map(({ status }: { status: string }) => status)).toEqual(['PREPARED', 'SENT', 'REPORTED', 'RECEIVED']);
    expect(JSON.stringify(dispatches)).not.toContain('收件人');
    expect(await auditOf(id)).toEqual(['SCHOOL_ADMIN DISPATCH_PREPARED', 'SCHOOL_REVIEWER DISPATCH_SENT', 'RECEIVER DISPATCH_REPORTED', 'SCHOOL_ADMIN DISPATCH_PHOTOGRAPH_READ', 'SCHOOL_ADMIN DISPATCH_RECEIVED']);
    expect(await toldOf(id)).toMatchObject([{ event: 'dispatch.sent', params: { carrier: 'EMS' } }, { event: 'dispatch.received', params: { name: '示例同学' } }]);
  });

  it('R62 R64 X16 one by one in a batch: each skip has its reason, and uses no serial', async () => {
    const people = await ready();
    const { clients, school, id } = people;
    const locked = await createGraduate(app.record.pool, app.record, school, { dossierInSchool: false });
    const bare = await createGraduate(app.record.pool, app.record, school);
    const elsewhere = await ready();
    const reply = await clients.schoolAdmin.post('/api/dispatches', { office, items: [locked.graduateId, bare.graduateId, elsewhere.id, id, id].map((graduateId) => ({ graduateId })) });
    expect(reply.body.items.map(({ refusal, clause, serial }: Record<string, string | null>) => [refusal, clause, serial?.slice(5) ?? null])).toEqual([
      ['DOSSIER_NOT_IN_SCHOOL', 'X16', null], ['DOSSIER_NOT_REGISTERED', 'R62', null], ['NOT_FOUND', null, null], [null, null, '0001'], ['DISPATCH_EXISTS', 'R64', null],
    ]);
    expect((await app.record.pool.query('SELECT "last" FROM "dispatch_serial" WHERE "schoolId" = $1', [school.schoolId])).rows).toEqual([{ last: 1 }]);
  });

  it('R62 without a live transfer number there is no slip', async () => {
    const { clients, id } = await ready();
    await app.record.pool.query(`UPDATE "transfer_number" SET "status" = 'INVALIDATED' WHERE "graduateId" = $1`, [id]);
    expect((await clients.schoolAdmin.post('/api/dispatches', { office, items: [{ graduateId: id }] })).body.items).toMatchObject([{ refusal: 'TRANSFER_NUMBER_MISSING', clause: 'R62' }]);
  });

  it('R64 a cancelled serial stays used; what has left cannot be cancelled; what came back goes out under the next', async () => {
    const people = await ready();
    const { schoolAdmin } = people.clients;
    const first = await prepare(people);
    await schoolAdmin.post(`/api/dispatches/${first}/outcome`, { outcome: 'CANCELLED', note: '地址有误' });
    const second = await prepare(people);
    expect((await schoolAdmin.get(`/api/dispatches/${second}`)).body.serial).toMatch(/-0002$/);
    await send(schoolAdmin, second);
    expect(await schoolAdmin.post(`/api/dispatches/${second}/outcome`, { outcome: 'CANCELLED', note: '晚了' })).toMatchObject({ status: 409, body: { code: 'DISPATCH_ELSEWHERE' } });
    expect((await schoolAdmin.post(`/api/dispatches/${second}/outcome`, { outcome: 'RETURNED', note: '查无此单位' })).body).toMatchObject({ status: 'RETURNED', note: '查无此单位', needsAttention: { reason: 'SEND_AGAIN', next: ['PREPARE_AGAIN'] } });
    const third = await prepare(people);
    expect((await schoolAdmin.get(`/api/dispatches/${second}`)).body.needsAttention).toBeNull();
    expect((await schoolAdmin.get(`/api/dispatches?serial=${(await schoolAdmin.get(`/api/dispatches/${third}`)).body.serial}`)).body.items.map(({ id }: { id: string }) => id)).toEqual([third]);
    const page = (await schoolAdmin.get('/api/dispatches?limit=2')).body;
    expect([...page.items, ...(await schoolAdmin.get(`/api/dispatches?limit=2&cursor=${page.nextCursor}`)).body.items].map(({ id }: { id: string }) => id)).toEqual([third, second, first]);
  });

  it('X16 a file that is kept at the school has no serial, is kept two years, and goes out when it is prepared', async () => {
    const people = await ready();
    const { clients, id } = people;
    const kept = await clients.schoolAdmin.post(`/api/graduates/${id}/dispatch/keeping`, { note: '暂未就业' });
    expect(kept).toMatchObject({ status: 201, body: { status: 'KEPT_AT_SCHOOL', serial: null, keptUntil: '2029-06-30' } });
    expect(await clients.schoolAdmin.post(`/api/graduates/${id}/dispatch/keeping`, { note: '再次' })).toMatchObject({ status: 409, body: { code: 'DISPATCH_EXISTS' } });
    const locked = await createGraduate(app.record.pool, app.record, people.school, { dossierInSchool: false });
    expect(await clients.schoolAdmin.post(`/api/graduates/${locked.graduateId}/dispatch/keeping`, { note: '无' })).toMatchObject({ status: 409, body: { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' } });
    await prepare(people);
    const { dispatches } = (await clients.graduate.get(`/api/graduates/${id}/dispatch`)).body;
    expect(dispatches.map(({ status }: { status: string }) => status)).toEqual(['RELEASED', 'PREPARED']);
    expect(await auditOf(id)).toEqual(['SCHOOL_ADMIN DISPATCH_KEPT_AT_SCHOOL', 'SCHOOL_ADMIN DISPATCH_RELEASED', 'SCHOOL_ADMIN DISPATCH_PREPARED']);
  });

  it('X30 R38 a key change after the dispatch is allowed; the dead number asks for attention until the slip carries the new one', async () => {
    const people = await ready();
    const { clients, id, school, graduate } = people;
    const dispatchId = await prepare(people);
    await send(clients.schoolAdmin, dispatchId);
    expect(await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/reissue`)).toMatchObject({ status: 409, body: { code: 'TRANSFER_NUMBER_CURRENT', clause: 'X30' } });
    await submit(app.record, school, graduate, 'DOSSIER', { ...homeDossier, address: '新址9号' }, [], Date.now());
    const detail = async () => (await clients.schoolAdmin.get(`/api/dispatches/${dispatchId}`)).body;
    expect(await detail()).toMatchObject({ status: 'SENT', target: { address: '示例路1号' }, needsAttention: { reason: 'NUMBER_DEAD', next: ['REISSUE', 'REDIRECT'] } });
    expect((await clients.schoolAdmin.get('/api/dispatches?numberDead=true')).body.items).toMatchObject([{ id: dispatchId }]);
    expect(await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/reissue`)).toMatchObject({ status: 409, body: { code: 'TRANSFER_NUMBER_MISSING' } });
    expect((await run(app.record, id, adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' })).code).toBe('APPLIED');
    const { serial } = await detail();
    expect((await clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/reissue`)).body).toMatchObject({ serial, status: 'SENT', needsAttention: null });
    expect(await auditOf(id)).toContain('SCHOOL_ADMIN DISPATCH_REISSUED');
  });
});

describe('the receipt, without an account', () => {
  it.each([
    ['a token of nobody', async () => 'MADEUP', 404],
    ['a token signed for something else', async (id: string) => toBase32(signDocument(app.deps.offlineSigning, 'statement', encodeReceiptToken({ keyId: app.deps.offlineSigning.current, dispatchId: id }))), 404],
    ['a token of which a character has changed', async (id: string) => { const token = tokenOf(id); return `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`; }, 404],
    ['a token of a dispatch that is not there', async () => tokenOf(app.record.newId()), 404],
  ])('R63 refuses %s and changes nothing', async (_, make, status) => {
    const people = await ready();
    const id = await prepare(people);
    await send(people.clients.schoolAdmin, id);
    const token = await make(id);
    expect((await new Client(app.url).post('/api/dispatch-receipts/slip', { token })).status).toBe(status);
    expect((await report({ token, name: '收件人', phone: '010-87654321' }, await photograph())).status).toBe(status);
    expect((await people.clients.schoolAdmin.get(`/api/dispatches/${id}`)).body).toMatchObject({ status: 'SENT', report: null });
  });

  it('R63 takes one report of a file that is on its way, and none before or after', async () => {
    const people = await ready();
    const id = await prepare(people);
    const fields = { token: tokenOf(id), name: '收件人', phone: '010-87654321' };
    const picture = await photograph();
    expect(await report(fields, picture)).toMatchObject({ status: 409, body: { code: 'DISPATCH_ELSEWHERE' } });
    await send(people.clients.schoolAdmin, id);
    expect(await report({ ...fields, phone: 'x' }, picture)).toMatchObject({ status: 400, body: { fields: [{ field: 'phone', code: 'PHONE_INVALID' }] } });
    expect(await report({ ...fields, extra: '1' }, picture)).toMatchObject({ status: 400 });
    expect(await report(fields, Buffer.from('no picture'))).toMatchObject({ status: 422, body: { code: 'FILE_TYPE_MISMATCH' } });
    const both = await Promise.all([report(fields, picture), report({ ...fields, name: '另一人' }, picture)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await auditOf(people.id)).toEqual(['SCHOOL_ADMIN DISPATCH_PREPARED', 'SCHOOL_ADMIN DISPATCH_SENT', 'RECEIVER DISPATCH_REPORTED']);
  });

  it('R63 stops whoever tries again and again with one slip', async () => {
    const people = await ready();
    const id = await prepare(people);
    const picture = await photograph();
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) statuses.push((await report({ token: tokenOf(id), name: '收件人', phone: '010-87654321' }, picture)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 409), 429]);
  });
});

describe('the courier’s sheet', () => {
  const csv = (rows: readonly string[]) => Buffer.from(['运单导出', ...rows].join('\n'));
  const upload = (client: Client, bytes: Uint8Array) => client.upload('/api/dispatches/tracking', bytes, 'text/csv');

  it('R62 sends prepared files by serial or student number, says what it skips, and changes nothing when it comes twice', async () => {
    const people = await ready();
    const { schoolAdmin } = people.clients;
    const id = await prepare(people);
    const { serial, studentNo } = (await schoolAdmin.get(`/api/dispatches/${id}`)).body;
    const rows = ['转档字,学号,运单号', `转档字〔${serial.slice(0, 4)}〕${serial.slice(5)}号,${studentNo},EX111111111CN`, ',99999999,EX222222222CN', '2027-x,,EX333333333CN', `${serial},,1.23E+19`];
    expect(await upload(schoolAdmin, csv(rows))).toMatchObject({
      status: 200, body: { sent: 1, tracked: 0, same: 0, skipped: [{ row: 4, reason: 'NO_SUCH_FILE' }, { row: 5, reason: 'SERIAL_WRONG' }, { row: 6, reason: 'DIGITS_LOST' }] },
    });
    expect((await schoolAdmin.get(`/api/dispatches/${id}`)).body).toMatchObject({ status: 'SENT', carrier: 'EMS', trackingNumber: 'EX111111111CN' });
    expect((await upload(schoolAdmin, csv(rows))).body).toMatchObject({ sent: 0, tracked: 0, same: 1 });
    expect((await upload(schoolAdmin, csv(['学号,邮件号', `${studentNo},EX444444444CN`]))).body).toMatchObject({ sent: 0, tracked: 1, skipped: [] });
    expect(await auditOf(people.id)).toEqual(['SCHOOL_ADMIN DISPATCH_PREPARED', 'SCHOOL_ADMIN DISPATCH_SENT', 'SCHOOL_ADMIN DISPATCH_TRACKED']);
  });

  it('R62 reads a workbook, and keeps to the own school', async () => {
    const [people, other] = [await ready(), await ready()];
    const id = await prepare(people);
    const { studentNo } = (await people.clients.schoolAdmin.get(`/api/dispatches/${id}`)).body;
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('导出').addRows([['学号', '快递单号'], [studentNo, 1234567890123]]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    expect((await upload(other.clients.schoolAdmin, bytes)).body).toMatchObject({ sent: 0, skipped: [{ reason: 'NO_SUCH_FILE' }] });
    expect((await upload(people.clients.schoolAdmin, bytes)).body).toEqual({ sent: 1, tracked: 0, same: 0, skipped: [] });
    expect((await people.clients.schoolAdmin.get(`/api/dispatches/${id}`)).body.trackingNumber).toBe('1234567890123');
  });

  it('R62 refuses what is no such sheet', async () => {
    const { clients } = await ready();
    for (const bytes of [csv(['姓名,电话', '某,1']), Buffer.from([0, 1, 2, 255, 0]), Buffer.from('PK no archive')]) {
      expect(await upload(clients.schoolAdmin, bytes)).toMatchObject({ status: 422, body: { code: 'FILE_TYPE_MISMATCH' } });
    }
  });
});

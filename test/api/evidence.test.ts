import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { createPool } from '../../infra/database/pool.ts';
import { auditOf } from '../support/record/snapshot.ts';
import { soundPdf } from '../activities/storage/pdf-samples.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import type { Client, Reply } from './support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { checked } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let graduate: Client;
let photograph: Buffer;

beforeAll(async () => {
  app = await openApplication();
  photograph = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#447' } })
    .withExif({ IFD0: { Copyright: '某人的手机' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
  await checked(app, people);
  ({ graduate } = people.clients);
});

const address = (section = 'DOSSIER') => `/api/graduates/${people.graduate.graduateId}/evidence/${section}`;
const rows = async () =>
  (
    await app.record.pool.query<{ section: string; storageKey: string }>(
      'SELECT "section", "storageKey" FROM "evidence" WHERE "graduateId" = $1',
      [people.graduate.graduateId],
    )
  ).rows;

async function expectRefused(reply: Reply, status: number, code: string, fault = code): Promise<void> {
  expect(reply).toMatchObject({ status, body: { code, fields: [{ field: 'file', code: fault }] } });
  expect(await rows()).toEqual([]);
}

describe('an upload', () => {
  it('R17 is kept as a new encoding without metadata, encrypted, and comes back to owner and reviewers', async () => {
    const { status, body, headers } = await graduate.upload(address(), photograph, 'image/jpeg');
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      section: 'DOSSIER',
      mediaType: 'image/jpeg',
      sizeBytes: expect.any(Number),
      uploadedAt: expect.any(String),
      goneAt: null,
    });
    expect(headers.get('location')).toBe(`/api/evidence/${body.id}`);
    for (const client of [graduate, people.clients.collegeReviewer, people.clients.schoolAdmin]) {
      const response = await fetch(`${app.url}/api/evidence/${body.id}`, { headers: { cookie: client.cookie } });
      expect([
        response.headers.get('content-type'),
        response.headers.get('content-disposition'),
        response.headers.get('cache-control'),
      ]).toEqual(['image/jpeg', 'attachment; filename="evidence.jpg"', 'no-store']);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes).toHaveLength(body.sizeBytes);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 });
      expect(bytes.includes('某人的手机')).toBe(false);
    }
    expect((await people.clients.counsellor.get(`/api/evidence/${body.id}`)).body).toMatchObject({ code: 'FORBIDDEN' });
    const [{ storageKey = '' } = {}] = await rows();
    const stored = await readFile(join(app.deps.config.files.directory, storageKey.slice(0, 2), storageKey.slice(2, 4), storageKey));
    expect(stored.subarray(0, 3)).not.toEqual(photograph.subarray(0, 3));
  });

  it('X28 may be a PDF for a destination, and only for a destination', async () => {
    expect(await graduate.upload(address('DESTINATION'), soundPdf(), 'application/pdf')).toMatchObject({
      status: 201,
      body: { mediaType: 'application/pdf' },
    });
    expect(await graduate.upload(address('DOSSIER'), soundPdf(), 'application/pdf')).toMatchObject({
      status: 422,
      body: { code: 'EVIDENCE_MUST_BE_IMAGE', clause: 'R17' },
    });
  });

  it.each<[string, () => Uint8Array, string, number, string, string]>([
    ['that is not what it says', () => soundPdf(), 'image/jpeg', 422, 'FILE_TYPE_MISMATCH', 'FILE_TYPE_MISMATCH'],
    [
      'of a type that is not taken',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/svg+xml',
      422,
      'FILE_TYPE_MISMATCH',
      'FILE_TYPE_MISMATCH',
    ],
    ['that is broken', () => photograph.subarray(0, 200), 'image/jpeg', 422, 'IMAGE_UNREADABLE', 'IMAGE_UNREADABLE'],
    [
      'that is larger than any evidence',
      () => Buffer.alloc(10 * 1024 * 1024 + 2, 1),
      'application/pdf',
      413,
      'FILE_TOO_LARGE',
      'FILE_TOO_LARGE',
    ],
    [
      'that is larger than an image may be',
      () => Buffer.concat([photograph, Buffer.alloc(5 * 1024 * 1024)]),
      'image/jpeg',
      413,
      'FILE_TOO_LARGE',
      'FILE_TOO_LARGE',
    ],
    ['that is empty', () => Buffer.alloc(0), 'image/png', 400, 'INVALID_REQUEST', 'FILE_MISSING'],
  ])('%s is refused and leaves nothing behind', async (_, bytes, mediaType, status, code, fault) => {
    const before = await readdir(app.deps.config.files.directory, { recursive: true }).catch(() => []);
    await expectRefused(await graduate.upload(address(), bytes(), mediaType), status, code, fault);
    expect(await readdir(app.deps.config.files.directory, { recursive: true }).catch(() => [])).toEqual(before);
  });

  it('that is no form, has a field beside the file, or two files, is refused', async () => {
    await expectRefused(await graduate.post(address(), { file: 'x' }), 400, 'INVALID_REQUEST', 'FILE_MISSING');
    await expectRefused(
      await graduate.send('POST', address(), 'garbage', { headers: { 'content-type': 'multipart/form-data' } }),
      400,
      'INVALID_REQUEST',
      'FILE_MISSING',
    );
    const withField = new FormData();
    withField.set('section', 'HUKOU');
    withField.set('file', new Blob([new Uint8Array(photograph)], { type: 'image/jpeg' }), 'a.jpg');
    await expectRefused(await graduate.send('POST', address(), withField), 400, 'INVALID_REQUEST', 'FIELD_UNKNOWN');
    const two = new FormData();
    for (const name of ['file', 'more']) two.set(name, new Blob([new Uint8Array(photograph)], { type: 'image/jpeg' }), 'a.jpg');
    await expectRefused(await graduate.send('POST', address(), two), 400, 'INVALID_REQUEST', 'TOO_MANY_FILES');
  });

  it('R12 X16 for a module that is locked is not collected', async () => {
    await app.record.pool.query('UPDATE "graduate" SET "dossierInSchool" = false WHERE "id" = $1', [people.graduate.graduateId]);
    expect(await graduate.upload(address(), photograph, 'image/jpeg')).toMatchObject({
      status: 409,
      body: { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' },
    });
    expect(await rows()).toEqual([]);
  });

  it('beyond twelve that nothing uses is refused; removing one makes room, and what is used stays', async () => {
    const replies: Reply[] = [];
    for (let count = 0; count < 12; count += 1) replies.push(await graduate.upload(address('HUKOU'), photograph, 'image/jpeg'));
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(12).fill(201));
    expect(await graduate.upload(address('HUKOU'), photograph, 'image/jpeg')).toMatchObject({
      status: 422,
      body: { code: 'EVIDENCE_TOO_MANY', fields: [{ code: 'TOO_MANY_FILES' }] },
    });
    expect((await graduate.upload(address('DOSSIER'), photograph, 'image/jpeg')).status).toBe(201);
    const [first, second] = replies.map(({ body }) => body.id as string);
    await graduate.post(`/api/graduates/${people.graduate.graduateId}/sections/HUKOU/submissions`, {
      content: { type: 'HOME', region: '110108' },
      evidenceIds: [first],
      basedOn: null,
    });
    expect(await graduate.send('DELETE', `/api/evidence/${first}`, undefined)).toMatchObject({
      status: 409,
      body: { code: 'EVIDENCE_IN_USE' },
    });
    expect((await graduate.send('DELETE', `/api/evidence/${second}`, undefined)).status).toBe(204);
    expect((await graduate.get(`/api/evidence/${second}`)).status).toBe(404);
  });

  it('from one account is limited', async () => {
    for (let count = 0; count < 60; count += 1) await app.deps.rateLimits.take('uploadByAccount', people.graduate.accountId);
    expect(await graduate.upload(address(), photograph, 'image/jpeg')).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
  });
});

describe('a look at evidence', () => {
  const look = async (client: Client, id: string) => (await client.get(`/api/evidence/${id}`)).status;
  const looks = async () =>
    (await auditOf(app.record, people.graduate.graduateId))
      .filter(({ action }) => action === 'EVIDENCE_READ')
      .map(({ actor, actorRole, fields }) => ({ actor, actorRole, fields }));

  it('R17 F7 of the staff is audited once an hour for each reader and file, and the graduate reads of it; what is refused or gone is no look', async () => {
    const { collegeReviewer, schoolReviewer, counsellor } = people.clients;
    const { staff } = people.school;
    const [first, second] = [
      (await graduate.upload(address(), photograph, 'image/jpeg')).body.id,
      (await graduate.upload(address('HUKOU'), photograph, 'image/jpeg')).body.id,
    ];
    expect([await look(graduate, first), await look(counsellor, first)]).toEqual([200, 403]);
    expect(await looks()).toEqual([]);
    for (let time = 0; time < 3; time += 1) expect(await look(collegeReviewer, first)).toBe(200);
    expect([await look(schoolReviewer, first), await look(collegeReviewer, second)]).toEqual([200, 200]);
    const byCollege = { actor: staff.collegeReviewer, actorRole: 'COLLEGE_REVIEWER', fields: ['DOSSIER', first] };
    const rows = [
      byCollege,
      { actor: staff.schoolReviewer, actorRole: 'SCHOOL_REVIEWER', fields: ['DOSSIER', first] },
      { ...byCollege, fields: ['HUKOU', second] },
    ];
    expect(await looks()).toEqual(rows);
    const { items } = (await graduate.get(`/api/graduates/${people.graduate.graduateId}/history`)).body;
    expect(items[1]).toMatchObject({
      action: 'EVIDENCE_READ',
      by: 'SCHOOL',
      words: { zh: '工作人员查看证明材料：档案', en: 'Evidence looked at by staff: dossier' },
    });

    const admin = createPool(app.record.database.adminUrl, 1);
    await admin
      .query(`UPDATE "audit_event" SET "at" = "at" - interval '61 minutes' WHERE "graduateId" = $1 AND "action" = 'EVIDENCE_READ'`, [
        people.graduate.graduateId,
      ])
      .finally(() => admin.end());
    expect(await look(collegeReviewer, first)).toBe(200);
    expect(await looks()).toEqual([...rows, byCollege]);
    await app.record.pool.query('UPDATE "evidence" SET "goneAt" = app_now() WHERE "id" = $1', [second]);
    expect(await look(schoolReviewer, second)).toBe(410);
    expect(await looks()).toHaveLength(4);
  });
});

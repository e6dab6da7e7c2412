import { bindBatch } from '../../../activities/print-batches/bind-batch.ts';
import { printPapers } from '../../../activities/print-batches/print-papers.ts';
import { errors } from '../../../domain/errors/error-code.ts';
import { createGraduate } from '../../support/record/graduates.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';
import { openZip } from '../../support/print-batches/open-zip.ts';
import { openPressRoom, type PressRoom } from '../../support/print-batches/press-room.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import type { Client } from '../support/client.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
let room: PressRoom;
const started: string[] = [];
beforeAll(async () => {
  app = await openApplication({
    replace: () => ({
      startPrintBatch: async (id) => {
        started.push(id);
      },
    }),
  });
  room = await openPressRoom(app.record, { files: app.deps.files, publicUrl: app.url });
});
afterAll(async () => {
  await room?.close();
  await app?.close();
});

const address = '/api/print-batches';
const query = { of: 'STATEMENTS', kind: 'DOSSIER', form: 'ZIP', cohort: 2027 };
const noProgress = () => undefined;
const work = async (batchId: string) => {
  await printPapers(room.dependencies, batchId, noProgress);
  return bindBatch(room.dependencies, batchId, noProgress);
};
const actionsOf = async (id: string) =>
  (
    await app.record.pool.query<{ action: string }>('SELECT "action" FROM "audit_event" WHERE $1 = ANY ("fields") ORDER BY "seq"', [id])
  ).rows.map(({ action }) => action);
const download = (client: Client, id: string) => fetch(new URL(`${address}/${id}/file`, app.url), { headers: { cookie: client.cookie } });

async function schoolOfTwo(): Promise<SchoolWithPeople & { readonly bare: string }> {
  const people = await schoolWithPeople(app);
  await numbered(app, people);
  const { graduateId } = await createGraduate(app.record.pool, app.record, people.school, { name: '未登记者' });
  return { ...people, bare: graduateId };
}

describe('batches of papers over HTTP', () => {
  it('R25 R45 are asked for, printed by a worker, read, listed, explained and taken, each step audited', async () => {
    const { clients, bare } = await schoolOfTwo();
    const asked = await clients.schoolReviewer.post(address, query);
    expect(asked).toMatchObject({ status: 201, body: { status: 'RUNNING', papers: 0, query: { ...query, collegeId: null } } });
    const { id } = asked.body;
    expect(asked.headers.get('location')).toBe(`${address}/${id}`);
    expect(started).toContain(id);
    expect((await download(clients.schoolReviewer, id)).status).toBe(404);
    await work(id);
    expect((await clients.schoolReviewer.get(`${address}/${id}`)).body).toMatchObject({
      status: 'READY',
      papers: 2,
      done: 2,
      printed: 1,
      skipped: 1,
      sizeBytes: expect.any(Number),
      expiresAt: expect.any(String),
    });
    const skips = await clients.schoolAdmin.get(`${address}/${id}/skips`, { 'accept-language': 'zh' });
    expect(skips.body.items).toMatchObject([
      {
        graduateId: bare,
        name: '未登记者',
        paper: 'statement',
        code: 'TRANSFER_NUMBER_MISSING',
        reason: errors.TRANSFER_NUMBER_MISSING.zh,
        characters: [],
      },
    ]);
    expect((await clients.schoolAdmin.get(`${address}/${id}/skips?code=GLYPH_MISSING`)).body.items).toEqual([]);
    const file = await download(clients.schoolAdmin, id);
    expect([
      file.status,
      file.headers.get('content-type'),
      file.headers.get('content-disposition'),
      file.headers.get('cache-control'),
    ]).toEqual([200, 'application/zip', 'attachment; filename="papers.zip"', 'no-store']);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(String(bytes.length)).toBe(file.headers.get('content-length'));
    expect((await openZip(bytes)).size).toBe(2);
    expect((await clients.schoolAdmin.get(address)).body.items).toMatchObject([{ id, status: 'READY' }]);
    expect(await actionsOf(id)).toEqual(['PRINT_BATCH_REQUESTED', 'PRINT_BATCH_DOWNLOADED']);
  }, 60_000);

  it('R45 a print file is a PDF', async () => {
    const { clients } = await schoolOfTwo();
    const {
      body: { id },
    } = await clients.schoolAdmin.post(address, { ...query, form: 'PRINT_FILE' });
    await work(id);
    const file = await download(clients.schoolAdmin, id);
    expect([
      file.headers.get('content-type'),
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ]).toEqual(['application/pdf', '%PDF-']);
  }, 60_000);

  it('R45 are in the rendering that was asked for, which the list says, and which is part of the question', async () => {
    const { clients } = await schoolOfTwo();
    const key = 'print-key-2';
    const asked = await clients.schoolAdmin.post(address, { ...query, rendering: 'large' }, { key });
    expect(asked).toMatchObject({ status: 201, body: { query: { rendering: 'large' } } });
    expect((await clients.schoolAdmin.post(address, query, { key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await clients.schoolAdmin.get(address)).body.items).toMatchObject([{ id: asked.body.id, query: { rendering: 'large' } }]);
    expect(await clients.schoolAdmin.post(address, { ...query, rendering: 'fr' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST' },
    });
    expect(await work(asked.body.id)).toMatchObject({ status: 'READY', printed: 1 });
    const [, pdf] = [...(await openZip(new Uint8Array(await (await download(clients.schoolAdmin, asked.body.id)).arrayBuffer()))).values()];
    expect((await readPdf(pdf!)).textFrom(15)).toContain('示例同学');
  }, 60_000);

  it('the same key is the same batch, another query under it is refused, and none is asked for without one', async () => {
    const { clients } = await schoolOfTwo();
    const key = 'print-key-1';
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

  it('R45 can be cancelled, also while no worker is there, and resumed where it was', async () => {
    const { clients } = await schoolOfTwo();
    const {
      body: { id },
    } = await clients.schoolAdmin.post(address, query);
    expect((await clients.schoolReviewer.post(`${address}/${id}/cancellation`)).body).toMatchObject({
      status: 'CANCELLED',
      finishedAt: expect.any(String),
    });
    expect(await work(id)).toMatchObject({ status: 'CANCELLED', printed: 0 });
    const before = started.length;
    expect((await clients.schoolAdmin.post(`${address}/${id}/resumption`)).body).toMatchObject({ status: 'RUNNING', finishedAt: null });
    expect(started.slice(before)).toEqual([id]);
    expect(await work(id)).toMatchObject({ status: 'READY', printed: 1 });
    expect((await clients.schoolAdmin.post(`${address}/${id}/cancellation`)).body).toMatchObject({ status: 'READY' });
    expect((await clients.schoolAdmin.post(`${address}/${id}/resumption`)).body).toMatchObject({ status: 'READY' });
    expect(await actionsOf(id)).toEqual(['PRINT_BATCH_REQUESTED', 'PRINT_BATCH_CANCELLED', 'PRINT_BATCH_RESUMED']);
  }, 60_000);

  it('R36 X31 are for college and school, each its own; papers of files for the school alone', async () => {
    const { clients, school } = await schoolOfTwo();
    const other = await schoolOfTwo();
    const own = await clients.collegeReviewer.post(address, query);
    expect(own.body.query).toMatchObject({ collegeId: school.collegeId });
    expect((await clients.collegeAdmin.post(address, { ...query, collegeId: other.school.collegeId })).body.code).toBe('FORBIDDEN');
    const whole = await clients.schoolAdmin.post(address, query);
    const papers = { of: 'DISPATCHES', papers: ['slip'], form: 'ZIP', cohort: 2027, collegeId: school.collegeId };
    const slips = await clients.schoolAdmin.post(address, papers);
    expect(slips.status).toBe(201);
    expect((await clients.collegeAdmin.post(address, papers)).body.code).toBe('FORBIDDEN');
    for (const path of ['', '/file', '/skips']) {
      for (const {
        body: { id },
      } of [whole, slips])
        expect((await clients.collegeAdmin.get(`${address}/${id}${path}`)).status).toBe(404);
      expect((await other.clients.schoolAdmin.get(`${address}/${own.body.id}${path}`)).status).toBe(404);
    }
    const both = await staffClient(
      app,
      app.record.newId(),
      { role: 'SCHOOL_ADMIN', schoolId: other.school.schoolId },
      { role: 'COLLEGE_REVIEWER', schoolId: school.schoolId, collegeId: school.collegeId },
    );
    expect([(await both.get(`${address}/${own.body.id}`)).status, (await both.get(`${address}/${slips.body.id}`)).status]).toEqual([
      200, 404,
    ]);
    expect((await both.get(address)).body.items.map(({ id }: { id: string }) => id)).toEqual([own.body.id]);
    for (const path of ['cancellation', 'resumption'])
      expect((await other.clients.schoolAdmin.post(`${address}/${own.body.id}/${path}`)).status).toBe(404);
    expect((await clients.collegeAdmin.get(address)).body.items.map(({ id }: { id: string }) => id)).toEqual([own.body.id]);
    const page = (await clients.schoolAdmin.get(`${address}?limit=2`)).body;
    const rest = (await clients.schoolAdmin.get(`${address}?limit=2&cursor=${page.nextCursor}`)).body;
    expect([...page.items, ...rest.items].map(({ id }: { id: string }) => id)).toEqual([slips, whole, own].map(({ body }) => body.id));
    for (const client of [clients.graduate, clients.counsellor]) expect((await client.post(address, query)).body.code).toBe('FORBIDDEN');
  });
});

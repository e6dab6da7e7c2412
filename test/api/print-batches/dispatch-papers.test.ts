import sharp from 'sharp';
import { bindBatch } from '../../../activities/print-batches/bind-batch.ts';
import { printPapers } from '../../../activities/print-batches/print-papers.ts';
import { dispatchOffice as office } from '../../support/record/dispatches.ts';
import { adminActor, graduateActor, run, seenBasic } from '../../support/record/commands.ts';
import { homeDossier } from '../../support/record/contents.ts';
import { createGraduate } from '../../support/record/graduates.ts';
import { submit } from '../../support/record/registration.ts';
import { readCode } from '../../support/pdf/read-code.ts';
import { brokenStructure } from '../../support/pdf/broken-structure.ts';
import { readObjects } from '../../support/pdf/read-objects.ts';
import { readPages } from '../../support/pdf/read-pages.ts';
import { scanPage } from '../../support/pdf/scan-page.ts';
import { openZip } from '../../support/print-batches/open-zip.ts';
import { openPressRoom, type PressRoom } from '../../support/print-batches/press-room.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client } from '../support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
let room: PressRoom;
beforeAll(async () => {
  app = await openApplication();
  room = await openPressRoom(app.record, { files: app.deps.files, publicUrl: app.url });
});
afterAll(async () => {
  await room?.close();
  await app?.close();
});

const noProgress = () => undefined;
let schools = 0;

/** A school whose files of two graduates are prepared, the second one's before the first one's. */
async function prepared(): Promise<
  SchoolWithPeople & { readonly files: readonly { graduateId: string; dispatchId: string; serial: string }[] }
> {
  // A name of its own: papers of equal content are one.
  const people = await schoolWithPeople(app, { name: `样例${(schools += 1)}` });
  await numbered(app, people);
  const { record } = app;
  const second = await createGraduate(record.pool, record, people.school, { name: '样例乙' });
  await run(record, second.graduateId, graduateActor(second), 'CHECK_BASIC_INFORMATION', {
    digest: await seenBasic(record, second.graduateId),
  });
  await submit(record, people.school, second, 'DESTINATION', { code: '70', subtype: '70-L1' }, [], Date.now());
  await submit(record, people.school, second, 'DOSSIER', homeDossier, [], Date.now());
  await run(record, second.graduateId, adminActor(people.school), 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' });
  const { body } = await people.clients.schoolAdmin.post('/api/dispatches', {
    office,
    items: [second.graduateId, people.graduate.graduateId].map((graduateId) => ({ graduateId })),
  });
  return { ...people, files: body.items };
}

async function printed({ clients }: SchoolWithPeople, query: object): Promise<{ id: string; bytes: Uint8Array }> {
  const {
    body: { id },
  } = await clients.schoolAdmin.post('/api/print-batches', { of: 'DISPATCHES', cohort: 2027, ...query });
  await printPapers(room.dependencies, id, noProgress);
  await bindBatch(room.dependencies, id, noProgress);
  const response = await fetch(new URL(`/api/print-batches/${id}/file`, app.url), { headers: { cookie: clients.schoolAdmin.cookie } });
  return { id, bytes: new Uint8Array(await response.arrayBuffer()) };
}
const numberOf = async (graduateId: string): Promise<string> => {
  const {
    rows: [row],
  } = await app.record.pool.query<{ id: string; sealed: string }>(
    `SELECT "id", "numberSealed" AS "sealed" FROM "transfer_number" WHERE "graduateId" = $1 AND "status" = 'ACTIVE'`,
    [graduateId],
  );
  return app.record.seals.open('TRANSFER', row!.id, row!.sealed);
};
const paperSerial = (serial: string): string => `转档字〔${serial.slice(0, 4)}〕${serial.slice(5)}号`;

describe('the papers of files, many at once', () => {
  it('R61 R62 R63 R64 go from HTTP to paper: one file for each, and the code of the printed slip reports the receipt', async () => {
    const people = await prepared();
    const { bytes } = await printed(people, { form: 'ZIP', papers: ['notice', 'slip', 'receipt'] });
    const archive = await openZip(bytes);
    const names = [...archive.keys()].slice(1);
    expect(names.map((name) => name.slice(0, -13))).toEqual([
      '00001-notice',
      '00002-slip',
      '00003-receipt',
      '00004-notice',
      '00005-slip',
      '00006-receipt',
    ]);
    for (const [at, { graduateId, serial }] of people.files.entries()) {
      const [notice, slip, receipt] = await Promise.all(
        names.slice(at * 3, at * 3 + 3).map(async (name) => (await readPages(archive.get(name)!)).pages.join('')),
      );
      for (const paper of [notice, slip, receipt]) expect(paper).toContain(paperSerial(serial));
      const isIn = async (text = '') => text.replace(/[^0-9A-Z]/g, '').includes(await numberOf(graduateId));
      expect(await Promise.all([slip, notice, receipt].map(isIn))).toEqual([true, false, false]);
      expect(slip).toContain('请按档案所列目录清单查收，并将回执退回');
    }

    const [{ dispatchId = '', serial = '' } = {}] = people.files;
    await people.clients.schoolAdmin.post(`/api/dispatches/${dispatchId}/sending`, { carrier: 'EMS', trackingNumber: 'EX000000009CN' });
    const code = await readCode(await scanPage(archive.get(names[1]!)!, 150));
    const [page, token = ''] = (code ?? '').split('#');
    expect(page).toBe(`${app.url}/receipt`);
    const stranger = new Client(app.url);
    expect((await stranger.post('/api/dispatch-receipts/slip', { token })).body).toMatchObject({ serial: paperSerial(serial), open: true });
    const form = new FormData();
    for (const [name, value] of Object.entries({ token, name: '收件人', phone: '010-87654321' })) form.set(name, value);
    form.set(
      'file',
      new Blob(
        [
          Buffer.from(
            await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
              .jpeg()
              .toBuffer(),
          ),
        ],
        { type: 'image/jpeg' },
      ),
      'photo',
    );
    expect(await stranger.send('POST', '/api/dispatch-receipts', form)).toMatchObject({ status: 201, body: { status: 'REPORTED' } });
    expect((await people.clients.schoolAdmin.get(`/api/dispatches/${dispatchId}`)).body).toMatchObject({
      status: 'REPORTED',
      report: { name: '收件人' },
    });
  }, 90_000);

  it('R62 R64 as one print file they follow the serials, and a slip whose number died is skipped and explained', async () => {
    const people = await prepared();
    const [first, second] = people.files;
    await app.record.pool.query(`UPDATE "transfer_number" SET "status" = 'INVALIDATED' WHERE "graduateId" = $1`, [first!.graduateId]);
    const { id, bytes } = await printed(people, { form: 'PRINT_FILE', papers: ['slip', 'receipt'], status: 'PREPARED' });
    const { pages, ends, bookmarks, loose } = await readPages(bytes);
    expect(pages.map((page) => page.slice(-3))).toEqual(['1/3', '2/3', '3/3']);
    // As large and as high as it is meant, whatever the browser has set up for its page.
    for (const { size, fromBottom } of ends) expect([size, fromBottom]).toEqual([expect.closeTo(9, 2), expect.closeTo(14.17, 1)]);
    const [before, after] = [first, second].map((file) => file!.serial);
    expect(bookmarks).toEqual([
      [before, 1, [['1 / 3 回执', 1]]],
      [
        after,
        2,
        [
          ['2 / 3 转递单', 2],
          ['3 / 3 回执', 3],
        ],
      ],
    ]);
    expect([brokenStructure(readObjects(Buffer.from(bytes))), loose]).toEqual([[], '']);
    expect(pages.map((page) => [first, second].findIndex((file) => page.includes(paperSerial(file!.serial))))).toEqual([0, 1, 1]);
    expect((await people.clients.schoolAdmin.get(`/api/print-batches/${id}/skips`)).body.items).toMatchObject([
      { position: 1, graduateId: first!.graduateId, paper: 'slip', code: 'TRANSFER_NUMBER_MISSING' },
    ]);
    const { rows: kept } = await app.record.pool.query('SELECT FROM "statement" WHERE "graduateId" = $1', [second!.graduateId]);
    expect(kept).toHaveLength(2);
  }, 90_000);

  it('R61 only what is prepared or on its way is printed, unless the query says otherwise', async () => {
    const people = await prepared();
    await people.clients.schoolAdmin.post(`/api/dispatches/${people.files[0]!.dispatchId}/outcome`, {
      outcome: 'CANCELLED',
      note: '地址有误',
    });
    expect((await openZip((await printed(people, { form: 'ZIP', papers: ['notice'] })).bytes)).size).toBe(2);
    expect((await openZip((await printed(people, { form: 'ZIP', papers: ['notice'], status: 'SENT' })).bytes)).size).toBe(1);
  }, 90_000);
});

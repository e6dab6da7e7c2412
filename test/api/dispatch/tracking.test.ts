import ExcelJS from 'exceljs';
import { openApplication, type TestApplication } from '../support/application.ts';
import type { Client } from '../support/client.ts';
import { dispatchAuditOf, prepare, readyToDispatch } from '../support/dispatches.ts';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

describe('the courier’s sheet', () => {
  const csv = (rows: readonly string[]) => Buffer.from(['运单导出', ...rows].join('\n'));
  const upload = (client: Client, bytes: Uint8Array) => client.upload('/api/dispatches/tracking', bytes, 'text/csv');

  it('R62 sends prepared files by serial or student number, says what it skips, and changes nothing when it comes twice', async () => {
    const people = await readyToDispatch(app);
    const { schoolAdmin } = people.clients;
    const id = await prepare(people);
    const { serial, studentNo } = (await schoolAdmin.get(`/api/dispatches/${id}`)).body;
    const rows = [
      '转档字,学号,运单号',
      `转档字〔${serial.slice(0, 4)}〕${serial.slice(5)}号,${studentNo},EX111111111CN`,
      ',99999999,EX222222222CN',
      '2027-x,,EX333333333CN',
      `${serial},,1.23E+19`,
    ];
    expect(await upload(schoolAdmin, csv(rows))).toMatchObject({
      status: 200,
      body: {
        sent: 1,
        tracked: 0,
        same: 0,
        skipped: [
          { row: 4, reason: 'NO_SUCH_FILE' },
          { row: 5, reason: 'SERIAL_WRONG' },
          { row: 6, reason: 'DIGITS_LOST' },
        ],
      },
    });
    expect((await schoolAdmin.get(`/api/dispatches/${id}`)).body).toMatchObject({
      status: 'SENT',
      carrier: 'EMS',
      trackingNumber: 'EX111111111CN',
    });
    expect((await upload(schoolAdmin, csv(rows))).body).toMatchObject({ sent: 0, tracked: 0, same: 1 });
    expect((await upload(schoolAdmin, csv(['学号,邮件号', `${studentNo},EX444444444CN`]))).body).toMatchObject({
      sent: 0,
      tracked: 1,
      skipped: [],
    });
    expect(await dispatchAuditOf(app, people.id)).toEqual([
      'SCHOOL_ADMIN DISPATCH_PREPARED',
      'SCHOOL_ADMIN DISPATCH_SENT',
      'SCHOOL_ADMIN DISPATCH_TRACKED',
    ]);
  });

  it('R62 reads a workbook, and keeps to the own school', async () => {
    const [people, other] = [await readyToDispatch(app), await readyToDispatch(app)];
    const id = await prepare(people);
    const { studentNo } = (await people.clients.schoolAdmin.get(`/api/dispatches/${id}`)).body;
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('导出').addRows([
      ['学号', '快递单号'],
      [studentNo, 1234567890123],
    ]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    expect((await upload(other.clients.schoolAdmin, bytes)).body).toMatchObject({ sent: 0, skipped: [{ reason: 'NO_SUCH_FILE' }] });
    expect((await upload(people.clients.schoolAdmin, bytes)).body).toEqual({ sent: 1, tracked: 0, same: 0, skipped: [] });
    expect((await people.clients.schoolAdmin.get(`/api/dispatches/${id}`)).body.trackingNumber).toBe('1234567890123');
  });

  it('R62 refuses what is no such sheet', async () => {
    const { clients } = await readyToDispatch(app);
    for (const bytes of [csv(['姓名,电话', '某,1']), Buffer.from([0, 1, 2, 255, 0]), Buffer.from('PK no archive')]) {
      expect(await upload(clients.schoolAdmin, bytes)).toMatchObject({ status: 422, body: { code: 'FILE_TYPE_MISMATCH' } });
    }
  });
});

import { printDispatchPaper } from '../../../activities/dispatch/print-dispatch-paper.ts';
import { createPdfBrowser, type PdfBrowser } from '../../../infra/pdf/browser.ts';
import { createPaperRenderer } from '../../../infra/pdf/render-paper.ts';
import { readReceiptToken } from '../../../infra/dispatch/receipt-token.ts';
import { findPaper } from '../../../infra/dispatch/find-paper.ts';
import { moveDispatch } from '../../../infra/dispatch/move-dispatch.ts';
import { layOutPaper } from '../../../domain/dispatch/paper-layout.ts';
import { adminActor, graduateActor, run, seenBasic } from '../../support/record/commands.ts';
import { homeDossier, studyDestination } from '../../support/record/contents.ts';
import { evidenceOf } from '../../support/record/evidence.ts';
import { dispatchOffice, preparedDispatch } from '../../support/record/dispatches.ts';
import { createGraduate, createSchool } from '../../support/record/graduates.ts';
import { submit } from '../../support/record/registration.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';

let record: TestRecord;
let browser: PdfBrowser;
beforeAll(async () => {
  record = await openTestRecord();
  browser = createPdfBrowser();
});
afterAll(async () => {
  await browser?.close();
  await record?.close();
});

async function ready() {
  const school = await createSchool(record.pool);
  const graduate = await createGraduate(record.pool, record, school);
  const { graduateId } = graduate;
  await run(record, graduateId, graduateActor(graduate), 'CHECK_BASIC_INFORMATION', { digest: await seenBasic(record, graduateId) });
  await submit(record, school, graduate, 'DESTINATION', studyDestination, [await evidenceOf(record, graduate, 'DESTINATION')], Date.now());
  await submit(record, school, graduate, 'DOSSIER', homeDossier, [], Date.now());
  const { ids } = await run(record, graduateId, adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' });
  const {
    rows: [row],
  } = await record.pool.query<{ numberSealed: string }>('SELECT "numberSealed" FROM "transfer_number" WHERE "id" = $1', [
    ids?.transferNumberId,
  ]);
  const number = record.seals.open('TRANSFER', ids?.transferNumberId ?? '', row?.numberSealed ?? '');
  return { graduateId, number, ...(await preparedDispatch(record, graduateId)) };
}

const sourceOf = () => ({
  ...record,
  offlineSigning: record.keyring.offlineSigning,
  settings: { publicUrl: 'http://127.0.0.1:3000', specimen: true },
});
const plain = (text: string) => text.replace(/\s/g, '');

/** The text of a paper as an independent reader finds it. */
async function print(dispatchId: string, paper: 'notice' | 'slip' | 'receipt') {
  const pdf = await readPdf(await createPaperRenderer(browser)((await findPaper(sourceOf(), { dispatchId, paper })).content));
  return { ...pdf, text: plain(pdf.text) };
}

describe('the three papers', () => {
  it('R61 R62 R63 R64 R36 have all their fields and one serial; the slip has the transfer number, the notice does not', async () => {
    const { id, graduateId, number, year } = await ready();
    await moveDispatch(record, id, {
      to: 'SENT',
      actor: { id: record.newId(), role: 'SCHOOL_ADMIN' },
      details: { carrier: 'EMS', trackingNumber: 'EX123456789CN' },
    });
    const {
      rows: [person],
    } = await record.pool.query<{ idNumberSealed: string }>('SELECT "idNumberSealed" FROM "graduate" WHERE "id" = $1', [graduateId]);
    const idNumber = record.cipher.open(person?.idNumberSealed ?? '', `graduate.idNumber:${graduateId}`);
    const [notice, slip, receipt] = await Promise.all((['notice', 'slip', 'receipt'] as const).map((paper) => print(id, paper)));
    const serial = `转档字〔${year}〕0001号`;
    for (const paper of [notice, slip, receipt]) {
      expect(paper).toMatchObject({ pages: 1, outside: [] });
      expect(paper!.text).toContain(serial);
      expect(paper!.text).toContain('样例');
      expect(paper!.fontTypes).not.toContain('Type3');
    }
    const { unitName, address } = homeDossier;
    for (const words of [
      '示例同学同学：',
      `您的毕业生档案已于${year}年`,
      `寄往${unitName}（${address}）`,
      '经办人样例老师',
      '联系电话010-12345678',
      '发件单位（盖章）示例大学',
      '此联由高校填写，交高校毕业生本人留存',
    ])
      expect(notice!.text).toContain(words);
    for (const words of [
      `身份证号：${idNumber}`,
      '请按档案所列目录清单查收，并将回执退回',
      '姓名示例同学',
      '生源地北京市',
      '联系电话19900000001',
      '转递类型转回生源地',
      '就业单位名称示例研究院',
      `单位地址${address}`,
      '档案卷数2卷',
      '高校毕业生登记表1份',
      `回执邮寄地址${dispatchOffice.address}`,
      '邮政编码100083',
      '经办人（签名）样例老师',
      '此联由高校填写，放入高校毕业生档案',
    ])
      expect(slip!.text).toContain(words);
    for (const words of [
      '示例同学档案共2卷已收到',
      '收件人签名',
      '联系电话',
      '收件单位（盖章）',
      '日期',
      '此联由档案管理服务机构填写，反馈高校',
    ])
      expect(receipt!.text).toContain(words);
    const isIn = (text: string) => text.replace(/[^0-9A-Z]/g, '').includes(number);
    expect([slip, notice, receipt].map((paper) => isIn(paper!.text))).toEqual([true, false, false]);
    for (const paper of [notice, receipt]) expect(paper!.text).not.toContain(idNumber);
    expect([slip, notice, receipt].map((paper) => paper!.alternatives.length)).toEqual([1, 0, 0]);
  }, 60_000);

  it('R63 the code of the slip leads to the receipt of this dispatch, with its token in the fragment and nothing about anybody', async () => {
    const { id } = await ready();
    const { content: slip } = await findPaper(sourceOf(), { dispatchId: id, paper: 'slip' });
    const [address, token] = (slip.paper === 'slip' ? slip.qrContent : '').split('#');
    expect([address, readReceiptToken(record.keyring.offlineSigning, token ?? '')]).toEqual(['http://127.0.0.1:3000/receipt', id]);
  });

  it('R61 a paper of what has not left yet leaves room for the day', async () => {
    const { id } = await ready();
    expect(layOutPaper((await findPaper(sourceOf(), { dispatchId: id, paper: 'notice' })).content).opening[1]).toContain(
      '已于　　　　年　　月　　日寄往',
    );
  });

  it('R64 X30 no slip is printed with a dead number, no paper for a cancelled serial, and each paper once', async () => {
    const { id, graduateId } = await ready();
    const stored = new Map<string, Uint8Array>();
    let printed = 0;
    const printing = {
      statements: sourceOf(),
      files: { get: async (key: string) => stored.get(key), put: async (key: string, bytes: Uint8Array) => void stored.set(key, bytes) },
      contentKey: (purpose: string, inputs: unknown) => purpose + JSON.stringify(inputs),
      renderPaper: async () => {
        printed += 1;
        return new Uint8Array([printed]);
      },
    } as never;
    const deps = { pool: record.pool, cipher: record.cipher, printing };
    const keys = [
      await printDispatchPaper(deps, { dispatchId: id, paper: 'slip' }),
      await printDispatchPaper(deps, { dispatchId: id, paper: 'slip' }),
    ];
    expect([new Set(keys).size, printed]).toEqual([1, 1]);
    await record.pool.query(`UPDATE "transfer_number" SET "status" = 'INVALIDATED' WHERE "graduateId" = $1`, [graduateId]);
    await expect(printDispatchPaper(deps, { dispatchId: id, paper: 'slip' })).rejects.toMatchObject({
      type: 'TRANSFER_NUMBER_MISSING',
      nonRetryable: true,
    });
    await moveDispatch(record, id, { to: 'CANCELLED', actor: { id: record.newId(), role: 'SCHOOL_ADMIN' } });
    await expect(printDispatchPaper(deps, { dispatchId: id, paper: 'notice' })).rejects.toMatchObject({ type: 'DISPATCH_ELSEWHERE' });
  });
});

describe('serials', () => {
  it('R64 have no gap and none twice, however many prepare at once and whatever fails between', async () => {
    const first = await ready();
    const {
      rows: [row],
    } = await record.pool.query<{ schoolId: string; collegeId: string; code: string }>(
      'SELECT g."schoolId", g."collegeId", s."code" FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" WHERE g."id" = $1',
      [first.graduateId],
    );
    const school = {
      schoolId: row!.schoolId,
      collegeId: row!.collegeId,
      schoolCode: row!.code,
      staff: { collegeReviewer: record.newId(), schoolReviewer: record.newId(), schoolAdmin: record.newId() },
    };
    const graduates = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const graduate = await createGraduate(record.pool, record, school);
        await run(record, graduate.graduateId, graduateActor(graduate), 'CHECK_BASIC_INFORMATION', {
          digest: await seenBasic(record, graduate.graduateId),
        });
        await submit(record, school, graduate, 'DESTINATION', { code: '70', subtype: '70-L1' }, [], Date.now());
        await submit(record, school, graduate, 'DOSSIER', homeDossier, [], Date.now());
        await run(record, graduate.graduateId, adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' });
        return graduate.graduateId;
      }),
    );
    // Each twice at once: one of the two is refused; those whose id is used already fail after they have taken a serial.
    const failing = { ...record, newId: () => first.id };
    const attempts = graduates.flatMap((graduateId) => [
      preparedDispatch(failing as TestRecord, graduateId),
      preparedDispatch(record, graduateId),
      preparedDispatch(record, graduateId),
    ]);
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    const { rows } = await record.pool.query<{ serial: number }>('SELECT "serial" FROM "dispatch" WHERE "schoolId" = $1 ORDER BY 1', [
      school.schoolId,
    ]);
    expect(rows.map(({ serial }) => serial)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  }, 60_000);
});

import exceljs from 'exceljs';
import { graduateActor, run, seenRecord } from '../support/record/commands.ts';
import { homeDossier } from '../support/record/contents.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { auditOf, toldAbout } from '../support/record/snapshot.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { checked, confirmed, numbered, registered } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let counsellorId: string;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
  const { rows } = await app.record.pool.query<{ counsellorId: string }>('SELECT "counsellorId" FROM "graduate" WHERE "id" = $1', [
    people.graduate.graduateId,
  ]);
  counsellorId = rows[0]!.counsellorId;
});

/** One more graduate of the counsellor, or of somebody else. */
async function another(overrides: Readonly<Record<string, unknown>> = {}): Promise<SchoolWithPeople> {
  const { record } = app;
  return { ...people, graduate: await createGraduate(record.pool, record, people.school, { counsellorId, ...overrides }) };
}

const idOf = ({ graduate }: SchoolWithPeople) => graduate.graduateId;

describe('X31 counsellors see their own classes', () => {
  it('X31 R53 how many have what to do next, by class, and who', async () => {
    const [unregistered, unconfirmed, ungranted, disputing, done] = [
      await another(),
      await another(),
      await another({ className: '二班' }),
      await another({ className: '二班' }),
      await another({ className: '二班' }),
    ];
    await another({ counsellorId: app.record.newId() });
    await checked(app, unregistered);
    await registered(app, unconfirmed);
    await confirmed(app, ungranted);
    await registered(app, disputing);
    await run(app.record, idOf(disputing), graduateActor(disputing.graduate), 'DISPUTE', {
      digest: await seenRecord(app.record, idOf(disputing)),
      text: '单位名称有误',
      fields: ['entityName'],
    });
    await numbered(app, done);
    const { counsellor } = people.clients;
    expect((await counsellor.get('/api/progress')).body.classes).toEqual([
      {
        cohort: 2027,
        college: '示例学院',
        className: '一班',
        graduates: 3,
        overdue: 0,
        lacks: { CHECK: 1, REGISTRATION: 1, CONFIRMATION: 1, GRANT: 0, CORRECTION: 0 },
      },
      {
        cohort: 2027,
        college: '示例学院',
        className: '二班',
        graduates: 3,
        overdue: 0,
        lacks: { CHECK: 0, REGISTRATION: 0, CONFIRMATION: 0, GRANT: 1, CORRECTION: 1 },
      },
    ]);
    const who = async (lacks: string) =>
      (await counsellor.get(`/api/graduates?lacks=${lacks}`)).body.items.map(({ id }: { id: string }) => id);
    expect([await who('CHECK'), await who('REGISTRATION'), await who('CONFIRMATION'), await who('GRANT'), await who('CORRECTION')]).toEqual(
      [[idOf(people)], [idOf(unregistered)], [idOf(unconfirmed)], [idOf(ungranted)], [idOf(disputing)]],
    );
    expect((await counsellor.get('/api/confirmations?status=DISPUTED')).body.items).toMatchObject([
      { graduateId: idOf(disputing), history: [{ status: 'DISPUTED', disputeText: '单位名称有误' }, {}] },
    ]);
    expect((await people.clients.collegeReviewer.get('/api/progress')).body.classes).toMatchObject([{ graduates: 4 }, { graduates: 3 }]);
    // A grant that has ended by its instant is none, whether or not that is booked.
    await app.record.pool.query('UPDATE "verification_grant" SET "deadline" = app_now() WHERE "graduateId" = $1', [idOf(done)]);
    expect(new Set(await who('GRANT'))).toEqual(new Set([idOf(ungranted), idOf(done)]));
  });

  it('X31 a reminder reaches those chosen once a day each, audited; others are skipped with the reason', async () => {
    const [done, foreign] = [await another(), await another({ counsellorId: app.record.newId() })];
    await numbered(app, done);
    const { counsellor } = people.clients;
    const graduateIds = [idOf(people), idOf(done), idOf(foreign)];
    const first = await counsellor.post('/api/reminders', { graduateIds });
    expect(first).toMatchObject({
      status: 200,
      body: { done: 1, skipped: 2, items: [{ status: 'DONE' }, { code: 'NOTHING_TO_REMIND' }, { code: 'FORBIDDEN' }] },
    });
    expect((await counsellor.post('/api/reminders', { graduateIds: [idOf(people)] })).body.items).toMatchObject([
      { status: 'SKIPPED', code: 'REMINDED_TODAY', clause: 'X31' },
    ]);
    expect(await toldAbout(app.record, idOf(people))).toEqual(['GRADUATE reminder.staff']);
    expect((await auditOf(app.record, idOf(people))).slice(-1)).toMatchObject([
      { action: 'REMINDED_BY_STAFF', actor: counsellorId, actorRole: 'COUNSELLOR', fields: ['NOT_CHECKED'] },
    ]);
  });

  it('X31 two reminders at the same time are one', async () => {
    const send = () => people.clients.counsellor.post('/api/reminders', { graduateIds: [idOf(people)] });
    const replies = await Promise.all([send(), send(), send()]);
    expect(replies.map(({ body }) => body.done).sort()).toEqual([0, 0, 1]);
  });
});

describe('X31 a chase list', () => {
  const formula = '=HYPERLINK("http://x")';

  it('X31 as CSV: nobody’s name is a formula, and nobody from elsewhere is in it', async () => {
    await another({ name: '+86,"引号"', className: formula });
    const foreign = await another({ counsellorId: app.record.newId(), name: '外班同学' });
    await numbered(app, await another({ name: '已完成' }));
    const reply = await people.clients.counsellor.get('/api/chase-list?format=csv');
    expect(reply.headers.get('content-type')).toContain('text/csv');
    const lines = reply.text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe('"届","院系","班级","学号","姓名","手机号码","电子邮箱","待办","最近提醒"');
    expect(lines).toHaveLength(3);
    expect(reply.text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(reply.text).toContain(`"'+86,""引号"""`);
    for (const name of ['外班同学', '已完成', idOf(foreign)]) expect(reply.text).not.toContain(name);
    const { rows } = await app.record.pool.query(
      'SELECT "schoolId", "fields" FROM "audit_event" WHERE "action" = \'CHASE_LIST_EXPORTED\' AND "actor" = $1',
      [counsellorId],
    );
    expect(rows).toEqual([{ schoolId: people.school.schoolId, fields: ['csv', 'ALL', '2'] }]);
  });

  it('X31 as XLSX: cells are text, leading zeros stay, the header is frozen', async () => {
    await another({ name: formula, studentNo: '00012345' });
    const { counsellor } = people.clients;
    const response = await fetch(new URL('/api/chase-list?format=xlsx&lacks=CHECK', app.url), { headers: { cookie: counsellor.cookie } });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const [sheet] = workbook.worksheets;
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const cells = sheet!.getRows(2, 2)!.flatMap((row) => (row.values as unknown[]).slice(1));
    expect(cells.every((value) => typeof value === 'string')).toBe(true);
    expect(cells).toEqual(expect.arrayContaining(['00012345', formula]));
  });

  it('X31 is refused in an unknown format', async () => {
    expect(await people.clients.counsellor.get('/api/chase-list?format=pdf')).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'format' }] },
    });
  });
});

describe('what waits for a desk', () => {
  it('R14 X31 is counted for whoever looks: their classes, their college, nobody else’s', async () => {
    const { record } = app;
    const [submitted, foreign] = [await another(), await another({ counsellorId: record.newId() })];
    for (const one of [submitted, foreign]) {
      await checked(app, one);
      await run(record, idOf(one), graduateActor(one.graduate), 'SUBMIT_SECTION', {
        section: 'DOSSIER',
        content: homeDossier,
        evidenceIds: [],
        basedOn: null,
      });
    }
    await run(record, idOf(people), graduateActor(people.graduate), 'DISPUTE_BASIC_INFORMATION', { fields: ['name'], note: '姓名有误' });
    await record.pool.query('UPDATE "section_version" SET "overdueToldAt" = app_now() WHERE "graduateId" = $1', [idOf(foreign)]);
    const { counsellor, collegeReviewer } = people.clients;
    expect((await counsellor.get('/api/today')).body).toEqual({
      collegeReview: { waiting: 1, late: 0, oldest: expect.any(String) },
      schoolReview: { waiting: 0, late: 0, oldest: null },
      tickets: { waiting: 1, oldest: expect.any(String) },
      graduates: { all: 2, overdue: 0, disputed: 0 },
    });
    expect((await collegeReviewer.get('/api/today')).body).toMatchObject({ collegeReview: { waiting: 2, late: 1 }, graduates: { all: 3 } });
    expect((await (await schoolWithPeople(app)).clients.schoolAdmin.get('/api/today')).body).toMatchObject({
      collegeReview: { waiting: 0, oldest: null },
      tickets: { waiting: 0 },
      graduates: { all: 1 },
    });
  });
});

import { randomUUID } from 'node:crypto';
import { residentIdCheckDigit } from '../../domain/identity-documents/resident-id.ts';
import { identityIndex } from '../../infra/identity/identity-index.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { homeDossier } from '../support/record/contents.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { checked, numbered, registered } from './support/stages.ts';
import { somebodyAs } from './support/world.ts';

let app: TestApplication;
let people: SchoolWithPeople;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
});

const own = () => `/api/graduates/${people.graduate.graduateId}`;
const correct = (changes: Readonly<Record<string, unknown>>, options: { key?: string; headers?: Record<string, string> } = {}) =>
  people.clients.schoolAdmin.post(`${own()}/basic-information/correction`, { changes, reason: '与证件不符' }, options);
const row = async (columns: string) =>
  (await app.record.pool.query(`SELECT ${columns} FROM "graduate" WHERE "id" = $1`, [people.graduate.graduateId])).rows[0] as Record<
    string,
    unknown
  >;

describe('a correction of basic information', () => {
  it('R7 X12 of the document number is stored sealed and indexed, and kills the numbers that rested on it', async () => {
    await numbered(app, people);
    const reply = await correct({ idType: 'PASSPORT', idNumber: 'e1234 5678' });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        graduate: {
          basic: { idType: 'PASSPORT', idNumber: 'E1*****78' },
          confirmation: { status: 'UNCONFIRMED' },
          grants: [{ status: 'INVALIDATED' }, {}],
        },
      },
    });
    const { idNumberSealed, idNumberIndex } = await row('"idNumberSealed", "idNumberIndex"');
    expect(app.record.cipher.open(String(idNumberSealed), `graduate.idNumber:${people.graduate.graduateId}`)).toBe('E12345678');
    expect(idNumberIndex).toBe(identityIndex(app.record.index, 'PASSPORT', 'E12345678'));
    const { rows } = await app.record.pool.query<{ all: string }>(
      `SELECT string_agg(c."payload"::text, '') || (SELECT string_agg(a::text, '') FROM "audit_event" a) AS "all" FROM "command" c`,
    );
    expect(rows[0]?.all).not.toContain('E12345678');
  });

  it('sent twice under one key is one correction, although a seal is random', async () => {
    const key = randomUUID();
    const [first, second] = [
      await correct({ idNumber: '11010519491231002X' }, { key }),
      await correct({ idNumber: '11010519491231002X' }, { key }),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.command).toEqual(first.body.command);
    expect(await correct({ idNumber: `11010519491231003${residentIdCheckDigit('11010519491231003')}` }, { key })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('that rests on an older version than the record’s is refused where the desk says which it saw', async () => {
    const { version } = (await people.clients.schoolAdmin.get(own())).body;
    expect(await correct({ major: '逻辑学' }, { headers: { 'if-match': `"${version}"` } })).toMatchObject({
      status: 200,
      body: { graduate: { version: version + 1, basic: { major: '逻辑学' } } },
    });
    expect(await correct({ major: '伦理学' }, { headers: { 'if-match': `"${version}"` } })).toMatchObject({
      status: 409,
      body: { code: 'RECORD_CHANGED' },
    });
    expect(await row('"major"')).toEqual({ major: '逻辑学' });
  });

  it('with equal values is none', async () => {
    expect(await correct({ major: '哲学' })).toMatchObject({ status: 422, body: { code: 'NO_CHANGE' } });
  });
});

describe('requests of graduates', () => {
  it('R6 wrong basic information closes the gate, reaches the school, and its answer opens it again', async () => {
    const { graduate, schoolReviewer } = people.clients;
    const opened = await graduate.post(`${own()}/basic-information/dispute`, { fields: ['major'], note: '专业名称有误' });
    expect(opened).toMatchObject({
      status: 201,
      body: { graduate: { basicCheck: 'DISPUTED', tickets: [{ kind: 'BASIC_INFORMATION', status: 'OPEN', fields: ['major'] }] } },
    });
    expect(
      await graduate.post(`${own()}/sections/DOSSIER/submissions`, { content: homeDossier, evidenceIds: [], basedOn: null }),
    ).toMatchObject({ status: 409, body: { code: 'BASIC_INFORMATION_DISPUTED', clause: 'R6' } });
    const { items } = (await schoolReviewer.get('/api/tickets')).body;
    expect(items).toEqual([
      expect.objectContaining({
        id: opened.body.command.ids.ticketId,
        graduateId: people.graduate.graduateId,
        name: '示例同学',
        note: '专业名称有误',
      }),
    ]);
    expect((await schoolReviewer.get('/api/notifications')).body.items).toEqual([
      expect.objectContaining({ event: 'basic_information.ticket_opened' }),
    ]);
    const answered = await schoolReviewer.post(`/api/tickets/${items[0].id}/answer`, { resolved: true, answer: '已更正' });
    expect(answered).toMatchObject({ status: 200, body: { graduate: { view: 'STAFF', basicCheck: 'PENDING' } } });
    expect((await graduate.get(own())).body.tickets).toEqual([expect.objectContaining({ status: 'RESOLVED', answer: '已更正' })]);
    expect(await schoolReviewer.post(`/api/tickets/${items[0].id}/answer`, { resolved: true, answer: '再答' })).toMatchObject({
      status: 409,
      body: { code: 'TICKET_NOT_OPEN' },
    });
    expect((await schoolReviewer.get('/api/tickets')).body.items).toEqual([]);
  });
});

describe('the queue of a desk', () => {
  it('R14 holds what was submitted, longest waiting first, by its filters and page by page', async () => {
    const { record } = app;
    const others = await Promise.all(
      ['二班', '三班'].map((className) => createGraduate(record.pool, record, people.school, { className })),
    );
    for (const graduate of [people.graduate, ...others]) {
      await checked(app, { ...people, graduate });
      const { rows } = await record.pool.query<{ id: string }>(
        `INSERT INTO "section_version" ("id", "graduateId", "section", "source", "status", "content", "contentDigest", "submittedAt", "statusSince", "evidenceIds", "returnFields")
         VALUES ($1, $2, 'DOSSIER', 'GRADUATE', 'COLLEGE_REVIEW', $3, 'x', app_now(), app_now(), '{}', '{}') RETURNING "id"`,
        [record.newId(), graduate.graduateId, JSON.stringify(homeDossier)],
      );
      expect(rows).toHaveLength(1);
    }
    const { collegeReviewer, schoolReviewer } = people.clients;
    const whole = (await collegeReviewer.get('/api/reviews')).body.items;
    expect(whole.map(({ className }: { className: string }) => className)).toEqual(['一班', '二班', '三班']);
    const first = (await collegeReviewer.get('/api/reviews?limit=2')).body;
    const second = (await collegeReviewer.get(`/api/reviews?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(whole);
    expect(second.nextCursor).toBeNull();
    expect((await collegeReviewer.get(`/api/reviews?className=${encodeURIComponent('二班')}`)).body.items).toHaveLength(1);
    expect((await collegeReviewer.get('/api/reviews?section=HUKOU')).body.items).toEqual([]);
    expect((await collegeReviewer.get('/api/reviews?overdue=true')).body.items).toEqual([]);
    expect((await collegeReviewer.get('/api/reviews?cohort=2026')).body.items).toEqual([]);
    expect((await schoolReviewer.get('/api/reviews?status=SCHOOL_REVIEW')).body.items).toEqual([]);
    expect((await people.clients.counsellor.get('/api/reviews')).body.items).toHaveLength(1);
    expect(await collegeReviewer.get('/api/reviews?status=APPROVED')).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'status' }] },
    });
  });
});

describe('lists and counts', () => {
  it('show a jurisdiction’s graduates by stage and confirmation, without a document number or contact', async () => {
    await registered(app, people);
    const { schoolAdmin } = people.clients;
    const { items } = (await schoolAdmin.get('/api/graduates?stage=CONFIRMING&confirmationStatus=UNCONFIRMED')).body;
    expect(items).toEqual([
      {
        id: people.graduate.graduateId,
        cohort: 2027,
        name: '示例同学',
        studentNo: expect.any(String),
        school: '示例大学',
        college: '示例学院',
        className: '一班',
        stage: 'CONFIRMING',
        confirmationStatus: 'UNCONFIRMED',
        overdue: false,
      },
    ]);
    expect((await schoolAdmin.get('/api/graduates?stage=ENDED')).body.items).toEqual([]);
  });

  it('give the province counts by school and cohort, and the ministry those of all', async () => {
    await registered(app, people);
    const code = people.school.schoolCode;
    const world = { people, provinceCode: '110000', ids: {} as never };
    for (const role of ['PROVINCE_ADMIN', 'MINISTRY_OFFICER', 'SCHOOL_ADMIN'] as const) {
      const { schools } = (await (await somebodyAs(app, role, world)).get('/api/statistics/schools?cohort=2027')).body;
      expect(schools).toContainEqual({
        schoolId: people.school.schoolId,
        code,
        name: '示例大学',
        cohort: 2027,
        graduates: 1,
        overdue: 0,
        stages: { CONFIRMING: 1 },
        confirmations: { UNCONFIRMED: 1 },
      });
    }
    const elsewhere = await somebodyAs(app, 'PROVINCE_ADMIN', { ...world, provinceCode: '650000' });
    expect((await elsewhere.get('/api/statistics/schools')).body.schools).toEqual([]);
  });
});

describe('code lists and regions', () => {
  it('R18 say what a form must ask for and which evidence is due', async () => {
    const { graduate } = people.clients;
    expect((await graduate.get('/api/codes/destinations')).body.codes).toContainEqual(
      expect.objectContaining({
        code: '10',
        requiresEmployerFields: true,
        evidenceRequired: true,
        evidence: { zh: expect.any(String), en: expect.any(String) },
      }),
    );
    expect((await graduate.get('/api/codes/transfer-types')).body.codes).toHaveLength(6);
    expect((await graduate.get('/api/codes/return-reasons')).body.codes).toContainEqual({
      code: 'WRONG_UNIT',
      zh: '单位信息有误',
      en: 'Wrong unit',
    });
    expect(await graduate.get('/api/codes/secrets')).toMatchObject({ status: 400, body: { fields: [{ field: 'list' }] } });
  });

  it('lead from province to county', async () => {
    const { graduate } = people.clients;
    expect((await graduate.get('/api/regions')).body).toMatchObject({
      within: null,
      regions: expect.arrayContaining([{ code: '110000', name: '北京市' }]),
    });
    expect((await graduate.get('/api/regions?within=320100')).body).toMatchObject({
      within: { name: '江苏省南京市' },
      regions: expect.arrayContaining([{ code: '320102', name: '玄武区' }]),
    });
    expect((await graduate.get('/api/regions?within=320102')).body.regions).toEqual([]);
    expect((await graduate.get('/api/regions?within=110103')).body).toEqual({
      within: { code: '110103', name: '北京市崇文区' },
      regions: [],
    });
    expect(await graduate.get('/api/regions?within=999999')).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'within', code: 'REGION_UNKNOWN' }] },
    });
  });
});

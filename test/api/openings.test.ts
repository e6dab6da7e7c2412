import { adminActor, provinceActor, run, stateOf } from '../support/record/commands.ts';
import { homeDossier } from '../support/record/contents.ts';
import { auditOf, toldAbout } from '../support/record/snapshot.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from './support/people.ts';
import { checked, registered } from './support/stages.ts';

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
const currentOf = async (section: 'DESTINATION' | 'DOSSIER') =>
  (await stateOf(app.record, people.graduate.graduateId)).sections[section].current;

/** The cohort's cutoff has passed, by the real clock. */
const afterCutoff = () => app.record.pool.query('UPDATE "graduate" SET "cohort" = 2025 WHERE "id" = $1', [people.graduate.graduateId]);

describe('X7 openings and exceptions, over HTTP', () => {
  it('X7 a section opened by the school shows to the graduate with its end, until it is closed', async () => {
    const { schoolAdmin, graduate } = people.clients;
    await checked(app, people);
    const opened = await schoolAdmin.post(`${own()}/sections/DOSSIER/openings`, { endDate: '2027-07-20', reason: '毕业生申请变更' });
    expect(opened.status).toBe(201);
    expect((await graduate.get(own())).body.openings).toEqual([
      {
        id: opened.body.command.ids.openingId,
        section: 'DOSSIER',
        until: { at: expect.any(String), text: '2027-07-20 23:59:59' },
        reason: '毕业生申请变更',
      },
    ]);
    expect(await schoolAdmin.post(`${own()}/openings/${opened.body.command.ids.openingId}/closing`)).toMatchObject({
      status: 200,
      body: { graduate: { openings: [] } },
    });
    expect((await auditOf(app.record, people.graduate.graduateId)).slice(-2)).toMatchObject([
      { action: 'SECTION_OPENED', fields: ['DOSSIER'] },
      { action: 'OPENING_CLOSED' },
    ]);
  });

  it('X7 after the cutoff the school asks, its province answers without reading the record, and the school makes the change', async () => {
    await registered(app, people);
    await afterCutoff();
    const { schoolAdmin, schoolReviewer } = people.clients;
    const entry = async () =>
      schoolReviewer.post(`${own()}/sections/DOSSIER/entries`, {
        content: { ...homeDossier, address: '示例路9号' },
        evidenceIds: [],
        basedOn: (await currentOf('DOSSIER'))?.id,
        reason: '地址有误',
      });
    expect(await entry()).toMatchObject({ status: 409, body: { code: 'AFTER_CUTOFF', clause: 'R55' } });
    const asked = await schoolAdmin.post(`${own()}/exceptions`, { scope: 'DOSSIER', reason: '地址有误，无法寄送' });
    expect(asked.status).toBe(201);
    const { exceptionId } = asked.body.command.ids;
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const elsewhere = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '650000' });
    expect((await elsewhere.get('/api/exceptions')).body.items).toEqual([]);
    const listed = (await province.get('/api/exceptions')).body.items;
    expect(listed).toContainEqual(
      expect.objectContaining({ id: exceptionId, reason: '地址有误，无法寄送', scope: 'DOSSIER', status: 'REQUESTED' }),
    );
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await app.record.pool.query(`UPDATE "graduate" SET "graduatedAt" = '202706' WHERE "id" = $1`, [people.graduate.graduateId]);
    expect(await province.post(`/api/exceptions/${exceptionId}/answer`, { granted: true, endDate: day })).toMatchObject({
      status: 200,
      body: { graduate: null },
    });
    expect(await province.post(`/api/exceptions/${exceptionId}/answer`, { granted: true, endDate: day })).toMatchObject({
      status: 409,
      body: { code: 'EXCEPTION_NOT_OPEN' },
    });
    const entered = await entry();
    expect(entered.status).toBe(201);
    expect(await schoolAdmin.post(`/api/reviews/${entered.body.command.ids.versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 200,
      body: {
        graduate: { exceptions: [{ status: 'GRANTED', scope: 'DOSSIER', answer: { at: { text: expect.any(String) }, text: null } }] },
      },
    });
    expect(await toldAbout(app.record, people.graduate.graduateId)).toContain('SCHOOL exception.answered');
  });

  it('X7 what the province says to a request that it refuses stands on the record, with its time', async () => {
    await registered(app, people);
    await afterCutoff();
    const { schoolAdmin } = people.clients;
    const { exceptionId } = (await schoolAdmin.post(`${own()}/exceptions`, { scope: 'HUKOU', reason: '无法落户' })).body.command.ids;
    expect((await schoolAdmin.get(own())).body.exceptions).toEqual([
      { id: exceptionId, scope: 'HUKOU', status: 'REQUESTED', until: null, answer: null },
    ]);
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    expect((await province.post(`/api/exceptions/${exceptionId}/answer`, { granted: false, answer: '材料不足' })).status).toBe(200);
    expect((await schoolAdmin.get(own())).body.exceptions).toEqual([
      {
        id: exceptionId,
        scope: 'HUKOU',
        status: 'REFUSED',
        until: null,
        answer: { at: { at: expect.any(String), text: expect.any(String) }, text: '材料不足' },
      },
    ]);
    expect((await auditOf(app.record, people.graduate.graduateId)).at(-1)).toMatchObject({
      action: 'EXCEPTION_ANSWERED',
      actorRole: 'PROVINCE_ADMIN',
    });
  });

  it('X7 a graduate asks for an opening; the school finds it among the tickets and opens, or says why not', async () => {
    const { schoolAdmin, graduate, counsellor } = people.clients;
    await checked(app, people);
    const ask = (section: string) => graduate.post(`${own()}/sections/${section}/opening-requests`, { reason: '接收单位变更' });
    expect(await ask('DOSSIER')).toMatchObject({ status: 409, body: { code: 'OPENING_NOT_NEEDED' } });
    await app.record.pool.query(
      `INSERT INTO "school_calendar" ("schoolId", "cohort", "registrationClosesAt") VALUES ($1, 2027, app_now())`,
      [people.school.schoolId],
    );
    expect((await graduate.get(own())).body.allowedActions).toContainEqual({
      action: 'REQUEST_OPENING',
      target: 'DOSSIER',
      allowed: true,
      lock: null,
    });
    expect([(await ask('DOSSIER')).status, (await ask('DESTINATION')).status, (await ask('DOSSIER')).body.code]).toEqual([
      201,
      201,
      'TICKET_ALREADY_OPEN',
    ]);
    const tickets = async () => (await schoolAdmin.get('/api/tickets?kind=OPENING')).body.items;
    expect(await tickets()).toMatchObject([
      { kind: 'OPENING', fields: ['DOSSIER'], note: '接收单位变更', graduateId: people.graduate.graduateId },
      { fields: ['DESTINATION'] },
    ]);
    expect((await counsellor.get('/api/tickets?kind=OPENING')).body.items).toHaveLength(2);
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    expect((await schoolAdmin.post(`${own()}/sections/DOSSIER/openings`, { endDate: day, reason: '已核实调档函' })).status).toBe(201);
    const [left] = await tickets();
    expect(await schoolAdmin.post(`/api/tickets/${left.id}/answer`, { resolved: true, answer: '好' })).toMatchObject({
      status: 409,
      body: { code: 'OPENING_NOT_LIVE' },
    });
    expect((await schoolAdmin.post(`/api/tickets/${left.id}/answer`, { resolved: false, answer: '请先到学校核实' })).status).toBe(200);
    expect((await graduate.get(own())).body).toMatchObject({
      openings: [{ section: 'DOSSIER', reason: '已核实调档函' }],
      tickets: expect.arrayContaining([
        expect.objectContaining({ kind: 'OPENING', status: 'REFUSED', answer: '请先到学校核实' }),
        expect.objectContaining({ status: 'RESOLVED', answer: '已核实调档函' }),
      ]),
    });
    expect(await toldAbout(app.record, people.graduate.graduateId)).toEqual([
      'SCHOOL opening.requested',
      'SCHOOL opening.requested',
      'GRADUATE section.opened',
      'GRADUATE opening.refused',
    ]);
    expect((await auditOf(app.record, people.graduate.graduateId)).slice(-5).map(({ action, fields }) => [action, fields.join()])).toEqual([
      ['TICKET_OPENED', 'DOSSIER'],
      ['TICKET_OPENED', 'DESTINATION'],
      ['SECTION_OPENED', 'DOSSIER'],
      ['TICKET_ANSWERED', 'OPENING,RESOLVED'],
      ['TICKET_ANSWERED', 'OPENING,REFUSED'],
    ]);
  });

  it('X7 the province has a request of the school in its inbox, and no other province has', async () => {
    await registered(app, people);
    await afterCutoff();
    await people.clients.schoolAdmin.post(`${own()}/exceptions`, { scope: 'DOSSIER', reason: '地址有误' });
    const inbox = async (provinceCode: string) => {
      const client = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode });
      return {
        client,
        items: (await client.get('/api/notifications?limit=200')).body.items.filter(
          ({ graduateId }: { graduateId: string }) => graduateId === people.graduate.graduateId,
        ),
      };
    };
    const { client, items } = await inbox('110000');
    expect(items).toMatchObject([{ event: 'exception.requested', readAt: null, words: { zh: { subject: '学校申请截止后更改' } } }]);
    expect((await client.post(`/api/notifications/${items[0].id}/read`)).status).toBe(204);
    expect((await inbox('650000')).items).toEqual([]);
  });

  it('X7 a refusal of the province is final for that request', async () => {
    await registered(app, people);
    await afterCutoff();
    const { ids } = await run(app.record, people.graduate.graduateId, adminActor(people.school), 'REQUEST_EXCEPTION', {
      scope: 'BASIC_INFORMATION',
      reason: '姓名有误',
    });
    expect(
      (
        await run(app.record, people.graduate.graduateId, provinceActor, 'ANSWER_EXCEPTION', {
          granted: false,
          exceptionId: ids?.exceptionId,
          answer: '材料不足',
        })
      ).code,
    ).toBe('APPLIED');
    expect(
      await people.clients.schoolAdmin.post(`${own()}/basic-information/correction`, { changes: { name: '示例更名' }, reason: '更正' }),
    ).toMatchObject({ status: 409, body: { code: 'AFTER_CUTOFF' } });
  });
});

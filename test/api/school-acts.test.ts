import sharp from 'sharp';
import { adminActor, provinceActor, run, seenRecord, stateOf } from '../support/record/commands.ts';
import { employment, homeDossier } from '../support/record/contents.ts';
import { auditOf, toldAbout } from '../support/record/snapshot.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from './support/people.ts';
import { checked, numbered, registered } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;

beforeAll(async () => { app = await openApplication(); });
afterAll(() => app.close());
beforeEach(async () => { people = await schoolWithPeople(app); });

const own = () => `/api/graduates/${people.graduate.graduateId}`;
const photograph = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#c0ffee' } }).jpeg().toBuffer();
const currentOf = async (section: 'DESTINATION' | 'DOSSIER') => (await stateOf(app.record, people.graduate.graduateId)).sections[section].current;

/** The cohort's cutoff has passed, by the real clock. */
const afterCutoff = () => app.record.pool.query('UPDATE "graduate" SET "cohort" = 2025 WHERE "id" = $1', [people.graduate.graduateId]);

describe('R16 the school acts for a graduate, over HTTP', () => {
  it('R16 R18 a counsellor uploads evidence and enters a destination with a reason; a second person approves; the graduate reads why', async () => {
    const { counsellor, schoolReviewer, graduate } = people.clients;
    const file = await counsellor.upload(`${own()}/evidence/DESTINATION`, await photograph(), 'image/jpeg');
    expect(file.status).toBe(201);
    expect(await graduate.send('DELETE', `/api/evidence/${file.body.id}`, undefined)).toMatchObject({ status: 409 });
    const entered = await counsellor.post(`${own()}/sections/DESTINATION/entries`, { content: employment, evidenceIds: [file.body.id], basedOn: null, reason: '毕业生来电，合同已核对' });
    expect(entered).toMatchObject({ status: 201, body: { graduate: { sections: { DESTINATION: { status: 'SCHOOL_REVIEW', latest: { source: 'SCHOOL', reason: '毕业生来电，合同已核对' } } } } } });
    const { versionId } = entered.body.command.ids;
    expect(await people.clients.collegeReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 403, body: { code: 'WRONG_DESK' } });
    expect(await schoolReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 200 });
    expect((await graduate.get(own())).body.sections.DESTINATION.current).toMatchObject({ source: 'SCHOOL', reason: '毕业生来电，合同已核对' });
    expect(await toldAbout(app.record, people.graduate.graduateId)).toEqual(['GRADUATE registration.changed']);
  });

  it('R16 R21 R32 the graduate is told with the difference and confirms again; the numbers are dead', async () => {
    await numbered(app, people);
    const { schoolReviewer, schoolAdmin, graduate } = people.clients;
    const current = await currentOf('DOSSIER');
    const entered = await schoolReviewer.post(`${own()}/sections/DOSSIER/entries`, { content: { ...homeDossier, address: '示例路9号' }, evidenceIds: [], basedOn: current?.id, reason: '地址有误' });
    const { versionId } = entered.body.command.ids;
    expect(await schoolReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 403, body: { code: 'SELF_REVIEW' } });
    expect(await schoolAdmin.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 200 });
    const seen = (await graduate.get(own())).body;
    expect(seen.sections.DOSSIER.changedBySchool).toEqual([{ field: 'address', words: { zh: '地址', en: 'Address' }, before: '示例路1号', after: '示例路9号', key: true }]);
    expect(seen.confirmation.status).toBe('UNCONFIRMED');
    expect((await schoolAdmin.get(own())).body.grants).toContainEqual(expect.objectContaining({ kind: 'DOSSIER', status: 'INVALIDATED' }));
    const mails = (await graduate.get('/api/notifications')).body.items;
    expect(mails.find(({ event }: { event: string }) => event === 'registration.changed')).toBeDefined();
    expect(await graduate.post(`${own()}/confirmation/confirm`, { digest: await seenRecord(app.record, people.graduate.graduateId) })).toMatchObject({ status: 200 });
    const audited = (await auditOf(app.record, people.graduate.graduateId)).filter(({ actorRole }) => actorRole.startsWith('SCHOOL')).map(({ action, actor }) => [action, actor]);
    const { staff } = people.school;
    expect(audited).toEqual(expect.arrayContaining([['SECTION_SUBMITTED', staff.schoolReviewer], ['SECTION_APPROVED', staff.schoolAdmin]]));
  });

  it('X18 voids a destination, and whoever entered it takes it back', async () => {
    await registered(app, people);
    const { schoolAdmin, schoolReviewer, graduate } = people.clients;
    const current = await currentOf('DESTINATION');
    const enter = () => schoolAdmin.post(`${own()}/destination/void-entry`, { versionId: current?.id, reason: '单位已解约' });
    const first = (await enter()).body.command.ids.versionId;
    expect((await graduate.post(`${own()}/submissions/${first}/withdrawal`)).body.code).toBe('NOTHING_TO_WITHDRAW');
    expect((await schoolAdmin.get(own())).body.allowedActions).toContainEqual(expect.objectContaining({ action: 'WITHDRAW_SUBMISSION', allowed: true }));
    expect(await schoolAdmin.post(`${own()}/entries/${first}/withdrawal`)).toMatchObject({ status: 200 });
    const second = (await enter()).body.command.ids.versionId;
    expect(await schoolReviewer.post(`/api/reviews/${second}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 200, body: { graduate: { confirmation: { status: 'NOT_REPORTED' } } } });
  });

  it('R17 an entry of a wrong shape is refused field by field', async () => {
    const send = (body: object) => people.clients.schoolAdmin.post(`${own()}/sections/DOSSIER/entries`, { content: homeDossier, evidenceIds: [], basedOn: null, reason: '核实', ...body });
    expect(await send({ reason: '' })).toMatchObject({ status: 400, body: { fields: [{ field: 'reason' }] } });
    expect(await send({ content: { ...homeDossier, postcode: '1' } })).toMatchObject({ status: 400, body: { fields: [{ field: 'content.postcode' }] } });
  });
});

describe('a graduate who was taken off the roster', () => {
  it('X31 is in no list, and shows the removal to whoever opens it by its id', async () => {
    const { schoolAdmin } = people.clients;
    expect((await schoolAdmin.get(own())).body.removedAt).toBeNull();
    const { body: { version } } = await schoolAdmin.get(`${own()}/removal`);
    expect(await schoolAdmin.post(`${own()}/removal`, { reason: '不是本校学生', version })).toMatchObject({ status: 200, body: { graduate: { removedAt: expect.any(String) } } });
    expect(await schoolAdmin.get(own())).toMatchObject({ status: 200, body: { removedAt: expect.any(String), stage: 'ENDED' } });
    expect((await schoolAdmin.get('/api/graduates')).body.items).toEqual([]);
  });
});

describe('X7 openings and exceptions, over HTTP', () => {
  it('X7 a section opened by the school shows to the graduate with its end, until it is closed', async () => {
    const { schoolAdmin, graduate } = people.clients;
    await checked(app, people);
    const opened = await schoolAdmin.post(`${own()}/sections/DOSSIER/openings`, { endDate: '2027-07-20', reason: '毕业生申请变更' });
    expect(opened.status).toBe(201);
    expect((await graduate.get(own())).body.openings).toEqual([{ id: opened.body.command.ids.openingId, section: 'DOSSIER', until: { at: expect.any(String), text: '2027-07-20 23:59:59' }, reason: '毕业生申请变更' }]);
    expect(await schoolAdmin.post(`${own()}/openings/${opened.body.command.ids.openingId}/closing`)).toMatchObject({ status: 200, body: { graduate: { openings: [] } } });
    expect((await auditOf(app.record, people.graduate.graduateId)).slice(-2)).toMatchObject([{ action: 'SECTION_OPENED', fields: ['DOSSIER'] }, { action: 'OPENING_CLOSED' }]);
  });

  it('X7 after the cutoff the school asks, its province answers without reading the record, and the school makes the change', async () => {
    await registered(app, people);
    await afterCutoff();
    const { schoolAdmin, schoolReviewer } = people.clients;
    const entry = async () => schoolReviewer.post(`${own()}/sections/DOSSIER/entries`, { content: { ...homeDossier, address: '示例路9号' }, evidenceIds: [], basedOn: (await currentOf('DOSSIER'))?.id, reason: '地址有误' });
    expect(await entry()).toMatchObject({ status: 409, body: { code: 'AFTER_CUTOFF', clause: 'R55' } });
    const asked = await schoolAdmin.post(`${own()}/exceptions`, { scope: 'DOSSIER', reason: '地址有误，无法寄送' });
    expect(asked.status).toBe(201);
    const { exceptionId } = asked.body.command.ids;
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const elsewhere = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '650000' });
    expect((await elsewhere.get('/api/exceptions')).body.items).toEqual([]);
    const listed = (await province.get('/api/exceptions')).body.items;
    expect(listed).toContainEqual(expect.objectContaining({ id: exceptionId, reason: '地址有误，无法寄送', scope: 'DOSSIER', status: 'REQUESTED' }));
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await app.record.pool.query(`UPDATE "graduate" SET "graduatedAt" = '202706' WHERE "id" = $1`, [people.graduate.graduateId]);
    expect(await province.post(`/api/exceptions/${exceptionId}/answer`, { granted: true, endDate: day })).toMatchObject({ status: 200, body: { graduate: null } });
    expect(await province.post(`/api/exceptions/${exceptionId}/answer`, { granted: true, endDate: day })).toMatchObject({ status: 409, body: { code: 'EXCEPTION_NOT_OPEN' } });
    const entered = await entry();
    expect(entered.status).toBe(201);
    expect(await schoolAdmin.post(`/api/reviews/${entered.body.command.ids.versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 200, body: { graduate: { exceptions: [{ status: 'GRANTED', scope: 'DOSSIER' }] } } });
    expect(await toldAbout(app.record, people.graduate.graduateId)).toContain('SCHOOL exception.answered');
  });

  it('X7 a graduate asks for an opening; the school finds it among the tickets and opens, or says why not', async () => {
    const { schoolAdmin, graduate, counsellor } = people.clients;
    await checked(app, people);
    const ask = (section: string) => graduate.post(`${own()}/sections/${section}/opening-requests`, { reason: '接收单位变更' });
    expect(await ask('DOSSIER')).toMatchObject({ status: 409, body: { code: 'OPENING_NOT_NEEDED' } });
    await app.record.pool.query(`INSERT INTO "school_calendar" ("schoolId", "cohort", "registrationClosesAt") VALUES ($1, 2027, app_now())`, [people.school.schoolId]);
    expect((await graduate.get(own())).body.allowedActions).toContainEqual({ action: 'REQUEST_OPENING', target: 'DOSSIER', allowed: true, lock: null });
    expect([(await ask('DOSSIER')).status, (await ask('DESTINATION')).status, (await ask('DOSSIER')).body.code]).toEqual([201, 201, 'TICKET_ALREADY_OPEN']);
    const tickets = async () => (await schoolAdmin.get('/api/tickets?kind=OPENING')).body.items;
    expect(await tickets()).toMatchObject([{ kind: 'OPENING', fields: ['DOSSIER'], note: '接收单位变更', graduateId: people.graduate.graduateId }, { fields: ['DESTINATION'] }]);
    expect((await counsellor.get('/api/tickets?kind=OPENING')).body.items).toHaveLength(2);
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    expect((await schoolAdmin.post(`${own()}/sections/DOSSIER/openings`, { endDate: day, reason: '已核实调档函' })).status).toBe(201);
    const [left] = await tickets();
    expect(await schoolAdmin.post(`/api/tickets/${left.id}/answer`, { resolved: true, answer: '好' })).toMatchObject({ status: 409, body: { code: 'OPENING_NOT_LIVE' } });
    expect((await schoolAdmin.post(`/api/tickets/${left.id}/answer`, { resolved: false, answer: '请先到学校核实' })).status).toBe(200);
    expect((await graduate.get(own())).body).toMatchObject({
      openings: [{ section: 'DOSSIER', reason: '已核实调档函' }],
      tickets: expect.arrayContaining([expect.objectContaining({ kind: 'OPENING', status: 'REFUSED', answer: '请先到学校核实' }), expect.objectContaining({ status: 'RESOLVED', answer: '已核实调档函' })]),
    });
    expect(await toldAbout(app.record, people.graduate.graduateId)).toEqual(['SCHOOL opening.requested', 'SCHOOL opening.requested', 'GRADUATE section.opened', 'GRADUATE opening.refused']);
    expect((await auditOf(app.record, people.graduate.graduateId)).slice(-5).map(({ action, fields }) => [action, fields.join()])).toEqual([
      ['TICKET_OPENED', 'DOSSIER'], ['TICKET_OPENED', 'DESTINATION'], ['SECTION_OPENED', 'DOSSIER'], ['TICKET_ANSWERED', 'OPENING,RESOLVED'], ['TICKET_ANSWERED', 'OPENING,REFUSED']]);
  });

  it('X7 the province has a request of the school in its inbox, and no other province has', async () => {
    await registered(app, people);
    await afterCutoff();
    await people.clients.schoolAdmin.post(`${own()}/exceptions`, { scope: 'DOSSIER', reason: '地址有误' });
    const inbox = async (provinceCode: string) => {
      const client = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode });
      return { client, items: (await client.get('/api/notifications?limit=200')).body.items.filter(({ graduateId }: { graduateId: string }) => graduateId === people.graduate.graduateId) };
    };
    const { client, items } = await inbox('110000');
    expect(items).toMatchObject([{ event: 'exception.requested', readAt: null, words: { zh: { subject: '学校申请截止后更改' } } }]);
    expect((await client.post(`/api/notifications/${items[0].id}/read`)).status).toBe(204);
    expect((await inbox('650000')).items).toEqual([]);
  });

  it('X7 a refusal of the province is final for that request', async () => {
    await registered(app, people);
    await afterCutoff();
    const { ids } = await run(app.record, people.graduate.graduateId, adminActor(people.school), 'REQUEST_EXCEPTION', { scope: 'BASIC_INFORMATION', reason: '姓名有误' });
    expect((await run(app.record, people.graduate.graduateId, provinceActor, 'ANSWER_EXCEPTION', { granted: false, exceptionId: ids?.exceptionId, answer: '材料不足' })).code).toBe('APPLIED');
    expect(await people.clients.schoolAdmin.post(`${own()}/basic-information/correction`, { changes: { name: '示例更名' }, reason: '更正' })).toMatchObject({ status: 409, body: { code: 'AFTER_CUTOFF' } });
  });
});

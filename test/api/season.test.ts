import { employment, homeDossier } from '../support/record/contents.ts';
import { evidenceOf } from '../support/record/evidence.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client, type Reply } from './support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { checked, confirmed, numbered, registered } from './support/stages.ts';

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
const view = async () => (await people.clients.graduate.get(own())).body;

function done(reply: Reply, status = 200): Reply['body'] {
  expect([reply.status, reply.body?.code ?? reply.body?.command?.status]).toEqual([status, 'DONE']);
  return reply.body;
}

async function approve(versionId: string): Promise<void> {
  const { collegeReviewer, schoolReviewer } = people.clients;
  for (const reviewer of [collegeReviewer, schoolReviewer])
    done(await reviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' }));
}

describe('a season over HTTP', () => {
  it('R6 R9 R10 nothing may be submitted before the basic information is checked', async () => {
    const { graduate } = people.clients;
    const before = await view();
    expect(before.modules.map(({ module, lock }: { module: string; lock: { code: string } | null }) => [module, lock?.code])).toEqual([
      ['DESTINATION', 'BASIC_INFORMATION_NOT_CHECKED'],
      ['DOSSIER', 'BASIC_INFORMATION_NOT_CHECKED'],
      ['HUKOU', 'BASIC_INFORMATION_NOT_CHECKED'],
      ['CONFIRMATION', 'BASIC_INFORMATION_NOT_CHECKED'],
      ['VERIFICATION', 'NOT_CONFIRMED'],
    ]);
    expect(before.basicWarning.zh).toContain('否则会影响后续签约、转档、落户');
    const early = await graduate.post(`${own()}/sections/DOSSIER/submissions`, { content: homeDossier, evidenceIds: [], basedOn: null });
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'BASIC_INFORMATION_NOT_CHECKED', clause: 'R6', type: '/problems/BASIC_INFORMATION_NOT_CHECKED' },
    });
    expect(early.body.allowedActions).toContainEqual({ action: 'CHECK_BASIC_INFORMATION', target: null, allowed: true, lock: null });
    const body = done(await graduate.post(`${own()}/basic-information/check`, { digest: before.basicDigest }));
    expect(body.graduate).toMatchObject({ view: 'OWN', basicCheck: 'CHECKED', stage: 'REGISTERING', version: before.version + 1 });
  });

  it('R14 R18 a destination goes through college and school, the difference being shown to both', async () => {
    await checked(app, people);
    const { graduate, collegeReviewer, schoolReviewer } = people.clients;
    const evidenceIds = [await evidenceOf(app.record, people.graduate, 'DESTINATION')];
    const { versionId } = done(
      await graduate.post(`${own()}/sections/DESTINATION/submissions`, { content: employment, evidenceIds, basedOn: null }),
      201,
    ).command.ids;
    const queue = await collegeReviewer.get('/api/reviews?status=COLLEGE_REVIEW&destinationCode=10');
    expect(queue.body.items).toEqual([
      expect.objectContaining({ versionId, section: 'DESTINATION', status: 'COLLEGE_REVIEW', destinationCode: '10' }),
    ]);
    const seen = (await collegeReviewer.get(own())).body;
    expect(seen.sections.DESTINATION.differences).toContainEqual({
      field: 'entityName',
      words: { zh: '单位名称', en: 'Name of the unit' },
      before: null,
      after: employment.entityName,
      key: true,
    });
    expect(seen.sections.DESTINATION.latest.evidence).toEqual([expect.objectContaining({ id: evidenceIds[0], mediaType: 'image/jpeg' })]);
    expect(seen.allowedActions).toContainEqual({ action: 'DECIDE_REVIEW', target: versionId, allowed: true, lock: null });
    const wrongDesk = await schoolReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' });
    expect(wrongDesk).toMatchObject({ status: 403, body: { code: 'WRONG_DESK', clause: 'R14' } });
    await approve(versionId);
    expect(await view()).toMatchObject({
      stage: 'CONFIRMING',
      confirmation: { status: 'UNCONFIRMED', reported: { source: 'GRADUATE' } },
      sections: { DESTINATION: { status: 'APPROVED', current: { id: versionId } } },
    });
  });

  it('R14 a return carries reason, words and fields to the graduate', async () => {
    await checked(app, people);
    const { graduate, collegeReviewer } = people.clients;
    const { command } = done(
      await graduate.post(`${own()}/sections/DOSSIER/submissions`, { content: homeDossier, evidenceIds: [], basedOn: null }),
      201,
    );
    const returned = { decision: 'RETURN', reason: 'WRONG_ADDRESS', text: '请补充门牌号', fields: ['address'] };
    done(await collegeReviewer.post(`/api/reviews/${command.ids.versionId}/decision`, returned));
    expect((await view()).sections.DOSSIER.latest).toMatchObject({
      status: 'RETURNED',
      returned: { reason: 'WRONG_ADDRESS', words: { zh: '地址、邮编或联系方式有误' }, text: '请补充门牌号', fields: ['address'] },
    });
  });

  it('R14 who sits at both desks acts at the one where the submission lies', async () => {
    await checked(app, people);
    const {
      school,
      clients: { graduate, collegeReviewer },
    } = people;
    await app.record.pool.query(`INSERT INTO "staff_role" ("id", "accountId", "role", "schoolId") VALUES ($1, $2, 'SCHOOL_REVIEWER', $3)`, [
      app.record.newId(),
      school.staff.schoolAdmin,
      school.schoolId,
    ]);
    await app.record.pool.query(
      `INSERT INTO "staff_role" ("id", "accountId", "role", "schoolId", "collegeId") VALUES ($1, $2, 'COLLEGE_REVIEWER', $3, $4)`,
      [app.record.newId(), school.staff.schoolReviewer, school.schoolId, school.collegeId],
    );
    const { versionId } = done(
      await graduate.post(`${own()}/sections/DOSSIER/submissions`, { content: homeDossier, evidenceIds: [], basedOn: null }),
      201,
    ).command.ids;
    // Holds a role at either desk: decides at the college, and may then not decide again at the school.
    done(await people.clients.schoolReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' }));
    expect(await people.clients.schoolReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 403,
      body: { code: 'SELF_REVIEW' },
    });
    expect(await collegeReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 403,
      body: { code: 'WRONG_DESK' },
    });
  });

  it('R14 the graduate takes a submission back, and R18 X18 asks for a wrong destination to be voided', async () => {
    const { destination } = await registered(app, people);
    const { graduate } = people.clients;
    const request = done(await graduate.post(`${own()}/destination/void-request`, { versionId: destination, note: '填报有误' }), 201);
    expect(request.graduate.sections.DESTINATION.latest).toMatchObject({ intent: 'VOID', status: 'COLLEGE_REVIEW' });
    const taken = done(await graduate.post(`${own()}/submissions/${request.command.ids.versionId}/withdrawal`));
    expect(taken.graduate.sections.DESTINATION).toMatchObject({ latest: { status: 'WITHDRAWN' }, current: { id: destination } });
  });

  it('R21 R23 what was seen is confirmed, disputed and retracted', async () => {
    await registered(app, people);
    const { graduate, schoolAdmin } = people.clients;
    const { recordDigest: digest } = (await view()).confirmation;
    expect(await graduate.post(`${own()}/confirmation/confirm`, { digest: '0'.repeat(64) })).toMatchObject({
      status: 409,
      body: { code: 'RECORD_CHANGED' },
    });
    done(await graduate.post(`${own()}/confirmation/dispute`, { digest, text: '院校名称不对', fields: ['entityName'] }));
    const listed = (await schoolAdmin.get('/api/confirmations?status=DISPUTED')).body.items;
    expect(listed).toEqual([expect.objectContaining({ graduateId: people.graduate.graduateId, status: 'DISPUTED' })]);
    expect(listed[0].history[0]).toMatchObject({
      status: 'DISPUTED',
      cause: 'GRADUATE_DISPUTED',
      disputeText: '院校名称不对',
      disputeFields: ['entityName'],
    });
    done(await graduate.post(`${own()}/confirmation/retraction`));
    expect(done(await graduate.post(`${own()}/confirmation/confirm`, { digest })).graduate.confirmation).toMatchObject({
      status: 'CONFIRMED',
    });
  });

  it('R26 R27 R29 X25 a grant gives a number that verifies in its entry only (R51)', async () => {
    await confirmed(app, people);
    const { graduate } = people.clients;
    const { endDateChoices } = (await view()).grants;
    expect(endDateChoices.map(({ choice }: { choice: string }) => choice)).toEqual(['ONE_WEEK', 'ONE_MONTH', 'SERVICE_END']);
    const issued = done(await graduate.post(`${own()}/grants`, { kind: 'DOSSIER', endDate: endDateChoices[0].endDate }), 201);
    const [grant] = issued.graduate.grants.grants;
    expect(grant).toMatchObject({
      id: issued.command.ids.grantId,
      status: 'ACTIVE',
      validUntil: { text: `${endDateChoices[0].endDate} 23:59:59` },
    });
    expect(grant.verificationNumberGrouped.replaceAll(' ', '')).toBe(grant.verificationNumber);
    const verifier = new Client(app.url);
    const question = { name: '示例同学', number: grant.verificationNumberGrouped.toLowerCase() };
    expect(await verifier.post('/api/verification/dossier', question)).toMatchObject({
      status: 200,
      body: { outcome: 'VALID', record: { kind: 'DOSSIER', numberKind: 'VERIFICATION', basics: { name: '示例同学' }, changedSince: null } },
    });
    expect(await verifier.post('/api/verification/hukou', question)).toMatchObject({ status: 200, body: { outcome: 'NOT_FOUND' } });
    expect((await graduate.get(`${own()}/lookups`)).body.items).toEqual([
      expect.objectContaining({ kind: 'DOSSIER', way: 'NUMBER', with: 'VERIFICATION', place: null }),
    ]);
  });

  it('R31 R50 a grant that is closed no longer verifies and its number is no longer shown', async () => {
    const { grantId } = await numbered(app, people);
    const { verificationNumber } = (await view()).grants.grants[0];
    const { graduate } = people.clients;
    done(await graduate.post(`${own()}/grants/${grantId}/closing`));
    expect((await view()).grants).toMatchObject({
      kinds: [
        { kind: 'DOSSIER', status: 'CLOSED' },
        { kind: 'HUKOU', status: 'UNAUTHORISED' },
      ],
      grants: [{ verificationNumber: null }],
    });
    expect(
      (await new Client(app.url).post('/api/verification/dossier', { name: '示例同学', number: verificationNumber })).body,
    ).toMatchObject({ outcome: 'CLOSED' });
  });

  it('R30 R34 staff see the status words of grants and nothing else of them', async () => {
    await numbered(app, people);
    const { schoolAdmin } = people.clients;
    expect((await schoolAdmin.get('/api/grants')).body.items).toEqual([
      {
        graduateId: people.graduate.graduateId,
        name: '示例同学',
        studentNo: expect.any(String),
        cohort: 2027,
        college: '示例学院',
        className: '一班',
        dossier: 'ACTIVE',
        hukou: 'UNAUTHORISED',
      },
    ]);
    expect((await schoolAdmin.get(own())).body.grants).toEqual([
      { kind: 'DOSSIER', status: 'ACTIVE' },
      { kind: 'HUKOU', status: 'UNAUTHORISED' },
    ]);
  });

  it('R36 R37 R38 the school issues a transfer number; college and school see it', async () => {
    await confirmed(app, people);
    const { schoolAdmin, collegeReviewer } = people.clients;
    const issued = done(await schoolAdmin.post(`${own()}/transfer-numbers`, { kind: 'DOSSIER' }), 201);
    expect(issued.graduate.transferNumbers).toEqual([
      expect.objectContaining({ id: issued.command.ids.transferNumberId, transferNumber: expect.stringMatching(/^[0-9A-Z]{18}$/) }),
    ]);
    expect((await collegeReviewer.get(own())).body.transferNumbers[0].transferNumber).toBe(
      issued.graduate.transferNumbers[0].transferNumber,
    );
    expect(await schoolAdmin.post(`${own()}/transfer-numbers`, { kind: 'DOSSIER' })).toMatchObject({
      status: 409,
      body: { code: 'TRANSFER_NUMBER_CURRENT' },
    });
  });

  it('R54 the graduate reads what happened in both languages and marks it as read', async () => {
    await numbered(app, people);
    const { graduate } = people.clients;
    const inbox = (await graduate.get('/api/notifications?unread=true')).body.items;
    expect(inbox.map(({ event }: { event: string }) => event)).toEqual(expect.arrayContaining(['review.decided', 'grant.issued']));
    for (const { words } of inbox)
      expect([words.zh.subject, words.en.subject]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/[A-Za-z]/)]);
    expect((await graduate.post(`/api/notifications/${inbox[0].id}/read`)).status).toBe(204);
    expect((await graduate.get('/api/notifications?unread=true')).body.items).toHaveLength(inbox.length - 1);
    expect((await graduate.get('/api/notifications?unread=false')).body.items).toEqual([expect.objectContaining({ id: inbox[0].id })]);
    expect((await people.clients.schoolAdmin.post(`/api/notifications/${inbox[1].id}/read`)).status).toBe(404);
  });

  it('shows the graduate who did what, without values', async () => {
    await numbered(app, people);
    const { items } = (await people.clients.graduate.get(`${own()}/history?limit=200`)).body;
    expect(items[0]).toMatchObject({ action: 'TRANSFER_NUMBER_ISSUED', by: 'SCHOOL', fields: ['DOSSIER'] });
    expect(items).toContainEqual(expect.objectContaining({ action: 'SECTION_FORWARDED', by: 'COLLEGE', fields: ['DOSSIER'] }));
    expect(items).toContainEqual(expect.objectContaining({ action: 'CONFIRMATION_CHANGED', by: 'YOU' }));
    expect(JSON.stringify(items)).not.toContain(homeDossier.unitName);
  });
});

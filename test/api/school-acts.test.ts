import sharp from 'sharp';
import { seenRecord, stateOf } from '../support/record/commands.ts';
import { employment, homeDossier } from '../support/record/contents.ts';
import { auditOf, toldAbout } from '../support/record/snapshot.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { numbered, registered } from './support/stages.ts';

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
const photograph = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c0ffee' } })
    .jpeg()
    .toBuffer();
const currentOf = async (section: 'DESTINATION' | 'DOSSIER') =>
  (await stateOf(app.record, people.graduate.graduateId)).sections[section].current;

describe('R16 the school acts for a graduate, over HTTP', () => {
  it('R16 R18 a counsellor uploads evidence and enters a destination with a reason; a second person approves; the graduate reads why', async () => {
    const { counsellor, schoolReviewer, graduate } = people.clients;
    const file = await counsellor.upload(`${own()}/evidence/DESTINATION`, await photograph(), 'image/jpeg');
    expect(file.status).toBe(201);
    expect(await graduate.send('DELETE', `/api/evidence/${file.body.id}`, undefined)).toMatchObject({ status: 409 });
    const entered = await counsellor.post(`${own()}/sections/DESTINATION/entries`, {
      content: employment,
      evidenceIds: [file.body.id],
      basedOn: null,
      reason: '毕业生来电，合同已核对',
    });
    expect(entered).toMatchObject({
      status: 201,
      body: {
        graduate: {
          sections: { DESTINATION: { status: 'SCHOOL_REVIEW', latest: { source: 'SCHOOL', reason: '毕业生来电，合同已核对' } } },
        },
      },
    });
    const { versionId } = entered.body.command.ids;
    expect(await people.clients.collegeReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 403,
      body: { code: 'WRONG_DESK' },
    });
    expect(await schoolReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 200 });
    expect((await graduate.get(own())).body.sections.DESTINATION.current).toMatchObject({
      source: 'SCHOOL',
      reason: '毕业生来电，合同已核对',
    });
    expect(await toldAbout(app.record, people.graduate.graduateId)).toEqual(['GRADUATE registration.changed']);
  });

  it('R16 R21 R32 the graduate is told with the difference and confirms again; the numbers are dead', async () => {
    await numbered(app, people);
    const { schoolReviewer, schoolAdmin, graduate } = people.clients;
    const current = await currentOf('DOSSIER');
    const entered = await schoolReviewer.post(`${own()}/sections/DOSSIER/entries`, {
      content: { ...homeDossier, address: '示例路9号' },
      evidenceIds: [],
      basedOn: current?.id,
      reason: '地址有误',
    });
    const { versionId } = entered.body.command.ids;
    expect(await schoolReviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 403,
      body: { code: 'SELF_REVIEW' },
    });
    expect(await schoolAdmin.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 200 });
    const seen = (await graduate.get(own())).body;
    expect(seen.sections.DOSSIER.changedBySchool).toEqual([
      { field: 'address', words: { zh: '地址', en: 'Address' }, before: '示例路1号', after: '示例路9号', key: true },
    ]);
    expect(seen.confirmation.status).toBe('UNCONFIRMED');
    expect((await schoolAdmin.get(own())).body.grants).toContainEqual(expect.objectContaining({ kind: 'DOSSIER', status: 'INVALIDATED' }));
    const mails = (await graduate.get('/api/notifications')).body.items;
    expect(mails.find(({ event }: { event: string }) => event === 'registration.changed')).toBeDefined();
    expect(
      await graduate.post(`${own()}/confirmation/confirm`, { digest: await seenRecord(app.record, people.graduate.graduateId) }),
    ).toMatchObject({ status: 200 });
    const audited = (await auditOf(app.record, people.graduate.graduateId))
      .filter(({ actorRole }) => actorRole.startsWith('SCHOOL'))
      .map(({ action, actor }) => [action, actor]);
    const { staff } = people.school;
    expect(audited).toEqual(
      expect.arrayContaining([
        ['SECTION_SUBMITTED', staff.schoolReviewer],
        ['SECTION_APPROVED', staff.schoolAdmin],
      ]),
    );
  });

  it('X18 voids a destination, and whoever entered it takes it back', async () => {
    await registered(app, people);
    const { schoolAdmin, schoolReviewer, graduate } = people.clients;
    const current = await currentOf('DESTINATION');
    const enter = () => schoolAdmin.post(`${own()}/destination/void-entry`, { versionId: current?.id, reason: '单位已解约' });
    const first = (await enter()).body.command.ids.versionId;
    expect((await graduate.post(`${own()}/submissions/${first}/withdrawal`)).body.code).toBe('NOTHING_TO_WITHDRAW');
    expect((await schoolAdmin.get(own())).body.allowedActions).toContainEqual(
      expect.objectContaining({ action: 'WITHDRAW_SUBMISSION', allowed: true }),
    );
    expect(await schoolAdmin.post(`${own()}/entries/${first}/withdrawal`)).toMatchObject({ status: 200 });
    const second = (await enter()).body.command.ids.versionId;
    expect(await schoolReviewer.post(`/api/reviews/${second}/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 200,
      body: { graduate: { confirmation: { status: 'NOT_REPORTED' } } },
    });
  });

  it('R17 an entry of a wrong shape is refused field by field', async () => {
    const send = (body: object) =>
      people.clients.schoolAdmin.post(`${own()}/sections/DOSSIER/entries`, {
        content: homeDossier,
        evidenceIds: [],
        basedOn: null,
        reason: '核实',
        ...body,
      });
    expect(await send({ reason: '' })).toMatchObject({ status: 400, body: { fields: [{ field: 'reason' }] } });
    expect(await send({ content: { ...homeDossier, postcode: '1' } })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'content.postcode' }] },
    });
  });
});

describe('a graduate who was taken off the roster', () => {
  it('X31 is in no list, and shows the removal to whoever opens it by its id', async () => {
    const { schoolAdmin } = people.clients;
    expect((await schoolAdmin.get(own())).body.removedAt).toBeNull();
    const {
      body: { version },
    } = await schoolAdmin.get(`${own()}/removal`);
    expect(await schoolAdmin.post(`${own()}/removal`, { reason: '不是本校学生', version })).toMatchObject({
      status: 200,
      body: { graduate: { removedAt: expect.any(String) } },
    });
    expect(await schoolAdmin.get(own())).toMatchObject({ status: 200, body: { removedAt: expect.any(String), stage: 'ENDED' } });
    expect((await schoolAdmin.get('/api/graduates')).body.items).toEqual([]);
  });
});

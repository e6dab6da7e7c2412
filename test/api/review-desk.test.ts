import { randomUUID } from 'node:crypto';
import { employment, homeDossier } from '../support/record/contents.ts';
import { collegeActor, graduateActor, run, stateOf } from '../support/record/commands.ts';
import { createGraduate, type GraduateFixture } from '../support/record/graduates.ts';
import { auditOf } from '../support/record/snapshot.ts';
import { evidenceOf } from '../support/record/evidence.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import type { Client } from './support/client.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from './support/people.ts';
import { checked } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
});

interface Waiting {
  readonly graduate: GraduateFixture;
  readonly versionId: string;
}

/** Graduates of the school whose dossier waits at the desk of the college. */
async function waiting(count: number, overrides: Readonly<Record<string, unknown>> = {}): Promise<Waiting[]> {
  const { record } = app;
  const all: Waiting[] = [];
  for (let index = 0; index < count; index += 1) {
    const graduate = await createGraduate(record.pool, record, people.school, overrides);
    await checked(app, { ...people, graduate });
    const { ids } = await run(record, graduate.graduateId, graduateActor(graduate), 'SUBMIT_SECTION', {
      section: 'DOSSIER',
      content: homeDossier,
      evidenceIds: [],
      basedOn: null,
    });
    all.push({ graduate, versionId: ids?.versionId ?? '' });
  }
  return all;
}

const secondReviewer = (): Promise<Client> =>
  staffClient(app, app.record.newId(), { role: 'COLLEGE_REVIEWER', schoolId: people.school.schoolId, collegeId: people.school.collegeId });
const idsOf = (reply: { body: { items: { versionId: string }[] } }): string[] => reply.body.items.map(({ versionId }) => versionId);

describe('R14 many decisions in one request', () => {
  it('R14 each is its own audited command with its own outcome; what is skipped says why and leaves the rest alone', async () => {
    const { record } = app;
    const [first, second, third] = await waiting(3);
    const elsewhere = await schoolWithPeople(app);
    await checked(app, elsewhere);
    const foreign = await run(record, elsewhere.graduate.graduateId, graduateActor(elsewhere.graduate), 'SUBMIT_SECTION', {
      section: 'DOSSIER',
      content: homeDossier,
      evidenceIds: [],
      basedOn: null,
    });
    await run(record, second!.graduate.graduateId, graduateActor(second!.graduate), 'WITHDRAW_SUBMISSION', {
      versionId: second!.versionId,
    });
    const nowhere = randomUUID();
    const reply = await people.clients.collegeReviewer.post('/api/reviews/decisions', {
      items: [
        { decision: 'APPROVE', versionId: first!.versionId },
        { decision: 'APPROVE', versionId: second!.versionId },
        { decision: 'RETURN', versionId: third!.versionId, reason: 'WRONG_ADDRESS', text: '地址有误', fields: ['address'] },
        { decision: 'APPROVE', versionId: foreign.ids?.versionId },
        { decision: 'APPROVE', versionId: nowhere },
      ],
    });
    expect(reply).toMatchObject({ status: 200, body: { done: 2, skipped: 3, pending: 0 } });
    expect(reply.body.items.map(({ target, status, code }: Record<string, unknown>) => [target, status, code])).toEqual([
      [first!.versionId, 'DONE', null],
      [second!.versionId, 'SKIPPED', 'SUBMISSION_CHANGED'],
      [third!.versionId, 'DONE', null],
      [foreign.ids?.versionId, 'SKIPPED', 'FORBIDDEN'],
      [nowhere, 'SKIPPED', 'NOT_FOUND'],
    ]);
    expect(reply.body.items[1].words).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
    const audited = (await auditOf(record, first!.graduate.graduateId)).at(-1);
    expect(audited).toMatchObject({
      action: 'SECTION_FORWARDED',
      actor: people.school.staff.collegeReviewer,
      commandId: reply.body.items[0].commandId,
    });
    expect((await stateOf(record, elsewhere.graduate.graduateId)).sections.DOSSIER.latest?.status).toBe('COLLEGE_REVIEW');
  });

  it('R14 the same key decides nothing twice; a submission named twice, no item, and too many are refused as a whole', async () => {
    const [{ graduate, versionId } = { graduate: people.graduate, versionId: '' }] = await waiting(1);
    const body = { items: [{ decision: 'APPROVE', versionId }] };
    const key = randomUUID();
    const send = (payload: unknown = body) => people.clients.collegeReviewer.post('/api/reviews/decisions', payload, { key });
    const first = await send();
    const audited = (await auditOf(app.record, graduate.graduateId)).length;
    expect((await send()).body).toEqual(first.body);
    expect((await auditOf(app.record, graduate.graduateId)).length).toBe(audited);
    expect(
      (await send({ items: [{ decision: 'RETURN', versionId, reason: 'OTHER', text: '再看', fields: [] }] })).body.items,
    ).toMatchObject([{ status: 'SKIPPED', code: 'IDEMPOTENCY_KEY_REUSED' }]);
    const all = Array.from({ length: 201 }, () => ({ decision: 'APPROVE', versionId: randomUUID() }));
    for (const items of [[body.items[0], body.items[0]], [], all])
      expect(await send({ items })).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  });

  it('R14 a return names fields of its section, and nothing else', async () => {
    const [{ versionId } = { versionId: '' }] = await waiting(1);
    const send = (fields: unknown) =>
      people.clients.collegeReviewer.post(`/api/reviews/${versionId}/decision`, {
        decision: 'RETURN',
        reason: 'OTHER',
        text: '请核对',
        fields,
      });
    for (const [fields, field] of [
      [['110105194912310028'], 'fields.0'],
      [['address '], 'fields.0'],
      ['address', 'fields'],
      [['entityName'], 'fields'],
    ]) {
      expect(await send(fields)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST', fields: [{ field }] } });
    }
    expect(await send(['address', 'evidenceIds'])).toMatchObject({ status: 200 });
  });
});

describe('claims', () => {
  it('two who claim the same at the same time: one holds it, the other is told; it shows in the queue and binds decisions', async () => {
    const [{ versionId } = { versionId: '' }] = await waiting(1);
    const clients = [people.clients.collegeReviewer, await secondReviewer(), await secondReviewer(), await secondReviewer()];
    const replies = await Promise.all(clients.map((client) => client.post(`/api/reviews/${versionId}/claim`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const winner = clients[replies.findIndex(({ status }) => status === 200)]!;
    const loser = clients[replies.findIndex(({ status }) => status === 409)]!;
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('CLAIMED_BY_ANOTHER');
    expect((await loser.get('/api/reviews?claimed=OTHERS')).body.items).toMatchObject([
      { versionId, claim: { mine: false, by: expect.any(String) } },
    ]);
    expect((await winner.get('/api/reviews?claimed=MINE')).body.items).toMatchObject([{ versionId, claim: { mine: true } }]);
    expect((await loser.get('/api/reviews?claimed=NOBODY')).body.items).toEqual([]);
    expect(await loser.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 409,
      body: { code: 'CLAIMED_BY_ANOTHER' },
    });
    expect((await loser.post('/api/reviews/decisions', { items: [{ decision: 'APPROVE', versionId }] })).body.items).toMatchObject([
      { status: 'SKIPPED', code: 'CLAIMED_BY_ANOTHER' },
    ]);
    expect(await loser.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE', takeOver: true })).toMatchObject({ status: 200 });
    expect((await people.clients.schoolReviewer.get('/api/reviews?claimed=NOBODY')).body.items).toMatchObject([{ versionId, claim: null }]);
  });

  it('a claim is held on to, given back, and expires by itself', async () => {
    const [{ versionId } = { versionId: '' }] = await waiting(1);
    const [one, other] = [people.clients.collegeReviewer, await secondReviewer()];
    const first = await one.post(`/api/reviews/${versionId}/claim`);
    expect(Date.parse(first.body.until) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect((await one.post(`/api/reviews/${versionId}/claim`)).status).toBe(200);
    await other.send('DELETE', `/api/reviews/${versionId}/claim`, undefined);
    expect((await other.post(`/api/reviews/${versionId}/claim`)).status).toBe(409);
    await one.send('DELETE', `/api/reviews/${versionId}/claim`, undefined);
    expect((await other.post(`/api/reviews/${versionId}/claim`)).status).toBe(200);
    await app.record.pool.query(`UPDATE "section_version" SET "claimedUntil" = app_now() - interval '1 second' WHERE "id" = $1`, [
      versionId,
    ]);
    expect((await one.get('/api/reviews?claimed=NOBODY')).body.items).toMatchObject([{ versionId, claim: null }]);
    expect(await one.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' })).toMatchObject({ status: 200 });
  });

  it('the next of a queue: reviewers who ask at once get different ones, and all are given out once', async () => {
    const all = await waiting(9);
    const clients = [people.clients.collegeReviewer, await secondReviewer(), await secondReviewer()];
    const replies = await Promise.all(clients.map((client) => client.post('/api/reviews/claims', { count: 3 })));
    const rest = await clients[0]!.post('/api/reviews/claims', { count: 9 });
    const given = [...replies, rest].flatMap(({ body }) => body.claims.map(({ versionId }: { versionId: string }) => versionId));
    expect(given).toHaveLength(9);
    expect(new Set(given)).toEqual(new Set(all.map(({ versionId }) => versionId)));
    expect((await people.clients.schoolReviewer.post('/api/reviews/claims', { count: 3 })).body.claims).toEqual([]);
  });

  it('nobody claims at another’s desk', async () => {
    const [{ versionId } = { versionId: '' }] = await waiting(1);
    expect(await people.clients.schoolReviewer.post(`/api/reviews/${versionId}/claim`)).toMatchObject({
      status: 403,
      body: { code: 'WRONG_DESK' },
    });
  });
});

describe('the queue', () => {
  it('R14 filters by age, counsellor and warnings, and sorts by fixed fields from page to page', async () => {
    const { record } = app;
    const counsellorId = record.newId();
    const [old] = await waiting(1, { counsellorId });
    await waiting(2);
    await record.pool.query(`UPDATE "section_version" SET "statusSince" = app_now() - interval '5 days' WHERE "id" = $1`, [old!.versionId]);
    const { collegeReviewer } = people.clients;
    const evidence = await evidenceOf(record, old!.graduate, 'DESTINATION');
    await run(record, old!.graduate.graduateId, graduateActor(old!.graduate), 'SUBMIT_SECTION', {
      section: 'DESTINATION',
      content: { ...employment, code: '12' },
      evidenceIds: [evidence],
      basedOn: null,
    });
    expect(idsOf(await collegeReviewer.get('/api/reviews?waitingDays=4'))).toEqual([old!.versionId]);
    expect(idsOf(await collegeReviewer.get(`/api/reviews?counsellorId=${counsellorId}&section=DOSSIER`))).toEqual([old!.versionId]);
    expect((await collegeReviewer.get('/api/reviews?warned=true')).body.items).toMatchObject([
      { destinationCode: '12', warnings: ['WAGE_FLOOR'] },
    ]);
    expect((await collegeReviewer.get('/api/reviews?warning=WAGE_FLOOR')).body.items).toHaveLength(1);
    const whole = idsOf(await collegeReviewer.get('/api/reviews'));
    expect(idsOf(await collegeReviewer.get('/api/reviews?sort=NEWEST'))).toEqual([...whole].reverse());
    for (const sort of ['WAITING', 'NEWEST', 'STUDENT_NO']) {
      const all = idsOf(await collegeReviewer.get(`/api/reviews?sort=${sort}`));
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = await collegeReviewer.get(`/api/reviews?sort=${sort}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
        paged.push(...idsOf(page));
        cursor = page.body.nextCursor;
      }
      expect(paged).toEqual(all);
    }
    expect(await collegeReviewer.get('/api/reviews?sort=name')).toMatchObject({ status: 400, body: { fields: [{ field: 'sort' }] } });
    const first = (await collegeReviewer.get('/api/reviews?limit=1')).body.nextCursor;
    expect(await collegeReviewer.get(`/api/reviews?sort=STUDENT_NO&cursor=${first}`)).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'cursor' }] },
    });
  });

  it('R52 a warning comes and goes with the other sections while the submission waits', async () => {
    const { record } = app;
    const [{ graduate, versionId } = { graduate: people.graduate, versionId: '' }] = await waiting(1);
    const warningsOf = async () =>
      (await people.clients.collegeReviewer.get('/api/reviews?section=DOSSIER')).body.items.find(
        (item: { versionId: string }) => item.versionId === versionId,
      ).warnings;
    expect(await warningsOf()).toEqual([]);
    await run(record, graduate.graduateId, graduateActor(graduate), 'WITHDRAW_SUBMISSION', { versionId });
    const letter = await evidenceOf(record, graduate, 'DOSSIER');
    const { ids } = await run(record, graduate.graduateId, graduateActor(graduate), 'SUBMIT_SECTION', {
      section: 'DOSSIER',
      content: { ...homeDossier, type: 'EMPLOYER' },
      evidenceIds: [letter],
      basedOn: null,
    });
    const own = async () =>
      (await people.clients.collegeReviewer.get('/api/reviews?section=DOSSIER')).body.items.find(
        (item: { versionId: string }) => item.versionId === ids?.versionId,
      ).warnings;
    expect(await own()).toEqual([]);
    const contract = await evidenceOf(record, graduate, 'DESTINATION');
    const job = await run(record, graduate.graduateId, graduateActor(graduate), 'SUBMIT_SECTION', {
      section: 'DESTINATION',
      content: employment,
      evidenceIds: [contract],
      basedOn: null,
    });
    expect(await own()).toEqual(['EMPLOYER_MAY_NOT_HOLD_FILES']);
    await run(record, graduate.graduateId, collegeActor(people.school), 'DECIDE_REVIEW', {
      decision: 'APPROVE',
      versionId: job.ids?.versionId,
    });
    await run(record, graduate.graduateId, graduateActor(graduate), 'WITHDRAW_SUBMISSION', { versionId: job.ids?.versionId });
    expect(await own()).toEqual([]);
  });
});

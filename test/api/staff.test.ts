import { URI, type TOTP } from 'otpauth';
import { createStaffAccount } from '../../infra/identity/staff-account.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let sequence = 0;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
});

const admin = () => people.clients.schoolAdmin;
const newName = () => `staff.${(sequence += 1)}`;
const own = '样例-a password of my own';

interface Given {
  readonly id: string;
  readonly signInName: string;
  readonly oneTimePassword: string;
}
async function invite(posts: object[] = [{ role: 'SCHOOL_REVIEWER' }]): Promise<Given> {
  const reply = await admin().post('/api/staff', { signInName: newName(), displayName: '示例老师', posts });
  expect(reply.status).toBe(201);
  return reply.body;
}
async function signIn(name: string, password: string, code?: string): Promise<{ status: number; client: Client }> {
  const client = new Client(app.url);
  const { status } = await client.post('/api/sign-in', { name, password, ...(code !== undefined && { code }) }, { key: null });
  return { status, client };
}
const audited = async () =>
  (
    await app.record.pool.query<{ action: string; actor: string; fields: string[] }>(
      'SELECT "action", "actor", "fields" FROM "audit_event" WHERE "schoolId" = $1 AND "graduateId" IS NULL ORDER BY "seq"',
      [people.school.schoolId],
    )
  ).rows;
const rowOf = async (id: string) =>
  ((await admin().get('/api/staff?limit=200')).body.items as { id: string }[]).find((item) => item.id === id);

describe('an invitation', () => {
  it('gives a password that is shown once, opens nothing but its change, and then the post counts', async () => {
    const given = await invite();
    expect(given.oneTimePassword).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
    expect(await rowOf(given.id)).toMatchObject({ state: 'INVITED', posts: [{ role: 'SCHOOL_REVIEWER', collegeId: null }] });
    expect(app.log()).not.toContain(given.oneTimePassword);

    const { status, client } = await signIn(given.signInName, given.oneTimePassword);
    expect(status).toBe(200);
    expect((await client.get('/api/me')).body).toMatchObject({ password: { changeRequired: true } });
    expect(await client.get('/api/graduates')).toMatchObject({ status: 403, body: { code: 'PASSWORD_CHANGE_REQUIRED' } });
    const change = (body: object) => client.post('/api/me/password', body, { key: null });
    expect(await change({ password: 'wrong', newPassword: own })).toMatchObject({ status: 422, body: { code: 'PASSWORD_WRONG' } });
    expect(await change({ password: given.oneTimePassword, newPassword: 'too short' })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'newPassword', code: 'PASSWORD_TOO_SHORT' }] },
    });
    expect(await change({ password: given.oneTimePassword, newPassword: given.oneTimePassword })).toMatchObject({
      status: 400,
      body: { fields: [{ code: 'PASSWORD_SAME' }] },
    });
    expect((await change({ password: given.oneTimePassword, newPassword: own })).status).toBe(204);
    expect((await client.get('/api/graduates')).status).toBe(200);
    expect(await rowOf(given.id)).toMatchObject({ state: 'ACTIVE' });
    expect((await signIn(given.signInName, given.oneTimePassword)).status).toBe(401);
    expect((await signIn(given.signInName, own)).status).toBe(200);
    expect(await audited()).toEqual([
      { action: 'STAFF_INVITED', actor: people.school.staff.schoolAdmin, fields: [given.id, 'SCHOOL_REVIEWER'] },
    ]);
    const { rows } = await app.record.pool.query('SELECT "action" FROM "audit_event" WHERE "actor" = $1', [given.id]);
    expect(rows).toEqual([{ action: 'PASSWORD_CHANGED' }]);
  });

  it('runs out after a week and can be given anew', async () => {
    const given = await invite();
    await app.record.pool.query(`UPDATE "account" SET "oneTimeUntil" = now() - interval '1 second' WHERE "id" = $1`, [given.id]);
    expect((await signIn(given.signInName, given.oneTimePassword)).status).toBe(401);
    expect(await rowOf(given.id)).toMatchObject({ state: 'INVITATION_EXPIRED' });
    const again = await admin().post(`/api/staff/${given.id}/password-reset`);
    expect(again).toMatchObject({ status: 200, body: { signInName: given.signInName } });
    expect((await signIn(given.signInName, again.body.oneTimePassword)).status).toBe(200);
  });

  it('is refused for a name that is taken, a college of another school, and a post without its college', async () => {
    const elsewhere = await schoolWithPeople(app);
    const ask = (body: object) => admin().post('/api/staff', { signInName: newName(), displayName: '示例老师', ...body });
    const { signInName } = await invite();
    expect(await ask({ signInName, posts: [{ role: 'SCHOOL_REVIEWER' }] })).toMatchObject({
      status: 409,
      body: { code: 'SIGN_IN_NAME_TAKEN' },
    });
    expect(await ask({ posts: [{ role: 'COLLEGE_REVIEWER', collegeId: elsewhere.school.collegeId }] })).toMatchObject({ status: 404 });
    expect(await ask({ posts: [{ role: 'COLLEGE_REVIEWER' }] })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'posts.0.collegeId', code: 'REQUIRED' }] },
    });
    for (const role of ['PROVINCE_ADMIN', 'OPERATOR', 'GRADUATE']) expect((await ask({ posts: [{ role }] })).status).toBe(400);
    expect((await audited()).map(({ action }) => action)).toEqual(['STAFF_INVITED']);
  });
});

describe('posts', () => {
  it('X31 count from the next request on and end with it; a counsellor’s class is theirs until then', async () => {
    const { collegeId } = people.school;
    const given = await invite();
    const { client } = await signIn(given.signInName, given.oneTimePassword);
    await client.post('/api/me/password', { password: given.oneTimePassword, newPassword: own }, { key: null });
    const classes = (body: object) =>
      admin().post(`/api/staff/${given.id}/classes`, { cohort: 2027, collegeId, className: '一班', given: true, ...body });
    expect(await classes({})).toMatchObject({ status: 409, body: { code: 'NOT_A_COUNSELLOR' } });
    const { postId } = (await admin().post(`/api/staff/${given.id}/posts`, { role: 'COUNSELLOR', collegeId })).body;
    expect(await admin().post(`/api/staff/${given.id}/posts`, { role: 'COUNSELLOR', collegeId })).toMatchObject({
      status: 409,
      body: { code: 'POST_EXISTS' },
    });
    const reviewerPost = ((await rowOf(given.id)) as unknown as { posts: { id: string; role: string }[] }).posts.find(
      ({ role }) => role === 'SCHOOL_REVIEWER',
    );
    expect((await admin().post(`/api/staff/${given.id}/posts/${reviewerPost?.id}/ending`)).status).toBe(204);
    expect((await client.get('/api/graduates')).body.items).toEqual([]);

    expect(await classes({ className: '没有的班' })).toMatchObject({ status: 409, body: { code: 'CLASS_EMPTY' } });
    expect(await classes({})).toMatchObject({ status: 200, body: { graduates: 1 } });
    expect((await client.get('/api/graduates')).body.items).toMatchObject([{ id: people.graduate.graduateId }]);
    expect((await people.clients.counsellor.get('/api/graduates')).body.items).toEqual([]);
    expect(await rowOf(given.id)).toMatchObject({ classes: [{ cohort: 2027, className: '一班', graduates: 1 }] });

    expect((await admin().post(`/api/staff/${given.id}/posts/${postId}/ending`)).status).toBe(204);
    expect((await client.get('/api/graduates')).status).toBe(403);
    expect(await rowOf(given.id)).toMatchObject({ posts: [], classes: [] });
    expect((await audited()).map(({ action }) => action)).toEqual([
      'STAFF_INVITED',
      'POST_GIVEN',
      'POST_ENDED',
      'CLASS_GIVEN',
      'POST_ENDED',
    ]);
  });

  it('are nobody’s own to manage, and nobody’s of another school', async () => {
    const { schoolAdmin } = people.school.staff;
    const stranger = (await schoolWithPeople(app)).clients.schoolAdmin;
    const given = await invite();
    const requests = [
      ['posts', { role: 'SCHOOL_REVIEWER' }],
      [`posts/${app.record.newId()}/ending`, {}],
      ['classes', { cohort: 2027, collegeId: null, className: '一班', given: false }],
      ['lock', { reason: '离职' }],
      ['unlocking', {}],
      ['password-reset', {}],
      ['second-factor-reset', {}],
    ] as const;
    const before = await audited();
    for (const [path, body] of requests) {
      expect([path, await admin().post(`/api/staff/${schoolAdmin}/${path}`, body)]).toMatchObject([
        path,
        { status: 403, body: { code: 'OWN_ACCOUNT' } },
      ]);
      expect([path, await stranger.post(`/api/staff/${given.id}/${path}`, body)]).toMatchObject([path, { status: 404 }]);
    }
    expect(await audited()).toEqual(before);
    expect((await stranger.get('/api/staff')).text).not.toContain(given.id);
  });

  it('elsewhere keep the account out of the school’s hands', async () => {
    const given = await invite();
    await app.record.pool.query(
      `INSERT INTO "staff_role" ("id", "accountId", "role", "provinceCode") VALUES ($1, $2, 'PROVINCE_ADMIN', '110000')`,
      [app.record.newId(), given.id],
    );
    for (const [path, body] of [
      ['lock', { reason: '离职' }],
      ['unlocking', {}],
      ['password-reset', {}],
      ['second-factor-reset', {}],
    ] as const) {
      expect([path, await admin().post(`/api/staff/${given.id}/${path}`, body)]).toMatchObject([
        path,
        { status: 409, body: { code: 'ACCOUNT_ELSEWHERE' } },
      ]);
    }
    expect((await admin().post(`/api/staff/${given.id}/posts`, { role: 'SCHOOL_ADMIN' })).status).toBe(201);
  });
});

describe('an account', () => {
  it('that is locked ends its sessions and signs in no more, until it is unlocked', async () => {
    const given = await invite();
    const { client } = await signIn(given.signInName, given.oneTimePassword);
    expect((await admin().post(`/api/staff/${given.id}/lock`, { reason: '离职' })).status).toBe(204);
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await signIn(given.signInName, given.oneTimePassword)).status).toBe(401);
    expect(await rowOf(given.id)).toMatchObject({ state: 'LOCKED', lockReason: '离职' });
    expect((await admin().post(`/api/staff/${given.id}/unlocking`)).status).toBe(204);
    expect((await signIn(given.signInName, given.oneTimePassword)).status).toBe(200);
  });

  it('that wrong passwords have locked is opened by unlocking', async () => {
    const given = await invite();
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(given.signInName, 'wrong');
    expect((await signIn(given.signInName, given.oneTimePassword)).status).toBe(429);
    await admin().post(`/api/staff/${given.id}/unlocking`);
    expect((await signIn(given.signInName, given.oneTimePassword)).status).toBe(200);
  });

  it('that has lost its second factor signs in without one after a reset', async () => {
    const name = newName();
    const posts = [{ role: 'SCHOOL_REVIEWER', schoolId: people.school.schoolId }] as const;
    const { accountId, secondFactorUri } = await createStaffAccount(app.record, {
      signInName: name,
      displayName: '示例老师',
      password: own,
      posts,
      withSecondFactor: true,
    });
    const totp = URI.parse(secondFactorUri ?? '') as TOTP;
    const { client } = await signIn(name, own, totp.generate());
    expect((await signIn(name, own)).status).toBe(401);
    expect((await admin().post(`/api/staff/${accountId}/second-factor-reset`)).status).toBe(204);
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await signIn(name, own)).status).toBe(200);
    expect((await audited()).map(({ action, fields }) => [action, fields])).toEqual([['SECOND_FACTOR_RESET', [accountId]]]);
  });
});

describe('the places of a school', () => {
  it('are its colleges, cohorts and classes, for whoever works there', async () => {
    const { school, clients } = people;
    const {
      rows: [graduate],
    } = await app.record.pool.query<{ counsellorId: string }>('SELECT "counsellorId" FROM "graduate" WHERE "id" = $1', [
      people.graduate.graduateId,
    ]);
    const expected = {
      id: school.schoolId,
      cohorts: [2027],
      colleges: [{ id: school.collegeId, name: '示例学院' }],
      classes: [{ cohort: 2027, collegeId: school.collegeId, className: '一班', graduates: 1, counsellorId: graduate?.counsellorId }],
    };
    for (const client of [clients.counsellor, clients.collegeReviewer, clients.schoolAdmin])
      expect((await client.get('/api/school')).body).toMatchObject(expected);
  });
});

import { randomUUID } from 'node:crypto';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client } from '../support/client.ts';
import { graduateClient, schoolWithPeople, staffClient, type SchoolWithPeople } from '../support/people.ts';
import { createGraduate } from '../../support/record/graduates.ts';

let app: TestApplication;
let here: SchoolWithPeople;
let elsewhere: SchoolWithPeople;
beforeAll(async () => {
  app = await openApplication();
  here = await schoolWithPeople(app);
  elsewhere = await schoolWithPeople(app);
});
afterAll(() => app.close());

const words = { title: '去向登记通知', text: '请于六月完成登记。\n\n逾期请联系学校。' };
const write = async (client: Client, given: object = {}, status = 201) => {
  const reply = await client.post('/api/written-notices', { audience: 'SIGNED_IN', zh: words, ...given });
  expect([reply.status, reply.body?.fields]).toEqual([status, undefined]);
  return reply.body.id as string;
};
const idsFor = async (client: Client, query = ''): Promise<string[]> =>
  (await client.get(`/api/notices${query}`)).body.items.map(({ id }: { id: string }) => id);
const publicIds = async (query = ''): Promise<string[]> =>
  (await new Client(app.url).get(`/api/public-notices${query}`)).body.items.map(({ id }: { id: string }) => id);
const audited = async (id: string): Promise<string[]> =>
  (
    await app.record.pool.query<{ line: string }>(
      `SELECT "action" || ' ' || "actorRole" || ' ' || array_to_string("fields"[2:], ',') AS "line" FROM "audit_event" WHERE "fields"[1] = $1 ORDER BY "seq"`,
      [id],
    )
  ).rows.map(({ line }) => line.trim());

describe('通知公告', () => {
  it('R1 reaches those whom it concerns, and nobody else', async () => {
    const { graduate, counsellor, collegeAdmin, schoolAdmin } = here.clients;
    const { pool, newId } = app.record;
    const otherCollege = newId();
    await pool.query(`INSERT INTO "college" ("id", "schoolId", "name") VALUES ($1, $2, '另一学院')`, [otherCollege, here.school.schoolId]);
    const later = await graduateClient(app, await createGraduate(pool, app.record, here.school, { cohort: 2028, collegeId: otherCollege }));
    const notices = {
      all: await write(schoolAdmin),
      staff: await write(schoolAdmin, { audience: 'STAFF' }),
      cohort: await write(schoolAdmin, { audience: 'GRADUATES', cohorts: [2028] }),
      college: await write(schoolAdmin, { collegeIds: [otherCollege] }),
      stage: await write(schoolAdmin, { audience: 'GRADUATES', stages: ['CONFIRMED'] }),
    };
    const seen = async (client: Client) => {
      const ids = await idsFor(client);
      return (Object.keys(notices) as (keyof typeof notices)[]).filter((name) => ids.includes(notices[name]));
    };
    expect(await seen(graduate)).toEqual(['all']);
    expect(await seen(later)).toEqual(['all', 'cohort', 'college']);
    await pool.query(`UPDATE "graduate" SET "stage" = 'CONFIRMED' WHERE "id" = $1`, [here.graduate.graduateId]);
    expect(await seen(graduate)).toEqual(['all', 'stage']);
    expect(await seen(collegeAdmin)).toEqual(['all', 'staff']);
    expect(await seen(counsellor)).toEqual(['all', 'staff', 'college']);
    for (const client of Object.values(elsewhere.clients)) expect(await seen(client)).toEqual([]);
    expect((await elsewhere.clients.graduate.post(`/api/notices/${notices.all}/read`)).status).toBe(404);
    expect((await graduate.get(`/api/notices/${notices.staff}`)).status).toBe(404);
  });

  it('R1 the entry page shows those for everybody without sign-in, of one school with those above it', async () => {
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const ministry = await staffClient(app, app.record.newId(), { role: 'MINISTRY_OFFICER' });
    const ids = [
      await write(here.clients.schoolAdmin, { audience: 'EVERYONE' }),
      await write(province, { audience: 'EVERYONE' }),
      await write(ministry, { audience: 'EVERYONE' }),
    ];
    const inside = await write(here.clients.schoolAdmin);
    expect(await publicIds('?limit=200')).toEqual(expect.arrayContaining(ids));
    expect(await publicIds('?limit=200')).not.toContain(inside);
    const ofElsewhere = await publicIds(`?school=${elsewhere.school.schoolCode}`);
    expect(ids.map((id) => ofElsewhere.includes(id))).toEqual([false, true, true]);
    const anybody = new Client(app.url);
    expect(await anybody.get(`/api/public-notices/${ids[1]}`)).toMatchObject({
      status: 200,
      body: { zh: words, en: null, publisher: '北京市' },
    });
    expect((await anybody.get(`/api/public-notices/${inside}`)).status).toBe(404);
    expect((await idsFor(elsewhere.clients.graduate)).filter((id) => ids.includes(id)).sort()).toEqual([ids[1], ids[2]].sort());
  });

  it('R1 pinned ones come first, over pages; what is opened is read until its words change', async () => {
    const people = await schoolWithPeople(app);
    const { schoolAdmin, graduate } = people.clients;
    const pinned = await write(schoolAdmin, { pinned: true });
    const [older, newer] = [await write(schoolAdmin), await write(schoolAdmin)];
    const own = (ids: readonly string[]) => ids.filter((id) => [pinned, older, newer].includes(id));
    expect(own(await idsFor(graduate, '?limit=200'))).toEqual([pinned, newer, older]);
    const first = (await graduate.get('/api/notices?limit=1')).body;
    expect(await idsFor(graduate, `?limit=200&cursor=${first.nextCursor}`)).not.toContain(first.items[0].id);
    const before = first.unread as number;
    expect(await graduate.get(`/api/notices/${older}`)).toMatchObject({ status: 200, body: { zh: words } });
    expect((await graduate.get('/api/notices')).body.unread).toBe(before);
    expect((await graduate.post(`/api/notices/${older}/read`)).status).toBe(200);
    expect((await graduate.post(`/api/notices/${older}/read`)).status).toBe(200);
    expect((await graduate.get('/api/notices')).body.unread).toBe(before - 1);
    expect(await idsFor(graduate, '?unread=true&limit=200')).not.toContain(older);
    const change = (body: object, version: number) =>
      schoolAdmin.post(
        `/api/written-notices/${older}`,
        { audience: 'SIGNED_IN', zh: words, ...body },
        { headers: { 'if-match': `"${version}"` } },
      );
    expect(await change({ pinned: true }, 1)).toMatchObject({ status: 200, body: { version: 2, readers: 1, pinned: true } });
    expect((await graduate.get('/api/notices')).body.unread).toBe(before - 1);
    expect(await change({ zh: { ...words, text: '改到七月。' } }, 2)).toMatchObject({ status: 200, body: { version: 3, readers: 0 } });
    expect((await graduate.get('/api/notices')).body.unread).toBe(before);
    expect((await change({}, 2)).body.code).toBe('RECORD_CHANGED');
    expect((await schoolAdmin.post(`/api/written-notices/${older}`, { audience: 'SIGNED_IN', zh: words })).body.fields).toMatchObject([
      { field: 'If-Match', code: 'REQUIRED' },
    ]);
    expect(await audited(older)).toEqual([
      'NOTICE_WRITTEN SCHOOL_ADMIN SIGNED_IN',
      'NOTICE_CHANGED SCHOOL_ADMIN pinned',
      'NOTICE_CHANGED SCHOOL_ADMIN zh,pinned',
    ]);
  });

  it('R1 is shown between its dates, and not after it is withdrawn', async () => {
    const { schoolAdmin, graduate } = here.clients;
    const hour = 3_600_000;
    const at = (offset: number) => new Date(Date.now() + offset).toISOString();
    const [scheduled, expired, shown] = [
      await write(schoolAdmin, { publishFrom: at(hour) }),
      await write(schoolAdmin, { publishFrom: at(-2 * hour), publishUntil: at(-hour) }),
      await write(schoolAdmin),
    ];
    expect((await idsFor(graduate, '?limit=200')).filter((id) => [scheduled, expired, shown].includes(id))).toEqual([shown]);
    expect((await schoolAdmin.get(`/api/written-notices/${scheduled}`)).body.state).toBe('SCHEDULED');
    expect(await schoolAdmin.post(`/api/written-notices/${shown}/withdrawal`)).toMatchObject({
      status: 200,
      body: { state: 'WITHDRAWN', version: 2 },
    });
    expect(await schoolAdmin.post(`/api/written-notices/${shown}/withdrawal`)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await idsFor(graduate, '?limit=200')).not.toContain(shown);
    expect(
      (await schoolAdmin.post(`/api/written-notices/${shown}`, { audience: 'SIGNED_IN', zh: words }, { headers: { 'if-match': '"2"' } }))
        .body.code,
    ).toBe('NOTICE_WITHDRAWN');
    expect(await audited(shown)).toEqual(['NOTICE_WRITTEN SCHOOL_ADMIN SIGNED_IN', 'NOTICE_WITHDRAWN SCHOOL_ADMIN']);
    expect(
      (await schoolAdmin.get('/api/written-notices?limit=200')).body.items.map(({ id, state }: { id: string; state: string }) => [
        id,
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [scheduled, 'SCHEDULED'],
        [expired, 'EXPIRED'],
        [shown, 'WITHDRAWN'],
      ]),
    );
  });

  it('R1 is written once for a key, for one’s own places only, and changed by its own publisher only', async () => {
    const { schoolAdmin } = here.clients;
    const [key, body] = [randomUUID(), { audience: 'SIGNED_IN', zh: words }];
    const first = await schoolAdmin.post('/api/written-notices', body, { key });
    expect((await schoolAdmin.post('/api/written-notices', body, { key })).body.id).toBe(first.body.id);
    expect((await schoolAdmin.post('/api/written-notices', { ...body, pinned: true }, { key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await schoolAdmin.post('/api/written-notices', body, { key: null })).body.code).toBe('IDEMPOTENCY_KEY_REQUIRED');
    expect((await schoolAdmin.post('/api/written-notices', { ...body, collegeIds: [elsewhere.school.collegeId] })).body).toMatchObject({
      code: 'INVALID_REQUEST',
      fields: [{ field: 'collegeIds' }],
    });
    expect((await schoolAdmin.post('/api/written-notices', { ...body, schoolIds: [here.school.schoolId] })).body).toMatchObject({
      code: 'INVALID_REQUEST',
      fields: [{ field: 'schoolIds' }],
    });
    for (const path of ['', '/withdrawal'])
      expect(
        (
          await elsewhere.clients.schoolAdmin.post(`/api/written-notices/${first.body.id}${path}`, path === '' ? body : {}, {
            headers: { 'if-match': '"1"' },
          })
        ).status,
      ).toBe(404);
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const forOne = await write(province, { schoolIds: [elsewhere.school.schoolId] });
    expect(
      [await idsFor(here.clients.graduate, '?limit=200'), await idsFor(elsewhere.clients.graduate, '?limit=200')].map((ids) =>
        ids.includes(forOne),
      ),
    ).toEqual([false, true]);
    const other = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '120000' });
    expect((await other.post('/api/written-notices', { ...body, schoolIds: [elsewhere.school.schoolId] })).body).toMatchObject({
      code: 'INVALID_REQUEST',
      fields: [{ field: 'schoolIds' }],
    });
  });

  it('R1 schools are found by code or name inside the jurisdiction, and named with the notice', async () => {
    const {
      school: { schoolId },
    } = here;
    const {
      rows: [{ code, name } = { code: '', name: '' }],
    } = await app.record.pool.query<{ code: string; name: string }>('SELECT "code", "name" FROM "school" WHERE "id" = $1', [schoolId]);
    const own = { id: schoolId, code, name };
    const found = async (client: Client, text: string) =>
      (await client.get(`/api/notice-schools?text=${encodeURIComponent(text)}`)).body.schools as unknown[];
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const neighbour = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '120000' });
    const ministry = await staffClient(app, app.record.newId(), { role: 'MINISTRY_OFFICER' });
    for (const client of [province, ministry, here.clients.schoolAdmin]) expect(await found(client, code)).toEqual([own]);
    expect(await found(province, name.slice(1))).toContainEqual(own);
    expect(await found(neighbour, code)).toEqual([]);
    expect(await found(elsewhere.clients.schoolAdmin, code)).toEqual([]);
    expect((await province.get('/api/notice-schools?text=%20')).body.fields).toMatchObject([{ field: 'text' }]);
    const id = await write(province, { schoolIds: [schoolId] });
    expect((await province.get(`/api/written-notices/${id}`)).body.schools).toEqual([own]);
    expect((await province.get('/api/written-notices')).body.items).toContainEqual(expect.objectContaining({ id, schools: [own] }));
  });
});

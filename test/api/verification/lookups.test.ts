import { openApplication, type TestApplication } from '../support/application.ts';
import { Client } from '../support/client.ts';
import { numberOf } from '../support/numbers.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let ids: { grantId: string; transferNumberId: string };

beforeAll(async () => {
  app = await openApplication({ environment: { PLACE_HEADER: 'X-Client-City' } });
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
  ids = await numbered(app, people);
});

const own = () => `/api/graduates/${people.graduate.graduateId}`;
const lookups = async () => (await people.clients.graduate.get(`${own()}/lookups`)).body;
const told = async (event: string) =>
  (
    await app.record.pool.query<{ params: object }>('SELECT "params" FROM "notification" WHERE "graduateId" = $1 AND "event" = $2', [
      people.graduate.graduateId,
      event,
    ])
  ).rows;
const choose = (notice: string) => people.clients.graduate.post(`${own()}/lookups/notice`, { notice });

async function verify(
  kind: 'VERIFICATION' | 'TRANSFER' = 'VERIFICATION',
  headers: Record<string, string> = {},
  url = app.url,
): Promise<void> {
  const number = await numberOf(app, kind, kind === 'VERIFICATION' ? ids.grantId : ids.transferNumberId);
  const { body } = await new Client(url).post('/api/verification/dossier', { name: '示例同学', number }, { headers });
  expect(body.outcome).toBe('VALID');
}

describe('who looked', () => {
  it('R31 R54 shows each verification, with the grant to close by one tap', async () => {
    await verify();
    await verify('TRANSFER');
    const {
      items: [transfer, grant],
    } = await lookups();
    expect(transfer).toMatchObject({ with: 'TRANSFER', grantId: null, allowedActions: [] });
    const close = { action: 'CLOSE_GRANT', target: ids.grantId };
    expect(grant).toMatchObject({
      with: 'VERIFICATION',
      kind: 'DOSSIER',
      way: 'NUMBER',
      place: null,
      grantId: ids.grantId,
      allowedActions: [{ ...close, allowed: true, lock: null }],
    });
    expect((await people.clients.graduate.post(`${own()}/grants/${grant.allowedActions[0].target}/closing`)).status).toBe(200);
    expect((await lookups()).items[1].allowedActions).toMatchObject([
      { ...close, allowed: false, lock: { code: 'GRANT_NOT_LIVE', clause: 'R31' } },
    ]);
  });

  it('R54 at once, unless chosen otherwise: the first of a day for each number, so that nobody floods a mailbox', async () => {
    expect((await lookups()).notice).toBe('AT_ONCE');
    for (let count = 0; count < 3; count += 1) await verify();
    await verify('TRANSFER');
    expect(await told('verification.performed')).toMatchObject([
      { params: { name: '示例同学', kind: 'DOSSIER', place: null } },
      { params: { kind: 'DOSSIER' } },
    ]);
    expect((await lookups()).items).toHaveLength(4);
  });

  it('R54 daily, when chosen: nothing at once, and it waits for the evening', async () => {
    expect((await choose('DAILY')).status).toBe(204);
    expect((await lookups()).notice).toBe('DAILY');
    await verify();
    expect(await told('verification.performed')).toEqual([]);
    const waiting = async () =>
      (
        await app.record.pool.query('SELECT FROM "verification_record" WHERE "graduateId" = $1 AND "toldAt" IS NULL', [
          people.graduate.graduateId,
        ])
      ).rowCount;
    expect(await waiting()).toBe(1);
    await choose('AT_ONCE');
    await verify();
    expect([await waiting(), (await told('verification.performed')).length]).toEqual([1, 1]);
    expect(await choose('NEVER')).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  });

  it('R54 names the city when a trusted proxy does, and nothing that is no city', async () => {
    await verify('VERIFICATION', { 'x-client-city': encodeURIComponent('南京市') });
    expect((await lookups()).items[0].place).toBe('南京市');
    expect(await told('verification.performed')).toMatchObject([{ params: { place: '南京市' } }]);
    for (const said of ['%E5', encodeURIComponent('2710001ABCDEFGH'), 'https%3A%2F%2Fexample.com', encodeURIComponent('市'.repeat(41))]) {
      await verify('VERIFICATION', { 'x-client-city': said });
      expect([said, (await lookups()).items[0].place]).toEqual([said, null]);
    }
    const untrusting = await openApplication({ environment: { PLACE_HEADER: 'X-Client-City', TRUSTED_PROXIES: '192.0.2.1' }, beside: app });
    try {
      await verify('VERIFICATION', { 'x-client-city': encodeURIComponent('南京市') }, untrusting.url);
    } finally {
      await untrusting.close();
    }
    expect((await lookups()).items[0].place).toBeNull();
  });
});

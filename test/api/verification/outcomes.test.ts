import { lookAlikeClasses } from '../../../domain/numbers/look-alikes.ts';
import { groupNumber } from '../../../domain/numbers/read-number.ts';
import type { VerificationNumber } from '../../../domain/numbers/formats.ts';
import { moveRecordClock } from '../../../api/development/move-record-clock.ts';
import { homeDossier } from '../../support/record/contents.ts';
import { submit } from '../../support/record/registration.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client } from '../support/client.ts';
import { numberOf, unknownNumber } from '../support/numbers.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let ids: { grantId: string; transferNumberId: string };
let number: string;
let asked = 0;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
  ids = await numbered(app, people);
  number = await numberOf(app, 'VERIFICATION', ids.grantId);
});

const name = '示例同学';
/** Each from an address of its own: limits have tests of their own. */
const ask = (body: unknown, entry = 'dossier') =>
  new Client(app.url).post(`/api/verification/${entry}`, body, {
    headers: { 'x-forwarded-for': `198.51.${(asked += 1) >> 8}.${asked & 255}` },
  });
const outcomeOf = async (body: unknown, entry?: string) => (await ask(body, entry)).body.outcome;

describe('outcomes of verification', () => {
  it('R49 R51 VALID shows the record in the entry of its kind, for either kind of number', async () => {
    const reply = await ask({ name, number });
    expect(reply.body).toMatchObject({
      outcome: 'VALID',
      record: {
        kind: 'DOSSIER',
        numberKind: 'VERIFICATION',
        basics: { name },
        transfer: { unitName: homeDossier.unitName },
        changedSince: null,
      },
    });
    expect(reply.text).not.toContain(number);
    expect(await ask({ name, number: await numberOf(app, 'TRANSFER', ids.transferNumberId) })).toMatchObject({
      body: { outcome: 'VALID', record: { numberKind: 'TRANSFER' } },
    });
    expect(await outcomeOf({ name, number }, 'hukou')).toBe('NOT_FOUND');
  });

  it('R49 a number is read however it was typed, and every look-alike for what it stands for', async () => {
    const full = Array.from(number, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
    const misread = Array.from(
      number,
      (character) => lookAlikeClasses.find((forms) => forms.includes(character))?.at(-1) ?? character,
    ).join('');
    for (const typed of [
      groupNumber(number as VerificationNumber),
      number.toLowerCase(),
      full,
      misread,
      misread.toLowerCase(),
      `${number.slice(0, 7)}－${number.slice(7)}`,
    ]) {
      expect([typed, await outcomeOf({ name: ` ${name[0]} ${name.slice(1)}`, number: typed })]).toEqual([typed, 'VALID']);
    }
  });

  it('R31 R50 CLOSED, and R50 only to who has the name right', async () => {
    await people.clients.graduate.post(`/api/graduates/${people.graduate.graduateId}/grants/${ids.grantId}/closing`);
    expect(await outcomeOf({ name, number })).toBe('CLOSED');
    expect(await outcomeOf({ name: '别人', number })).toBe('NOT_FOUND');
  });

  it('R32 R50 INVALIDATED by a key change, the transfer number with it', async () => {
    await submit(app.record, people.school, people.graduate, 'DOSSIER', { ...homeDossier, unitName: '另一单位（示例）' }, [], Date.now());
    expect(await outcomeOf({ name, number })).toBe('INVALIDATED');
    expect(await outcomeOf({ name, number: await numberOf(app, 'TRANSFER', ids.transferNumberId) })).toBe('INVALIDATED');
  });

  it('X24 an unimportant change is shown as an update, with the content as it was when issued', async () => {
    await app.record.pool.query(`UPDATE "verification_grant" SET "issuedAt" = "issuedAt" - INTERVAL '1 minute' WHERE "id" = $1`, [
      ids.grantId,
    ]);
    await app.record.pool.query(
      `UPDATE "section_version" SET "schoolDecidedAt" = "schoolDecidedAt" - INTERVAL '1 hour' WHERE "graduateId" = $1`,
      [people.graduate.graduateId],
    );
    await submit(app.record, people.school, people.graduate, 'DOSSIER', { ...homeDossier, phone: '010-87654321' }, [], Date.now());
    const { body } = await ask({ name, number });
    expect(body).toMatchObject({
      outcome: 'VALID',
      record: { transfer: { phone: homeDossier.phone }, changedSince: { at: expect.any(String) } },
    });
  });

  it('X24 a correction of basic information that is no key field is an update too', async () => {
    await app.record.pool.query(`UPDATE "verification_grant" SET "issuedAt" = "issuedAt" - INTERVAL '1 minute' WHERE "id" = $1`, [
      ids.grantId,
    ]);
    await app.record.pool.query(
      `UPDATE "section_version" SET "schoolDecidedAt" = "schoolDecidedAt" - INTERVAL '1 hour' WHERE "graduateId" = $1`,
      [people.graduate.graduateId],
    );
    expect((await ask({ name, number })).body.record.changedSince).toBeNull();
    const corrected = await people.clients.schoolAdmin.post(`/api/graduates/${people.graduate.graduateId}/basic-information/correction`, {
      changes: { major: '逻辑学' },
      reason: '更正',
    });
    expect(corrected.status).toBe(200);
    expect((await ask({ name, number })).body).toMatchObject({
      outcome: 'VALID',
      record: { basics: { major: '哲学' }, changedSince: { at: expect.any(String) } },
    });
  });

  it('NOT_FOUND says the same of a number that cannot be one, and does not count it as a guess', async () => {
    for (const typed of ['1', unknownNumber().slice(0, 14), 'ABCDEFG12345678', `${number.slice(0, -1)}${number.endsWith('A') ? 'C' : 'A'}`])
      expect((await ask({ name, number: typed })).text).toBe('{"outcome":"NOT_FOUND"}');
  });

  it('503 when nobody can tell, which is no outcome', async () => {
    const broken = await openApplication({
      replace: ({ pool }) => ({
        pool,
        verification: {
          byNumber: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
          byToken: () => Promise.reject(new Error()),
        },
      }),
    });
    try {
      expect(await new Client(broken.url).post('/api/verification/dossier', { name, number })).toMatchObject({
        status: 503,
        body: { code: 'UNAVAILABLE' },
      });
    } finally {
      await broken.close();
    }
  });

  it('every answer forbids every cache to keep it', async () => {
    for (const reply of [
      await ask({ name, number }),
      await ask({ name, number: unknownNumber() }),
      await ask({ name }),
      await new Client(app.url).post('/api/receipts', { slip: 'x' }),
    ]) {
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.has('etag')).toBe(false);
    }
  });

  it('X23 no number, name or token is in a path, a query or the log', async () => {
    for (const body of [
      { name, number },
      { name, number: number.toLowerCase() },
      { name: '别人', number },
      { token: 'made-up-token-of-somebody' },
    ])
      await ask(body);
    await new Client(app.url).get(`/verification/dossier?number=${number}`);
    const log = app.log();
    expect(log).toContain('"route":"/api/verification/:entry"');
    for (const secret of [number, number.toLowerCase(), name, '别人', 'made-up-token-of-somebody']) expect(log).not.toContain(secret);
    expect(await app.deps.metrics.print()).not.toContain(number);
  });
});

// Last of all: the clock moves forward only.
describe('by the clock', () => {
  it('R29 R30 EXPIRED at the first instant after the chosen day; R33 R42 R50 SERVICE_ENDED after the service', async () => {
    const transferNumber = await numberOf(app, 'TRANSFER', ids.transferNumberId);
    const shift = async (until: string) => moveRecordClock(app.record.database.adminUrl, Date.parse(until) - Date.now());
    await app.record.pool.query(`UPDATE "verification_grant" SET "deadline" = '2027-12-01T00:00:00+08:00' WHERE "id" = $1`, [ids.grantId]);
    await shift('2027-11-30T23:59:50+08:00');
    expect(await outcomeOf({ name, number })).toBe('VALID');
    await shift('2027-12-01T00:00:00+08:00');
    expect(await outcomeOf({ name, number })).toBe('EXPIRED');
    await shift('2028-01-01T00:00:01+08:00');
    expect(await outcomeOf({ name, number })).toBe('SERVICE_ENDED');
    expect(await outcomeOf({ name, number: transferNumber })).toBe('VALID');
    await shift('2028-04-01T00:00:01+08:00');
    expect(await outcomeOf({ name, number: transferNumber })).toBe('SERVICE_ENDED');
  });
});

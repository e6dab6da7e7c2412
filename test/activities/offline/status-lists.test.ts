import { MockActivityEnvironment } from '@temporalio/testing';
import { publishStatusLists } from '../../../activities/offline/publish-status-lists.ts';
import { listRefreshMs, listValidityMs } from '../../../domain/offline/status-list.ts';
import { inTransaction } from '../../../infra/database/transaction.ts';
import { readClock } from '../../../infra/record/clock.ts';
import { openVerificationDesk, verifyByToken } from '../../../infra/verification/verify.ts';
import { graduateActor, run } from '../../support/record/commands.ts';
import { homeDossier } from '../../support/record/contents.ts';
import { submit } from '../../support/record/registration.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import {
  confirmedGraduate,
  issueGrant,
  issueTransferNumber,
  judgeNow,
  printedCode,
  type Confirmed,
} from '../../support/offline/issued-numbers.ts';
import { signingKeySet } from '../../support/offline/offline-fixture.ts';

let record: TestRecord;
let holder: Confirmed;

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());
beforeEach(async () => {
  await record.pool.query('DELETE FROM "status_list"');
  holder = await confirmedGraduate(record);
});

const desk = () => ({ pool: record.pool, offlineSigning: record.keyring.offlineSigning });
const publish = (on = desk()) => new MockActivityEnvironment().run<[], number, () => Promise<number>>(() => publishStatusLists(on));
const judge = (code: string, now: number) => judgeNow(record, code, now);

describe('X23 status lists', () => {
  it('R31 R50 a live number is good, a closed one bad with the next list; the record, audit and notification of the closing are as ever', async () => {
    const grantId = await issueGrant(holder);
    const code = await printedCode(record, 'VERIFICATION', grantId);
    expect(await publish()).toBe(1);
    const now = await readClock(record.pool);
    expect(await judge(code, now)).toMatchObject({ answer: 'GOOD', statement: { name: '示例同学', registered: true } });
    await run(record, holder.graduate.graduateId, graduateActor(holder.graduate), 'CLOSE_GRANT', { grantId });
    // The list of a moment ago does not know; it is not old enough to be made anew either.
    expect(await publish()).toBe(0);
    expect((await judge(code, now)).answer).toBe('GOOD');
    expect((await judge(code, now + listValidityMs)).answer).toBe('CANNOT_TELL');
    await record.pool.query(`UPDATE "status_list" SET "issuedAt" = "issuedAt" - $1 * interval '1 millisecond'`, [listRefreshMs]);
    expect(await publish()).toBe(1);
    expect(await judge(code, now)).toMatchObject({ answer: 'BAD', reason: 'REVOKED' });
    const { rows } = await record.pool.query<{ action: string }>(
      'SELECT "action" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq" DESC LIMIT 1',
      [holder.graduate.graduateId],
    );
    expect(rows).toEqual([{ action: 'GRANT_ENDED' }]);
  });

  it('R38 a key change revokes both numbers, each in the lists of its kind', async () => {
    const grantId = await issueGrant(holder);
    const transferId = await issueTransferNumber(holder);
    const codes = [await printedCode(record, 'VERIFICATION', grantId), await printedCode(record, 'TRANSFER', transferId)];
    await submit(record, holder.school, holder.graduate, 'DOSSIER', { ...homeDossier, address: '示例路99号' }, [], Date.now());
    expect(await publish()).toBe(2);
    const now = await readClock(record.pool);
    const answers = await Promise.all(codes.map((code) => judge(code, now)));
    expect(answers).toMatchObject([
      { reason: 'REVOKED', statement: { list: 0, numberKind: 'VERIFICATION' } },
      { reason: 'REVOKED', statement: { list: 1, numberKind: 'TRANSFER' } },
    ]);
  });

  it('every number has a place of its own, however many are issued at once and whatever is rolled back', async () => {
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        inTransaction(record.pool, async (connection) => {
          const place = await record.takeStatusPlace(connection, 'TRANSFER');
          if (n % 4 === 0) throw new Error('rolled back');
          return place;
        }).catch(() => undefined),
      ),
    );
    const kept = taken.filter((place) => place !== undefined);
    expect(kept).toHaveLength(30);
    expect(new Set(kept.map(({ statusIndex }) => statusIndex)).size).toBe(30);
  });

  it('the database refuses a place that is taken, and one in a list of the other kind', async () => {
    const [first, second] = [await issueGrant(holder), await issueGrant(await confirmedGraduate(record))];
    await expect(
      record.pool.query(
        'UPDATE "verification_grant" g SET "statusIndex" = o."statusIndex" FROM "verification_grant" o WHERE g."id" = $1 AND o."id" = $2',
        [first, second],
      ),
    ).rejects.toMatchObject({ code: '23505' });
    await expect(record.pool.query('UPDATE "verification_grant" SET "statusList" = 1 WHERE "id" = $1', [first])).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('a key that has become current signs the lists at once; a number that is over keeps no list alive', async () => {
    await issueGrant(holder);
    expect(await publish()).toBeGreaterThan(0);
    const rotated = signingKeySet('k2');
    expect(await publish({ pool: record.pool, offlineSigning: rotated })).toBeGreaterThan(0);
    const { rows } = await record.pool.query<{ keyId: string }>('SELECT DISTINCT "keyId" FROM "status_list"');
    expect(rows).toEqual([{ keyId: 'k2' }]);
    expect((await record.pool.query('SELECT FROM "signing_key_use"')).rowCount).toBe(2);
  });
});

describe('X23 a scan, online', () => {
  it('R49 R51 names one number by its place; a payload that was printed for another end is not found', async () => {
    const grantId = await issueGrant(holder);
    const [, token = ''] = (await printedCode(record, 'VERIFICATION', grantId)).split('#');
    const scanDesk = openVerificationDesk({ ...record, offlineSigning: record.keyring.offlineSigning });
    const asked = { entry: 'DOSSIER', now: await readClock(record.pool), place: null } as const;
    expect(await verifyByToken(scanDesk, asked, token)).toMatchObject({ outcome: 'VALID', record: { basics: { name: '示例同学' } } });
    expect(await verifyByToken(scanDesk, { ...asked, entry: 'HUKOU' }, token)).toEqual({ outcome: 'NOT_FOUND' });
    expect(await verifyByToken({ ...scanDesk, offlineSigning: signingKeySet('k1') }, asked, token)).toEqual({ outcome: 'NOT_FOUND' });
    await record.pool.query(`UPDATE "verification_grant" SET "deadline" = "deadline" - interval '1 day' WHERE "id" = $1`, [grantId]);
    expect(await verifyByToken(scanDesk, asked, token)).toEqual({ outcome: 'NOT_FOUND' });
  });
});

import { MockActivityEnvironment } from '@temporalio/testing';
import { publishStatusLists } from '../../../activities/offline/publish-status-lists.ts';
import { moveRecordClock } from '../../../api/development/move-record-clock.ts';
import { readClock } from '../../../infra/record/clock.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { confirmedGraduate, issueGrant, judgeNow, printedCode } from '../../support/offline/issued-numbers.ts';

let record: TestRecord;

// A file of its own: its clock is moved.
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

const publish = () =>
  new MockActivityEnvironment().run<[], number, () => Promise<number>>(() =>
    publishStatusLists({ pool: record.pool, offlineSigning: record.keyring.offlineSigning }),
  );

it('X23 the development clock is moved forward: what is stale by it is made anew by the next run, and a list of numbers that are all over is forgotten', async () => {
  const code = await printedCode(record, 'VERIFICATION', await issueGrant(await confirmedGraduate(record)));
  expect(await publish()).toBe(1);
  await moveRecordClock(record.database.adminUrl, 3 * 86_400_000);
  const later = await readClock(record.pool);
  expect(await judgeNow(record, code, later)).toMatchObject({ answer: 'CANNOT_TELL', reason: 'LIST_STALE' });
  expect(await publish()).toBe(1);
  expect(await judgeNow(record, code, later + 1000)).toMatchObject({ answer: 'GOOD' });
  await moveRecordClock(record.database.adminUrl, 1000 * 86_400_000);
  expect(await publish()).toBe(0);
  expect((await record.pool.query('SELECT FROM "status_list"')).rowCount).toBe(0);
  expect(await judgeNow(record, code, await readClock(record.pool))).toMatchObject({ answer: 'BAD', reason: 'EXPIRED' });
});

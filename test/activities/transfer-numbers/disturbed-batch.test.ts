import { cancelTransferNumbers, issueTransferNumbers } from '../../../activities/transfer-numbers/issue-transfer-numbers.ts';
import type { Queryable } from '../../../infra/database/pool.ts';
import { inTransaction } from '../../../infra/database/transaction.ts';
import { storeBatch, type StoredBatch } from '../../../infra/transfer-numbers/batch-store.ts';
import { dayMs, june } from '../../support/domain/instants.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { requestNumbers, skipsOf } from '../../support/record/number-batches.ts';
import { newScene, stages } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

const noProgress = () => undefined;
let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record?.close());

const issue = (batch: StoredBatch) => issueTransferNumbers(record, batch.id, noProgress);

describe('a batch that is disturbed', () => {
  const parts = (batch: StoredBatch) =>
    record.pool.query<{ count: number }>('SELECT count(*) AS "count" FROM "transfer_number_batch_part" WHERE "batchId" = $1', [batch.id]);
  const numbersOf = async ({ schoolId }: SchoolFixture) =>
    (
      await record.pool.query<{ count: number }>(
        `SELECT count(*) AS "count" FROM "transfer_number" n JOIN "graduate" g ON g."id" = n."graduateId" WHERE g."schoolId" = $1`,
        [schoolId],
      )
    ).rows[0]!.count;
  async function schoolOf(count: number): Promise<SchoolFixture> {
    const school = await createSchool(record.pool);
    for (let index = 0; index < count; index += 1) await stages.registered(await newScene(record, school));
    return school;
  }

  it('R38 goes on after an error in the middle, and no graduate has two numbers', async () => {
    const school = await schoolOf(6);
    const batch = await requestNumbers(record, school, 'DOSSIER', june + dayMs);
    for (let round = 0; round < 2; round += 1) {
      let left = 3 + round;
      const nextIndex = (bound: number): number => {
        if ((left -= 1) < 0) throw new Error('the worker is gone');
        return record.nextIndex(bound);
      };
      await expect(issueTransferNumbers({ ...record, nextIndex }, batch.id, noProgress, 2)).rejects.toThrow('the worker is gone');
    }
    expect(await issueTransferNumbers(record, batch.id, noProgress, 2)).toMatchObject({ status: 'DONE', issued: 6 });
    expect(await issueTransferNumbers(record, batch.id, noProgress, 2)).toMatchObject({ status: 'DONE', issued: 6 });
    expect([(await parts(batch)).rows[0]!.count, await numbersOf(school)]).toEqual([3, 6]);
  });

  it('R38 two workers at once do every part once', async () => {
    const school = await schoolOf(6);
    const batch = await requestNumbers(record, school, 'HUKOU', june + dayMs);
    const both = await Promise.all([1, 2].map(() => issueTransferNumbers(record, batch.id, noProgress, 1)));
    expect(both).toEqual([1, 2].map(() => ({ status: 'DONE', graduates: 6, done: 6, issued: 6, skipped: 0 })));
    expect(await numbersOf(school)).toBe(6);
  });

  it('R38 cancelled it stops between two parts and keeps what it has issued', async () => {
    const school = await schoolOf(4);
    const batch = await requestNumbers(record, school, 'DOSSIER', june + dayMs);
    let cancelled: Promise<void> | undefined;
    const takeStatusPlaces = async (connection: Queryable, kind: 'VERIFICATION' | 'TRANSFER', count: number) => {
      await (cancelled ??= cancelTransferNumbers(record, batch.id));
      return record.takeStatusPlaces(connection, kind, count);
    };
    const progress = await issueTransferNumbers({ ...record, takeStatusPlaces }, batch.id, noProgress, 1);
    expect(progress).toMatchObject({ status: 'CANCELLED', graduates: 4 });
    expect(progress.issued).toBeGreaterThan(0);
    expect(progress.issued).toBeLessThan(4);
    expect(await numbersOf(school)).toBe(progress.issued);
    expect(await issue(batch)).toEqual(progress);
  });

  it('R38 waits for a graduate whose own command is being applied', async () => {
    const school = await schoolOf(1);
    const {
      rows: [graduate],
    } = await record.pool.query<{ id: string }>('SELECT "id" FROM "graduate" WHERE "schoolId" = $1', [school.schoolId]);
    const batch = await requestNumbers(record, school, 'DOSSIER', june + dayMs);
    const running = await inTransaction(record.pool, async (connection) => {
      await connection.query('SELECT FROM "graduate" WHERE "id" = $1 FOR NO KEY UPDATE', [graduate!.id]);
      await connection.query('UPDATE "graduate" SET "dossierInSchool" = false WHERE "id" = $1', [graduate!.id]);
      return { done: issue(batch) };
    });
    expect(await running.done).toMatchObject({ issued: 0, skipped: 1 });
    expect(await skipsOf(record, batch)).toEqual({ [graduate!.id]: 'DOSSIER_NOT_IN_SCHOOL' });
  });

  it('the same key of the same person is the same batch', async () => {
    const school = await createSchool(record.pool);
    const first = await requestNumbers(record, school, 'DOSSIER', june);
    expect(await storeBatch(record.pool, { ...first, id: record.newId(), idempotencyKey: first.id })).toEqual(first);
  });
});

import { MockActivityEnvironment } from '@temporalio/testing';
import { tellLookups } from '../../../activities/upkeep/tell-lookups.ts';
import { renderNotification } from '../../../domain/notifications/render-notification.ts';
import { createGraduate, createSchool, type GraduateFixture, type SchoolFixture } from '../../support/record/graduates.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
let school: SchoolFixture;
beforeAll(async () => {
  record = await openTestRecord();
  school = await createSchool(record.pool);
});
afterAll(() => record.close());
beforeEach(() => record.pool.query('UPDATE "verification_record" SET "toldAt" = app_now() WHERE "toldAt" IS NULL'));

const tell = () => new MockActivityEnvironment().run<[], number, () => Promise<number>>(() => tellLookups(record));

/** Each lookup is a millisecond after the one before, all within the last minute. */
let lookedAt = Date.now() - 60_000;

async function looked(
  { graduateId }: GraduateFixture,
  kind: string,
  place: string | null = null,
  toldAt: Date | null = null,
): Promise<void> {
  await record.pool.query(
    'INSERT INTO "verification_record" ("id", "graduateId", "kind", "way", "at", "place", "toldAt") VALUES ($1, $2, $3, \'NUMBER\', $4, $5, $6)',
    [record.newId(), graduateId, kind, new Date((lookedAt += 1)), place, toldAt],
  );
}

const notificationsOf = async ({ graduateId }: GraduateFixture) =>
  (
    await record.pool.query<{ event: string; params: { count: number; lookups: unknown[] } }>(
      'SELECT "event", "params" FROM "notification" WHERE "graduateId" = $1',
      [graduateId],
    )
  ).rows;

describe('the evening’s message', () => {
  it('R54 is one for each graduate, with all of the day, and not sent again', async () => {
    const [first, second] = [await createGraduate(record.pool, record, school), await createGraduate(record.pool, record, school)];
    await looked(first, 'DOSSIER', '南京市');
    await looked(first, 'HUKOU');
    await looked(second, 'DOSSIER');
    expect(await tell()).toBe(2);
    const [digest, ...others] = await notificationsOf(first);
    expect(others).toEqual([]);
    expect(digest).toMatchObject({
      event: 'verification.digest',
      params: {
        name: '示例同学',
        count: 2,
        lookups: [
          { kind: 'DOSSIER', place: '南京市' },
          { kind: 'HUKOU', place: null },
        ],
      },
    });
    expect(renderNotification('verification.digest', digest?.params, 'zh').text).toContain('被在线核验 2 次');
    expect(await tell()).toBe(0);
    await looked(first, 'DOSSIER');
    expect(await tell()).toBe(1);
    expect(await notificationsOf(first)).toHaveLength(2);
  });

  it('R54 leaves out what was told at once', async () => {
    const graduate = await createGraduate(record.pool, record, school);
    await looked(graduate, 'DOSSIER', null, new Date());
    expect(await tell()).toBe(0);
    expect(await notificationsOf(graduate)).toEqual([]);
  });

  it('R54 lists twenty and counts the rest', async () => {
    const graduate = await createGraduate(record.pool, record, school);
    for (let count = 0; count < 23; count += 1) await looked(graduate, 'DOSSIER');
    await tell();
    const [digest] = await notificationsOf(graduate);
    expect([digest?.params.count, digest?.params.lookups.length]).toEqual([23, 20]);
  });

  it('R54 two workers at once tell each lookup once', async () => {
    const graduates = await Promise.all(Array.from({ length: 5 }, () => createGraduate(record.pool, record, school)));
    for (const graduate of graduates) await looked(graduate, 'DOSSIER');
    const told = await Promise.all([tell(), tell(), tell()]);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(5);
    for (const graduate of graduates) expect(await notificationsOf(graduate)).toHaveLength(1);
  });
});

import { createPublicKey, verify } from 'node:crypto';
import { performDue } from '../../../activities/calendar/perform-due.ts';
import { snapshotRoot, type DepartureEntry } from '../../../domain/calendar/departure.ts';
import { currentKey } from '../../../infra/crypto/keyring.ts';
import { cutoff, dayMs, departure, minuteMs, shanghai } from '../../support/domain/instants.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { newScene, stages } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record?.close());

const perform = (school: SchoolFixture, asOf: number, progress: (reached: unknown) => void = () => undefined) =>
  performDue({ ...record, auditSigning: record.keyring.auditSigning }, { ...school, cohort: 2027 }, asOf, progress);
const stepsOf = async ({ schoolId }: SchoolFixture) =>
  (
    await record.pool.query<{ kind: string; counts: Record<string, number> }>(
      'SELECT "kind", "counts" FROM "calendar_step" WHERE "schoolId" = $1 ORDER BY "dueAt", "kind"',
      [schoolId],
    )
  ).rows;
const toldSchool = async ({ schoolId }: SchoolFixture) =>
  (
    await record.pool.query<{ event: string; params: Record<string, unknown> }>(
      `SELECT "event", "params" FROM "notification" WHERE "recipientKind" = 'SCHOOL' AND "recipientId" = $1 AND "event" LIKE ANY (ARRAY['cutoff%', 'school%']) ORDER BY "createdAt", "id"`,
      [schoolId],
    )
  ).rows;

describe('the calendar of a school and cohort', () => {
  it('R56 each morning in season the school is told once how many stand where and what comes next', async () => {
    const school = await createSchool(record.pool);
    await stages.registered(await newScene(record, school));
    await newScene(record, school);
    const morning = shanghai('2027-06-11T09:00:00');
    expect(await perform(school, morning)).toEqual({ nextAt: morning + dayMs, nextKind: 'DIGEST' });
    await perform(school, morning + 1);
    expect(await toldSchool(school)).toEqual([
      {
        event: 'school.digest',
        params: {
          cohort: 2027,
          counts: { graduates: 2, overdue: 0, unfinished: 2, CHECKING: 1, CONFIRMING: 1 },
          nextKind: 'DEPARTURE',
          nextAt: '2027-06-30',
        },
      },
    ]);
  });

  it('R57 X14 at departure the cohort is frozen: numbered, signed, who is not settled as 70', async () => {
    const school = await createSchool(record.pool);
    const registered = await stages.registered(await newScene(record, school));
    const open = await stages.inReview(await newScene(record, school));
    await perform(school, departure);
    await perform(school, departure + minuteMs);

    const {
      rows: [snapshot, ...others],
    } = await record.pool.query<{
      id: string;
      number: number;
      entryCount: number;
      unsettledCount: number;
      root: string;
      signature: string;
      departureAt: number;
      takenAt: number;
    }>('SELECT * FROM "departure_snapshot" WHERE "schoolId" = $1', [school.schoolId]);
    expect(others).toEqual([]);
    expect(snapshot).toMatchObject({ number: 1, entryCount: 2, departureAt: departure, takenAt: departure });
    const { rows: entries } = await record.pool.query<DepartureEntry>(
      'SELECT "graduateId", "destinationCode", "versionId", "contentDigest" FROM "departure_entry" WHERE "snapshotId" = $1 ORDER BY "position"',
      [snapshot!.id],
    );
    const {
      rows: [version],
    } = await record.pool.query<{ id: string; destinationCode: string }>(
      `SELECT "id", "destinationCode" FROM "section_version" WHERE "graduateId" = $1 AND "status" = 'APPROVED'`,
      [registered.graduate.graduateId],
    );
    expect(entries).toEqual([
      expect.objectContaining({
        graduateId: registered.graduate.graduateId,
        destinationCode: version?.destinationCode,
        versionId: version?.id,
      }),
      { graduateId: open.graduate.graduateId, destinationCode: '70', versionId: null, contentDigest: null },
    ]);
    expect(snapshot?.unsettledCount).toBe(['70', '71', '72'].includes(version?.destinationCode ?? '') ? 2 : 1);
    const root = snapshotRoot({ schoolId: school.schoolId, cohort: 2027, number: 1, departureAt: departure, takenAt: departure }, entries);
    expect(root).toBe(snapshot?.root);
    expect(
      verify(
        null,
        Buffer.from(root, 'hex'),
        createPublicKey(currentKey(record.keyring.auditSigning)),
        Buffer.from(snapshot!.signature, 'base64'),
      ),
    ).toBe(true);
  });

  it.each(['departure_snapshot', 'departure_entry', 'calendar_step'])(
    'R57 X14 the application may not change or delete a row of %s',
    async (table) => {
      await expect(
        record.pool.query(
          `UPDATE "${table}" SET "cohort" = 1`.replace('"departure_entry" SET "cohort"', '"departure_entry" SET "position"'),
        ),
      ).rejects.toThrow('permission denied');
      await expect(record.pool.query(`DELETE FROM "${table}"`)).rejects.toThrow('permission denied');
    },
  );

  it('R57 a departure that the school moves later is frozen once more, under the next number', async () => {
    const school = await createSchool(record.pool);
    await perform(school, departure);
    await record.pool.query('INSERT INTO "school_calendar" ("schoolId", "cohort", "departureAt") VALUES ($1, 2027, $2)', [
      school.schoolId,
      new Date(departure + dayMs),
    ]);
    await perform(school, departure + dayMs);
    const { rows } = await record.pool.query(
      'SELECT "number", "departureAt" FROM "departure_snapshot" WHERE "schoolId" = $1 ORDER BY "number"',
      [school.schoolId],
    );
    expect(rows).toEqual([
      { number: 1, departureAt: departure },
      { number: 2, departureAt: departure + dayMs },
    ]);
  });

  it('R55 a week before the cutoff those who have not confirmed are told, and the school how many they are', async () => {
    const school = await createSchool(record.pool);
    const [open, confirmed] = [
      await stages.registered(await newScene(record, school)),
      await stages.confirmed(await newScene(record, school)),
    ];
    await perform(school, cutoff - 7 * dayMs);
    const told = async (graduateId: string) =>
      (
        await record.pool.query('SELECT "params" FROM "notification" WHERE "recipientId" = $1 AND "event" = $2', [
          graduateId,
          'cutoff.approaching',
        ])
      ).rows;
    expect(await told(open.graduate.graduateId)).toEqual([
      { params: { audience: 'GRADUATE', name: '示例同学', cutoffAt: '2027-08-31 23:59:59' } },
    ]);
    expect(await told(confirmed.graduate.graduateId)).toEqual([]);
    expect(await toldSchool(school)).toContainEqual({
      event: 'cutoff.approaching',
      params: { audience: 'SCHOOL', openCount: 1, cutoffAt: '2027-08-31 23:59:59' },
    });
  });

  it('R55 X13 at the cutoff it sweeps, goes on after a crash in the middle, tells the school, and has nothing left to do', async () => {
    const school = await createSchool(record.pool);
    const scene = await stages.inReview(await newScene(record, school));
    const crash = (reached: unknown) => {
      if (typeof reached === 'number') throw new Error('the worker dies');
    };
    await expect(perform(school, cutoff + minuteMs, crash)).rejects.toThrow('the worker dies');
    expect(await perform(school, cutoff + minuteMs)).toEqual({ nextAt: null, nextKind: null });
    expect((await stepsOf(school)).map(({ kind }) => kind)).toEqual(['DEPARTURE', 'CUTOFF_APPROACHES', 'CUTOFF']);
    expect((await toldSchool(school)).at(-1)).toMatchObject({ event: 'cutoff.reached', params: { openCount: 1 } });
    const { rows } = await record.pool.query('SELECT "action" FROM "audit_event" WHERE "graduateId" = $1 AND "actor" = $2', [
      scene.graduate.graduateId,
      'system:cutoff',
    ]);
    expect(rows).toEqual([{ action: 'CUTOFF_RECORDED' }, { action: 'SECTION_LAPSED' }]);
  });

  it('R55 X13 while a command from before the cutoff waits, it looks again ten seconds later', async () => {
    const school = await createSchool(record.pool);
    const scene = await stages.inReview(await newScene(record, school));
    await record.pool.query(
      `INSERT INTO "command" ("id", "graduateId", "actorId", "actorRole", "idempotencyKey", "bodyDigest", "type", "payload", "receivedAt")
      VALUES ($1, $2, $1, 'COLLEGE_REVIEWER', 'k', '', 'DECIDE_REVIEW', '{}', $3)`,
      [record.newId(), scene.graduate.graduateId, new Date(cutoff - 1)],
    );
    expect(await perform(school, cutoff + minuteMs)).toEqual({ nextAt: cutoff + minuteMs + 10_000, nextKind: 'CUTOFF' });
    expect((await stepsOf(school)).map(({ kind }) => kind)).not.toContain('CUTOFF');
  });
});

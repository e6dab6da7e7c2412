import { confirmationTransitions } from '../../../domain/confirmation/status.ts';
import { dispatchTransitions } from '../../../domain/dispatch/dispatch-status.ts';
import { basicCheckTransitions } from '../../../domain/graduate/basic-information.ts';
import { grantTransitions } from '../../../domain/grants/grant.ts';
import { exceptionTransitions } from '../../../domain/registration/exceptions.ts';
import { submissionTransitions } from '../../../domain/registration/transitions.ts';
import { transferNumberTransitions } from '../../../domain/transfer-numbers/transfer-number.ts';
import { createPool, type Pool } from '../../../infra/database/pool.ts';
import { createSchool } from '../../support/record/graduates.ts';
import { newScene, stages, type Scene } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
let admin: Pool;
let scene: Scene;
beforeAll(async () => {
  record = await openTestRecord();
  admin = createPool(record.database.adminUrl, 2);
  scene = await stages.granted(await newScene(record, await createSchool(record.pool)));
  await record.pool.query(
    `INSERT INTO "cutoff_exception" ("id", "graduateId", "scope", "reason", "requestedBy", "requestedAt", "until") VALUES ($1, $2, 'DOSSIER', '理由', $1, app_now(), app_now())`,
    [record.newId(), scene.graduate.graduateId],
  );
  const { graduateId } = scene.graduate;
  await record.pool.query(
    `INSERT INTO "dispatch" ("id", "schoolId", "graduateId", "status", "year", "serial", "transferNumberId", "target", "office", "checklist", "preparedBy", "preparedAt")
    SELECT gen_random_uuid(), $1, $2, 'PREPARED', 2027, 1, "id", '{}', '{}', '[]', $2, app_now() FROM "transfer_number" WHERE "graduateId" = $2`,
    [scene.school.schoolId, graduateId],
  );
});
afterAll(async () => {
  await admin.end();
  await record.close();
});

const tables = {
  submission: ['section_version', 'status', submissionTransitions],
  confirmation: ['graduate', 'confirmationStatus', confirmationTransitions],
  grant: ['verification_grant', 'status', grantTransitions],
  transferNumber: ['transfer_number', 'status', transferNumberTransitions],
  basicCheck: ['graduate', 'basicCheck', basicCheckTransitions],
  exception: ['cutoff_exception', 'status', exceptionTransitions],
  dispatch: ['dispatch', 'status', dispatchTransitions],
} as const satisfies Record<string, readonly [string, string, Readonly<Record<string, readonly string[]>>]>;

const subjects = Object.keys(tables) as (keyof typeof tables)[];

/** The error of a statement that must not succeed; whatever it wrote is rolled back. */
async function refused(pool: Pool, text: string, values: unknown[] = []): Promise<{ code: string; message: string }> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    await connection.query(text, values);
  } catch (error) {
    return { code: (error as { code: string }).code, message: (error as Error).message };
  } finally {
    await connection.query('ROLLBACK');
    connection.release();
  }
  throw new Error('the statement was accepted');
}

describe('what the database itself refuses', () => {
  it('R14 R21 R30 R38 R6 the transitions of the database are those of the domain', async () => {
    const { rows } = await record.pool.query<{ line: string }>(
      'SELECT "subject" || \' \' || "from" || \' \' || "to" AS "line" FROM "status_transition" ORDER BY 1',
    );
    const domain = subjects.flatMap((subject) =>
      Object.entries(tables[subject][2]).flatMap(([from, tos]) => tos.map((to: string) => `${subject} ${from} ${to}`)),
    );
    expect(rows.map(({ line }) => line).sort()).toEqual(domain.sort());
  });

  it.each(subjects)('R14 every pair of %s that is not in the table is refused, every other one is taken', async (subject) => {
    const [table, column, transitions] = tables[subject];
    const statuses = Object.keys(transitions);
    const {
      rows: [row],
    } = await record.pool.query<{ id: string }>(
      `SELECT "id" FROM "${table}" WHERE "${table === 'graduate' ? 'id' : 'graduateId'}" = $1 LIMIT 1`,
      [scene.graduate.graduateId],
    );
    const connection = await admin.connect();
    try {
      for (const from of statuses) {
        for (const to of statuses.filter((status) => status !== from)) {
          await connection.query('BEGIN');
          // Into the first status without the guard, which only the owner of the table can lay aside.
          await connection.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
          await connection.query(`UPDATE "${table}" SET "${column}" = $2 WHERE "id" = $1`, [row!.id, from]);
          await connection.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
          const answer = await connection.query(`UPDATE "${table}" SET "${column}" = $2 WHERE "id" = $1`, [row!.id, to]).then(
            () => 'taken',
            (error: Error) => error.message,
          );
          await connection.query('ROLLBACK');
          const allowed = (transitions as Readonly<Record<string, readonly string[]>>)[from]!.includes(to);
          expect([from, to, answer]).toEqual([
            from,
            to,
            allowed ? 'taken' : `transition of ${subject} from ${from} to ${to} is not allowed`,
          ]);
        }
      }
    } finally {
      connection.release();
    }
  });

  it.each(['content', 'contentDigest', 'evidenceIds', 'section', 'intent', 'source', 'graduateId'])(
    'R14 a submission is immutable: %s',
    async (column) => {
      const { code, message } = await refused(
        record.pool,
        `UPDATE "section_version" SET "${column}" = "${column}" WHERE "graduateId" = $1`,
        [scene.graduate.graduateId],
      );
      expect([code, message]).toEqual(['23514', 'a submission is immutable']);
    },
  );

  it.each([
    ['audit_event', 'UPDATE "audit_event" SET "actor" = \'nobody\''],
    ['audit_event', 'DELETE FROM "audit_event"'],
    ['audit_event', 'TRUNCATE "audit_event"'],
    ['audit_seal', 'UPDATE "audit_seal" SET "signature" = \'\''],
    ['audit_seal', 'DELETE FROM "audit_seal"'],
    ['status_transition', "INSERT INTO \"status_transition\" VALUES ('grant', 'EXPIRED', 'ACTIVE')"],
    ['status_transition', 'DELETE FROM "status_transition"'],
    ['development_clock', 'INSERT INTO "development_clock" ("offsetMs") VALUES (1)'],
  ])('R22 the application’s role may not touch %s: %s', async (table, statement) => {
    expect(await refused(record.pool, statement)).toEqual({ code: '42501', message: `permission denied for table ${table}` });
  });

  it('R22 nor lay the guards aside', async () => {
    expect((await refused(record.pool, 'ALTER TABLE "section_version" DISABLE TRIGGER USER')).code).toBe('42501');
    expect((await refused(record.pool, 'SET session_replication_role = replica')).code).toBe('42501');
  });

  const copy = (table: string, changes: string) => {
    const row = `jsonb_populate_record(NULL::"${table}", to_jsonb(t) || ${changes})`;
    return `INSERT INTO "${table}" SELECT (${row}).* FROM "${table}" t WHERE t."graduateId" = $1 AND t."status" IN ('ACTIVE', 'APPROVED') LIMIT 1`;
  };

  it.each([
    ['verification_grant', 'verification_grant_one_active'],
    ['transfer_number', 'transfer_number_one_active'],
  ])('R28 X6 a second live row of a kind in %s is refused', async (table, constraint) => {
    const changes = `jsonb_build_object('id', gen_random_uuid(), 'numberIndex', 'another')`;
    const { code, message } = await refused(record.pool, copy(table, changes), [scene.graduate.graduateId]);
    expect([code, message]).toEqual(['23505', expect.stringContaining(constraint)]);
  });

  it('R14 a second version in force, and a second one at a desk, are refused', async () => {
    const values = [scene.graduate.graduateId];
    expect((await refused(record.pool, copy('section_version', `jsonb_build_object('id', gen_random_uuid())`), values)).message).toContain(
      'section_version_one_in_force',
    );
    const twoAtDesks = `WITH one AS (${copy('section_version', `jsonb_build_object('id', gen_random_uuid(), 'status', 'COLLEGE_REVIEW')`)})
      ${copy('section_version', `jsonb_build_object('id', gen_random_uuid(), 'status', 'SCHOOL_REVIEW')`)}`;
    expect((await refused(record.pool, twoAtDesks, values)).message).toContain('section_version_one_in_review');
  });

  it.each(['serial', 'year', 'target', 'graduateId'])('R64 a dispatch keeps its %s', async (column) => {
    const { code, message } = await refused(record.pool, `UPDATE "dispatch" SET "${column}" = "${column}" WHERE "graduateId" = $1`, [
      scene.graduate.graduateId,
    ]);
    expect([code, message]).toEqual(['23514', 'the serial and the destination of a dispatch stay']);
  });

  it('R64 no dispatch goes away, and no serial is used twice', async () => {
    for (const table of ['dispatch', 'dispatch_serial']) expect((await refused(record.pool, `DELETE FROM "${table}"`)).code).toBe('42501');
    const again = `INSERT INTO "dispatch" SELECT (jsonb_populate_record(NULL::"dispatch", to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(), 'status', 'CANCELLED'))).* FROM "dispatch" d WHERE d."graduateId" = $1`;
    expect((await refused(record.pool, again, [scene.graduate.graduateId])).message).toContain('dispatch_schoolId_year_serial_key');
  });

  it('R25 one number stands for one grant of the whole country', async () => {
    const { message } = await refused(
      record.pool,
      copy('verification_grant', `jsonb_build_object('id', gen_random_uuid(), 'status', 'CLOSED')`),
      [scene.graduate.graduateId],
    );
    expect(message).toContain('verification_grant_numberIndex_key');
  });
});

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { verify } from '@node-rs/argon2';
import { demonstrationPassword, staffSeeds } from '../../../prisma/seed/demonstration.ts';
import { nextCohort } from '../../../prisma/seed/seed-roster.ts';
import { readAccounts } from '../../../scripts/stack/identity-provider/accounts.ts';
import { DemonstrationAccount } from '../../../scripts/start/demonstration-accounts.ts';
import { startOfDayShanghai } from '../../../domain/calendar/shanghai.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';
import { closeRecord } from './roster-fixture.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../../prisma/seed/seed.ts');

let record: TestRecord;
let environment: Record<string, string>;
beforeAll(async () => {
  record = await openTestRecord();
  const { directory, temporal, mail, identity, keysFile } = stackAddresses();
  const folder = join(directory, `seed-${randomUUID()}`);
  environment = {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'development',
    DATABASE_URL: record.database.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    TEMPORAL_UI_URL: temporal.uiUrl,
    TASK_QUEUE: `seed-${randomUUID()}`,
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: 'quxiang@example.com',
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: identity.clientId,
    OIDC_CLIENT_SECRET: identity.clientSecret,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    KEYS_FILE: keysFile,
    STATEMENT_SIGNING_CERTIFICATE_FILE: join(directory, 'signing', 'signing-certificate.pem'),
    FILES_DIR: join(folder, 'files'),
    STATEMENT_ISSUER: '样例',
    STATEMENT_SOURCE_NOTE: '样例',
    OIDC_ACCOUNTS_FILE: join(folder, 'accounts.json'),
    DEMONSTRATION_ACCOUNTS_FILE: join(folder, 'demonstration.json'),
  };
});
afterAll(async () => {
  await closeRecord(record);
});

const seed = (changes: Record<string, string> = {}) => run(process.execPath, [script], { env: { ...environment, ...changes } });
const ask = async <Row>(sql: string): Promise<Row[]> => (await record.pool.query(sql)).rows as Row[];
const everything = () =>
  ask<{
    table: string;
    rows: number;
  }>(`SELECT 'school' AS "table", count(*)::int AS rows FROM "school" UNION ALL SELECT 'college', count(*)::int FROM "college"
  UNION ALL SELECT 'account', count(*)::int FROM "account" UNION ALL SELECT 'staff_role', count(*)::int FROM "staff_role" UNION ALL SELECT 'graduate', count(*)::int FROM "graduate"
  UNION ALL SELECT 'roster_import', count(*)::int FROM "roster_import" UNION ALL SELECT 'started', count(*)::int FROM "graduate" WHERE "workflowStartedAt" IS NOT NULL`);

describe('the demonstration school', () => {
  it('X10 is loaded once, without a worker, and its starts wait for the Temporal server', async () => {
    const { stdout } = await seed({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(stdout).toMatch(
      /^First class of cohort 20\d\d: 5 graduates\.\nTemporal does not answer: the lifecycle workflows are yet to be started\.\n$/,
    );
    const counts = [
      ['school', 1],
      ['college', 4],
      ['account', 12],
      ['staff_role', 12],
      ['graduate', 5],
      ['roster_import', 1],
    ];
    expect((await everything()).map(({ table, rows }) => [table, rows])).toEqual([...counts, ['started', 0]]);
    expect((await seed()).stdout).toContain('Lifecycle workflows started: 5.');
    expect((await everything()).map(({ table, rows }) => [table, rows])).toEqual([...counts, ['started', 5]]);
    expect((await seed()).stdout).toContain('Lifecycle workflows started: 0.');
    expect(
      await ask(`SELECT s."code", s."name", p."name" AS province FROM "school" s JOIN "province" p ON p."code" = s."provinceCode"`),
    ).toEqual([{ code: '10001', name: '示例大学', province: '北京市' }]);
  }, 120_000);

  it('has an account for each role, within its jurisdiction, whose password is the documented one', async () => {
    await seed();
    const rows = await ask<{
      signInName: string;
      passwordHash: string;
      role: string;
      school: string | null;
      college: string | null;
      province: string | null;
    }>(
      `SELECT a."signInName", a."passwordHash", r."role", s."code" AS school, c."name" AS college, r."provinceCode" AS province
       FROM "account" a JOIN "staff_role" r ON r."accountId" = a."id" LEFT JOIN "school" s ON s."id" = r."schoolId" LEFT JOIN "college" c ON c."id" = r."collegeId"`,
    );
    expect(rows.map(({ signInName }) => signInName).toSorted()).toEqual(staffSeeds.map(({ signInName }) => signInName).toSorted());
    const of = (name: string) => rows.find(({ signInName }) => signInName === name);
    expect(of('college.info')).toMatchObject({ role: 'COLLEGE_REVIEWER', school: '10001', college: '信息工程学院', province: null });
    expect(of('counsellor.lang')).toMatchObject({ role: 'COUNSELLOR', school: '10001', college: '外国语学院' });
    expect(of('school.admin')).toMatchObject({ role: 'SCHOOL_ADMIN', school: '10001', college: null });
    expect(of('province')).toMatchObject({ role: 'PROVINCE_ADMIN', school: null, province: '110000' });
    expect(of('operator')).toMatchObject({ role: 'OPERATOR', school: null, college: null, province: null });
    expect(of('operator')?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await verify(of('operator')?.passwordHash ?? '', demonstrationPassword)).toBe(true);
  }, 60_000);

  it('X22 tells the development provider who can sign in, and with which document', async () => {
    await seed();
    const accounts = await readAccounts(environment['OIDC_ACCOUNTS_FILE'] ?? '');
    expect(accounts).toHaveLength(40);
    expect(accounts[0]).toMatchObject({
      name: '林知远',
      password: demonstrationPassword,
      idType: 'RESIDENT_ID',
      phone: '19900000001',
      email: 'graduate0001@example.com',
    });
    expect(accounts.find(({ name }) => name === 'Anna Maria Kowalska')).toMatchObject({ idType: 'PASSPORT', idNumber: 'EX8800020' });
    expect(accounts.find(({ name }) => name === '何雨桐')).not.toHaveProperty('email');
    const indexes = new Set(
      (await ask<{ idNumberIndex: string }>('SELECT "idNumberIndex" FROM "graduate"')).map(({ idNumberIndex }) => idNumberIndex),
    );
    expect(
      accounts.slice(0, 5).filter(({ idType, idNumber }) => !indexes.has(record.index.blindIndex(`${idType}:${idNumber}`, 'identity'))),
    ).toEqual([]);
    const shown = DemonstrationAccount.array().parse(JSON.parse(await readFile(environment['DEMONSTRATION_ACCOUNTS_FILE'] ?? '', 'utf8')));
    expect(shown.map(({ role }) => role)).toEqual([...staffSeeds.map(({ role }) => role), 'GRADUATE', 'GRADUATE', 'GRADUATE']);
  }, 60_000);

  it('is never loaded in production', async () => {
    const failure = await seed({ NODE_ENV: 'production', PUBLIC_URL: 'https://example.com', OIDC_ISSUER: 'https://example.com' }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 1, stdout: '' });
    expect((failure as { stderr: string }).stderr).toContain('never loaded with NODE_ENV=production');
  });
});

describe('the cohort of the demonstration', () => {
  it.each([
    ['2026-11-22', 2027],
    ['2027-05-31', 2027],
    ['2027-06-01', 2028],
    ['2027-12-31', 2028],
  ])('on %s is %i', (day, cohort) => {
    expect(nextCohort(startOfDayShanghai(day))).toBe(cohort);
  });
});

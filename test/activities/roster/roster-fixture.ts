import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import pg from 'pg';
import type { RosterDependencies } from '../../../activities/roster/dependencies.ts';
import { rosterColumns } from '../../../domain/roster/columns.ts';
import type { RosterCells } from '../../../domain/roster/match-headings.ts';
import { newId } from '../../../infra/crypto/secure-random.ts';
import { insertRosterImport } from '../../../infra/roster/import-store.ts';
import { createFileStore, newFileKey } from '../../../infra/storage/file-store.ts';
import { seedSchool, type SeededSchool } from '../../../prisma/seed/seed-school.ts';
import { sampleIdNumber } from '../../../scripts/samples/sample-numbers.ts';
import { waitUntil } from '../../../scripts/stack/wait-until.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

/** A record with one school, and everything that rosters are imported with. */
export interface RosterFixture extends RosterDependencies {
  readonly record: TestRecord;
  readonly school: SeededSchool;
  readonly importer: string;
  /** Stores rows as an uploaded sheet; returns the import's id. */
  upload(rows: readonly RosterCells[], cohort?: number): Promise<string>;
  uploadFile(bytes: Uint8Array, cohort?: number): Promise<string>;
  /** The first column of the first row of a query, or all rows. */
  ask<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
  count(table: string): Promise<number>;
}

export async function openRosterFixture(): Promise<RosterFixture> {
  const record = await openTestRecord();
  const school = await seedSchool(record.pool, newId);
  const importer = newId();
  const files = createFileStore({ directory: join(stackAddresses().directory, `rosters-${randomUUID()}`), keys: record.keyring.files });
  await record.pool.query(
    `INSERT INTO "account" ("id", "kind", "displayName", "signInName") VALUES ($1, 'STAFF', '宋时雨', 'school.admin')`,
    [importer],
  );
  await record.pool.query(
    `INSERT INTO "account" ("id", "kind", "displayName", "signInName") VALUES ($1, 'STAFF', '周明远', 'counsellor.info')`,
    [newId()],
  );
  await record.pool.query(
    `INSERT INTO "staff_role" ("id", "accountId", "role", "schoolId") SELECT $1, "id", 'COUNSELLOR', $2 FROM "account" WHERE "signInName" = 'counsellor.info'`,
    [newId(), school.schoolId],
  );
  const uploadFile = async (bytes: Uint8Array, cohort = 2027): Promise<string> => {
    const [id, fileKey] = [newId(), newFileKey()];
    await files.put(fileKey, bytes);
    await insertRosterImport(record.pool, {
      id,
      schoolId: school.schoolId,
      cohort,
      fileKey,
      fileName: 'roster.xlsx',
      uploadedBy: importer,
      uploadedByRole: 'SCHOOL_ADMIN',
    });
    return id;
  };
  const { pool, rulePacks, cipher, seals, index, takeStatusPlace } = record;
  return {
    record,
    school,
    importer,
    uploadFile,
    pool,
    rulePacks,
    cipher,
    seals,
    index,
    takeStatusPlace,
    files,
    newId,
    upload: async (rows, cohort) => uploadFile(await sheetOf(rows), cohort),
    ask: async <Row>(sql: string, ...values: unknown[]) => (await pool.query(sql, values)).rows as Row[],
    count: async (table) => Number((await pool.query<{ count: number }>(`SELECT count(*) AS count FROM "${table}"`)).rows[0]?.count),
  };
}

/**
 * Closes a record once the last session has left its database: the role that drops it may not end the sessions of the
 * application's role, and a busy machine takes its time to let go of them.
 */
export async function closeRecord({ pool, database }: TestRecord): Promise<void> {
  await pool.end();
  const admin = new pg.Client({ connectionString: stackAddresses().postgres.adminUrl });
  await admin.connect();
  const name = new URL(database.url).pathname.slice(1);
  const isFree = async () => (await admin.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name])).rowCount === 0;
  await waitUntil(isFree, { timeoutMs: 20_000, explain: () => new Error('somebody is still connected to the database') });
  await admin.end();
  await database.drop();
}

/** A sheet in the national template. */
export async function sheetOf(rows: readonly RosterCells[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('生源信息');
  sheet.addRow(rosterColumns.map(({ zh }) => zh));
  for (const row of rows) sheet.addRow(rosterColumns.map(({ field }) => row[field] ?? null));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export const idNumberOf = (index: number): string =>
  sampleIdNumber({
    region: '110108',
    birth: `2005${String(1 + (Math.floor(index / 400) % 12)).padStart(2, '0')}15`,
    gender: '2',
    sequence: index % 400,
  });

/** The cells of the n-th graduate, in which nothing is wrong. */
export const graduateCells = (index: number, changes: RosterCells = {}): RosterCells => ({
  candidateNo: `231101${String(index).padStart(8, '0')}`,
  name: '赵磊',
  idNumber: idNumberOf(index),
  gender: '女',
  ethnicity: '汉族',
  politicalStatus: '共青团员',
  schoolCode: '10001',
  schoolName: '示例大学',
  college: '信息工程学院',
  major: '软件工程',
  educationLevel: '本科',
  schoolingYears: '4',
  studentNo: `S${String(index).padStart(5, '0')}`,
  trainingMode: '非定向',
  originRegion: '110108',
  enrolledAt: '202309',
  graduatedAt: '202706',
  dossierInSchool: '是',
  hukouInSchool: '是',
  className: '软件2301',
  counsellor: '周明远',
  ...changes,
});

/** So many different graduates. */
export const manyGraduates = (count: number, from = 0): RosterCells[] =>
  Array.from({ length: count }, (_, index) => graduateCells(from + index));

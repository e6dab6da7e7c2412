import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startLifecycles } from '../../activities/roster/start-lifecycles.ts';
import { noProgress } from '../../activities/roster/dependencies.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createPool, type Pool } from '../../infra/database/pool.ts';
import { createRulePacks } from '../../infra/record/rule-packs.ts';
import { insertRosterImport } from '../../infra/roster/import-store.ts';
import { createFileStore, newFileKey } from '../../infra/storage/file-store.ts';
import { connectTemporal } from '../../infra/temporal/connect.ts';
import { seedSchool } from '../../prisma/seed/seed-school.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { startBenchStack, type BenchStack } from '../orchestration/bench-stack.ts';
import type { ImportRun } from './run-import.ts';
import { writeLargeRoster } from './large-roster.ts';

const cohort = 2027;
const execute = promisify(execFile);

/** The size of heap that `npm start` gives a worker. */
const heap = '--max-old-space-size=600';

/** `import [rows] [lifecycles]`. A roster through trial run and commit, in a process of its own, and the start of lifecycles apart. */
export async function run(args: readonly string[]): Promise<void> {
  const [rows = 100_000, lifecycles = 1_000] = args.map(Number);
  const stack = await startBenchStack();
  const pool = createPool(stack.databaseUrl, 8);
  const directory = await mkdtemp(join(tmpdir(), 'quxiang-import-'));
  try {
    const large = await importOf(stack, pool, directory, rows, cohort);
    const { stdout } = await execute(process.execPath, [
      heap,
      join(import.meta.dirname, 'run-import.ts'),
      stack.databaseUrl,
      stack.keysFile,
      directory,
      large.importId,
    ]);
    const result = JSON.parse(stdout) as ImportRun;
    const small = await importOf(stack, pool, directory, lifecycles, cohort + 1);
    await execute(process.execPath, [
      join(import.meta.dirname, 'run-import.ts'),
      stack.databaseUrl,
      stack.keysFile,
      directory,
      small.importId,
    ]);
    const startSeconds = await startAll(stack, pool, small.importId);
    const lines = [
      { what: 'validated', count: rows, seconds: result.validateSeconds, processorSeconds: result.validateProcessorSeconds },
      { what: 'committed', count: result.imported, seconds: result.commitSeconds, processorSeconds: result.commitProcessorSeconds },
      { what: 'lifecycle workflows started', count: lifecycles, seconds: startSeconds, processorSeconds: null },
    ];
    const rate = ({ count, seconds }: (typeof lines)[number]): string => String(Math.round(count / seconds));
    process.stdout.write(
      `${renderTable(
        ['what', 'rows', 'seconds', 'per second', 'processor seconds of the process'],
        lines.map((line) => [line.what, String(line.count), line.seconds.toFixed(2), rate(line), line.processorSeconds?.toFixed(2) ?? '']),
      )}\n`,
    );
    process.stdout.write(
      `most memory held by the importing process: ${result.residentMegabytes} MB; the file: ${(large.bytes / 1024 / 1024).toFixed(1)} MB\n\n`,
    );
    process.stdout.write(
      `${JSON.stringify({ bench: 'import', lines, residentMegabytes: result.residentMegabytes, fileBytes: large.bytes })}\n`,
    );
  } finally {
    await pool.end();
    await stack.lifetime.end();
    await rm(directory, { recursive: true, force: true });
  }
}

async function importOf(
  { keysFile }: BenchStack,
  pool: Pool,
  directory: string,
  rows: number,
  year: number,
): Promise<{ importId: string; bytes: number }> {
  const { schoolId } = await seedSchool(pool, newId);
  const path = join(directory, `${year}.xlsx`);
  await writeLargeRoster(path, rows, year);
  const bytes = await readFile(path);
  const [importId, fileKey, uploadedBy] = [newId(), newFileKey(), newId()];
  await pool.query(`INSERT INTO "account" ("id", "kind", "displayName") VALUES ($1, 'STAFF', '导入')`, [uploadedBy]);
  await createFileStore({ directory, keys: readKeyring(keysFile).files }).put(fileKey, bytes);
  await insertRosterImport(pool, {
    id: importId,
    schoolId,
    cohort: year,
    fileKey,
    fileName: 'roster.xlsx',
    uploadedBy,
    uploadedByRole: 'SCHOOL_ADMIN',
  });
  return { importId, bytes: bytes.length };
}

async function startAll({ temporal: address }: BenchStack, pool: Pool, importId: string): Promise<number> {
  const temporal = await connectTemporal(address);
  const began = performance.now();
  await startLifecycles({ pool, rulePacks: createRulePacks(pool), client: temporal.client, taskQueue: 'quxiang' }, importId, noProgress);
  const seconds = (performance.now() - began) / 1000;
  await temporal.close();
  return seconds;
}

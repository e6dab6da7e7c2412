import { shanghaiDate } from '../../domain/calendar/shanghai.ts';
import type { RosterRunReport } from '../../domain/roster/messages.ts';
import { noProgress, type RosterDependencies } from '../../activities/roster/dependencies.ts';
import { processRoster } from '../../activities/roster/process-roster.ts';
import { readClock } from '../../infra/record/clock.ts';
import { insertRosterImport } from '../../infra/roster/import-store.ts';
import { newFileKey } from '../../infra/storage/file-store.ts';
import { classSize, sampleRoster } from '../../scripts/samples/sample-roster.ts';
import { sampleWorkbook } from '../../scripts/samples/sample-workbook.ts';

const firstClassFile = 'first-class.xlsx';

export interface SeededRoster {
  readonly importId: string;
  readonly cohort: number;
  readonly report: RosterRunReport;
}

/** The cohort whose season lies ahead: that of the next 1 June. */
export function nextCohort(now: number): number {
  const [year = '', monthDay = ''] = [shanghaiDate(now).slice(0, 4), shanghaiDate(now).slice(5)];
  return Number(year) + (monthDay < '06-01' ? 0 : 1);
}

/** Imports the sample roster through the activities of every import, once: a run that was interrupted is taken up. */
export async function seedRoster(dependencies: RosterDependencies, schoolId: string, uploadedBy: string): Promise<SeededRoster> {
  const { importId, cohort } = (await findSeeded(dependencies, schoolId)) ?? (await upload(dependencies, schoolId, uploadedBy));
  const trial = await processRoster(dependencies, importId, 'TRIAL', noProgress);
  const report = trial.status === 'REFUSED' ? trial : await processRoster(dependencies, importId, 'COMMIT', noProgress);
  if (report.status !== 'IMPORTED' || report.invalid > 0)
    throw new Error(`the sample roster was not imported: ${report.refusal ?? `${report.invalid} rows are wrong`}`);
  return { importId, cohort, report };
}

// A clock that has been moved past the season must not bring the next cohort in.
async function findSeeded({ pool }: RosterDependencies, schoolId: string): Promise<{ importId: string; cohort: number } | undefined> {
  const { rows } = await pool.query<{ importId: string; cohort: number; fileName: string }>(
    'SELECT "id" AS "importId", "cohort", "fileName" FROM "roster_import" WHERE "schoolId" = $1 ORDER BY "uploadedAt"',
    [schoolId],
  );
  return rows.find(({ fileName }) => fileName === firstClassFile);
}

/** The first class only: the whole roster is what somebody who tries the system imports, and the demonstration does. */
async function upload(
  { pool, files, newId }: RosterDependencies,
  schoolId: string,
  uploadedBy: string,
): Promise<{ importId: string; cohort: number }> {
  const cohort = nextCohort(await readClock(pool));
  const bytes = await sampleWorkbook(cohort, sampleRoster(cohort).slice(0, classSize));
  const [importId, fileKey] = [newId(), newFileKey()];
  await files.put(fileKey, bytes);
  await insertRosterImport(pool, {
    id: importId,
    schoolId,
    cohort,
    fileKey,
    fileName: firstClassFile,
    uploadedBy,
    uploadedByRole: 'SCHOOL_ADMIN',
  });
  return { importId, cohort };
}

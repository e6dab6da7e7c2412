import { printBatchWorkflowId, PrintQuery, type PrintQuery as Query } from '../../../domain/print-batches/print-batch.ts';
import { storePrintBatch, type StoredPrintBatch } from '../../../infra/print-batches/batch-store.ts';
import { createSchool, type SchoolFixture } from '../record/graduates.ts';
import { actorsOf, fit, newScene, registerSection, stages, type Scene } from '../record/stages.ts';
import type { TestRecord } from '../record/test-record.ts';

/** A graduate with destination and dossier registered and a live transfer number of the dossier. */
export async function numberedGraduate(
  record: TestRecord,
  school: SchoolFixture,
  overrides: Readonly<Record<string, unknown>> = {},
): Promise<Scene> {
  const scene = await registerSection(await stages.registered(await newScene(record, school, overrides)), 'DOSSIER');
  const { code } = await fit(scene, actorsOf(scene).admin, 'ISSUE_TRANSFER_NUMBER', 'DOSSIER');
  if (code !== 'APPLIED') throw new Error(code);
  return scene;
}

/** A school with so many of them, whose names, classes and numbers are not in the order in which they came. */
export async function numberedSchool(record: TestRecord, count: number): Promise<{ school: SchoolFixture; scenes: Scene[] }> {
  const school = await createSchool(record.pool);
  const scenes: Scene[] = [];
  for (let index = 0; index < count; index += 1) {
    scenes.push(
      await numberedGraduate(record, school, {
        name: `样例${'甲乙丙丁戊己庚辛壬癸'[index % 10]}${index >= 10 ? String.fromCodePoint(0x4e00 + index) : ''}`,
        className: index % 2 === 0 ? '二班' : '一班',
        studentNo: `S${String(900 - index)}`,
      }),
    );
  }
  return { school, scenes };
}

/** Asks for the papers of a school, as the API does. */
export function requestPrint(
  record: TestRecord,
  { schoolId, staff }: SchoolFixture,
  query: Partial<Query> = {},
): Promise<StoredPrintBatch> {
  const id = record.newId();
  const asked = PrintQuery.parse({ of: 'STATEMENTS', kind: 'DOSSIER', form: 'ZIP', cohort: 2027, ...query });
  return storePrintBatch(record.pool, {
    id,
    schoolId,
    collegeId: null,
    query: asked,
    requestedBy: staff.schoolAdmin,
    requestedByRole: 'SCHOOL_ADMIN',
    idempotencyKey: id,
  });
}

export const workflowOf = ({ id }: StoredPrintBatch): string => printBatchWorkflowId(id);

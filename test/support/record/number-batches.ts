import type { StatementKind } from '../../../domain/grants/grant.ts';
import { storeBatch, type StoredBatch } from '../../../infra/transfer-numbers/batch-store.ts';
import type { SchoolFixture } from './graduates.ts';
import type { TestRecord } from './test-record.ts';

/** A request for the transfer numbers of a school, as the API stores it; `requestedAt` in milliseconds. */
export function requestNumbers(
  record: TestRecord,
  school: SchoolFixture,
  kind: StatementKind,
  requestedAt: number,
  query: Partial<StoredBatch> = {},
): Promise<StoredBatch> {
  const id = record.newId();
  return storeBatch(record.pool, {
    id,
    schoolId: school.schoolId,
    kind,
    cohort: 2027,
    collegeId: null,
    className: null,
    stage: null,
    requestedBy: school.staff.schoolAdmin,
    requestedByRole: 'SCHOOL_ADMIN',
    requestedAt,
    idempotencyKey: id,
    ...query,
  });
}

/** Why a batch passed somebody over, by graduate. */
export async function skipsOf({ pool }: TestRecord, { id }: StoredBatch): Promise<Readonly<Record<string, string>>> {
  const { rows } = await pool.query<{ graduateId: string; code: string }>(
    'SELECT "graduateId", "code" FROM "transfer_number_batch_skip" WHERE "batchId" = $1',
    [id],
  );
  return Object.fromEntries(rows.map(({ graduateId, code }) => [graduateId, code]));
}

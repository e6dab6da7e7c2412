import type { TransferNumberBatchProgress } from '../../domain/transfer-numbers/batch.ts';
import type { RulePack } from '../../domain/rule-packs/rule-pack.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import {
  cancelBatch,
  findBatch,
  finishBatch,
  planBatch,
  readProgress,
  settlePart,
  takePart,
  type StoredBatch,
} from '../../infra/transfer-numbers/batch-store.ts';
import { issuePart } from '../../infra/transfer-numbers/issue-part.ts';
import type { RecordDependencies } from '../dependencies.ts';

/** Large enough for sets to pay, small enough that a graduate's own command waits for a moment only. */
const partSize = 500;
/** While the database writes one part, the processor seals the next. */
const lanes = 2;

/** Issues what is missing or dead in a batch, part by part (R38, R39). Run again, or by two workers at once, it does no part twice. */
export async function issueTransferNumbers(
  dependencies: RecordDependencies,
  batchId: string,
  progress: (position: number) => void,
  size = partSize,
): Promise<TransferNumberBatchProgress> {
  const { pool, rulePacks } = dependencies;
  const batch = await findBatch(pool, batchId);
  if (!batch) throw new Error('no such batch');
  if (batch.status === 'RUNNING') {
    const {
      rows: [school],
    } = await pool.query<{ provinceCode: string }>('SELECT "provinceCode" FROM "school" WHERE "id" = $1', [batch.schoolId]);
    const pack = await rulePacks.find(school?.provinceCode ?? '', batch.cohort, batch.requestedAt);
    await inTransaction(pool, (connection) => planBatch(connection, batch, size));
    await Promise.all(Array.from({ length: lanes }, () => issueParts(dependencies, batch, pack, false, progress)));
    // Parts that a run taken for dead still holds.
    await issueParts(dependencies, batch, pack, true, progress);
    await finishBatch(pool, batchId);
  }
  return readProgress(pool, batchId);
}

async function issueParts(
  dependencies: RecordDependencies,
  batch: StoredBatch,
  pack: RulePack,
  wait: boolean,
  progress: (position: number) => void,
): Promise<void> {
  for (;;) {
    const position = await inTransaction(dependencies.pool, async (connection) => {
      const part = await takePart(connection, batch.id, wait);
      if (!part) return undefined;
      const { issued, skipped } = await issuePart(connection, dependencies, batch, pack, part);
      await settlePart(connection, batch.id, part, issued, skipped);
      return part.position;
    });
    if (position === undefined) return;
    progress(position);
  }
}

/** Cancelled between two parts; what has been issued stays. */
export const cancelTransferNumbers = ({ pool }: Pick<RecordDependencies, 'pool'>, batchId: string): Promise<void> =>
  cancelBatch(pool, batchId);

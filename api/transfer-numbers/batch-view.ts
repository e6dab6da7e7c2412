import { z } from 'zod';
import { StatementKind } from '../../domain/grants/grant.ts';
import { Stage } from '../../domain/lifecycle/stage.ts';
import { BatchStatus } from '../../domain/transfer-numbers/batch.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { readProgress, type StoredBatch } from '../../infra/transfer-numbers/batch-store.ts';
import { InstantText, instantText } from '../http/moments.ts';

const count = z.int().min(0);

export const BatchView = z
  .object({
    id: z.uuid(),
    kind: StatementKind,
    cohort: z.int(),
    collegeId: z.uuid().nullable(),
    className: z.string().nullable(),
    stage: Stage.nullable(),
    status: BatchStatus,
    requestedAt: InstantText,
    finishedAt: InstantText.nullable(),
    graduates: count.meta({ description: '0 until the batch has been cut into parts' }),
    done: count,
    issued: count,
    skipped: count,
  })
  .meta({ id: 'TransferNumberBatch' });

/** A batch with how far it is; who asked for it is in the audit rows of its numbers. */
export async function batchView(database: Queryable, batch: StoredBatch): Promise<z.infer<typeof BatchView>> {
  const { id, kind, cohort, collegeId, className, stage, requestedAt, finishedAt } = batch;
  const progress = await readProgress(database, id);
  return {
    id,
    kind,
    cohort,
    collegeId,
    className,
    stage,
    requestedAt: instantText(requestedAt),
    finishedAt: finishedAt === null ? null : instantText(finishedAt),
    ...progress,
  };
}

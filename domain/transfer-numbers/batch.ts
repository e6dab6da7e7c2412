import { z } from 'zod';
import { plainText } from '../text/plain-text.ts';
import { StatementKind } from '../grants/grant.ts';
import { Stage } from '../lifecycle/stage.ts';

/** For whom numbers of one kind are made: the graduates of a query of the school's lists (R38, R39, X6). */
export const TransferNumberQuery = z.strictObject({
  kind: StatementKind,
  cohort: z.int().min(2000).max(2999),
  collegeId: z.uuid().nullable().default(null),
  className: plainText(1, 60).nullable().default(null),
  stage: Stage.nullable().default(null),
});
export type TransferNumberQuery = z.infer<typeof TransferNumberQuery>;

export const BatchStatus = z.enum(['RUNNING', 'DONE', 'CANCELLED']);
export type BatchStatus = z.infer<typeof BatchStatus>;

export interface TransferNumberBatchInput {
  readonly batchId: string;
}

/** How far a batch is; counts only. */
export interface TransferNumberBatchProgress {
  readonly status: BatchStatus;
  readonly graduates: number;
  readonly done: number;
  readonly issued: number;
  readonly skipped: number;
}

export const transferNumberBatchWorkflowType = 'transferNumberBatch';

/** The id of the workflow of a batch. */
export const transferNumberBatchWorkflowId = (batchId: string): string => `transfer-number-batch-${batchId}`;

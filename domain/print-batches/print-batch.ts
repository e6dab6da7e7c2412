import { z } from 'zod';
import { dispatchPapers } from '../dispatch/messages.ts';
import { DispatchStatus } from '../dispatch/dispatch-status.ts';
import { StatementKind } from '../grants/grant.ts';
import { Stage } from '../lifecycle/stage.ts';
import { StatementRendering } from '../statements/rendering.ts';
import { plainText } from '../text/plain-text.ts';

const common = {
  form: z
    .enum(['ZIP', 'PRINT_FILE'])
    .meta({ description: 'ZIP: one PDF for each paper and an index; PRINT_FILE: one PDF of all pages in order, with page numbers' }),
  cohort: z.int().min(2000).max(2999),
  collegeId: z.uuid().nullable().default(null),
  className: plainText(1, 60).nullable().default(null),
  stage: Stage.nullable().default(null),
};

/** What is printed of a query: transfer statements (R25: never those with a 核验编号) in the order of classes, or papers of files in the order of their 转档字. */
export const PrintQuery = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('STATEMENTS'),
    kind: StatementKind,
    ...common,
    rendering: StatementRendering.default('zh').meta({
      description: 'As of single statements: Chinese, English, or Chinese in large type; an archive wants the Chinese one (R44)',
    }),
  }),
  z.strictObject({
    of: z.literal('DISPATCHES'),
    ...common,
    papers: z
      .array(z.enum(dispatchPapers))
      .min(1)
      .refine((papers) => new Set(papers).size === papers.length, { error: 'VALUE_WRONG' })
      .meta({ description: '告知书 (notice), 转递单 (slip), 回执 (receipt): for each file in this order' }),
    status: DispatchStatus.nullable().default(null).meta({ description: 'null: those prepared or on their way' }),
  }),
]);
export type PrintQuery = z.output<typeof PrintQuery>;

/** Papers of files are in Chinese. */
export const renderingOf = (query: PrintQuery): StatementRendering => (query.of === 'STATEMENTS' ? query.rendering : 'zh');

/** GONE: its retention is over. */
export const PrintBatchStatus = z.enum(['RUNNING', 'READY', 'CANCELLED', 'GONE']);
export type PrintBatchStatus = z.infer<typeof PrintBatchStatus>;

export type PrintedPaper = 'statement' | (typeof dispatchPapers)[number];

export interface PrintBatchInput {
  readonly batchId: string;
}

/** How far a batch is; counts of papers only. */
export interface PrintBatchProgress {
  readonly status: PrintBatchStatus;
  readonly papers: number;
  readonly done: number;
  readonly printed: number;
  readonly skipped: number;
}

export const printBatchWorkflowType = 'printBatch';

/** The id of the workflow of a batch. */
export const printBatchWorkflowId = (batchId: string): string => `print-batch-${batchId}`;

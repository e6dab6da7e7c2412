import type { Route } from '../http/route.ts';
import { cancelTransferNumberBatch, issueTransferNumbers, readTransferNumberBatch } from './batch-routes.ts';
import { listTransferNumberSkips } from './batch-skips.ts';
import { listTransferNumberBatches } from './list-batches.ts';
import { listTransferNumbers } from './list-transfer-numbers.ts';
import { issueTransferNumber } from './transfer-number-routes.ts';

export const transferNumbersRoutes: readonly Route[] = [
  issueTransferNumber,
  issueTransferNumbers,
  listTransferNumberBatches,
  readTransferNumberBatch,
  cancelTransferNumberBatch,
  listTransferNumberSkips,
  listTransferNumbers,
];

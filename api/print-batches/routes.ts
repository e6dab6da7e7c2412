import type { Route } from '../http/route.ts';
import { cancelPrinting, makePrintBatch, readPrintBatch, resumePrinting } from './batch-routes.ts';
import { readPrintFile } from './file-route.ts';
import { listPrintBatches, listPrintSkips } from './list-routes.ts';

export const printBatchesRoutes: readonly Route[] = [
  makePrintBatch,
  listPrintBatches,
  readPrintBatch,
  cancelPrinting,
  resumePrinting,
  readPrintFile,
  listPrintSkips,
];

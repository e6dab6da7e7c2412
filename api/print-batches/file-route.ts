import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { auditPrintBatch } from '../../infra/print-batches/batch-store.ts';
import { fileStream } from '../http/answer.ts';
import { deskOf } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';
import { getPrintBatch, printBatchParams } from './batch-of.ts';

const kinds = {
  ZIP: { mediaType: 'application/zip', fileName: 'papers.zip' },
  PRINT_FILE: { mediaType: 'application/pdf', fileName: 'papers.pdf' },
} as const;

/** Each download is audited before the bytes leave; they come from the store as they are read. */
export const readPrintFile = route({
  method: 'get',
  path: '/api/print-batches/:printBatchId/file',
  right: { resource: 'printBatch', action: 'read' },
  part: 'print-batches',
  produces: kinds.ZIP.mediaType,
  summary: 'The file of a batch of papers',
  description: 'A ZIP, or `application/pdf` when a print file was asked for.',
  params: printBatchParams,
  handle: async ({ deps, params, session, entitlements }) => {
    const batch = await getPrintBatch(deps.pool, entitlements, params.printBatchId);
    const bytes = batch.fileKey === null ? undefined : await deps.files.getStream(batch.fileKey);
    if (!bytes) throw new RefusalError('NOT_FOUND');
    await auditPrintBatch(
      deps.pool,
      'PRINT_BATCH_DOWNLOADED',
      { id: session.accountId, role: deskOf(entitlements, batch.collegeId).role },
      batch,
    );
    return fileStream(bytes, { ...kinds[batch.query.form], length: batch.sizeBytes ?? 0 });
  },
});

import { errors } from '../../domain/errors/error-code.ts';
import { bookmarkOf, indexFileName, indexHeadings, indexRemark, paperFileName, serialOf } from '../../domain/print-batches/paper-file.ts';
import { renderingOf, type PrintBatchProgress } from '../../domain/print-batches/print-batch.ts';
import { renderingLanguage } from '../../domain/statements/rendering.ts';
import { STATEMENT_TITLE } from '../../domain/statements/statement-words.ts';
import type { Pool } from '../../infra/database/pool.ts';
import { writeXlsx, type SheetLine } from '../../infra/exports/write-sheet.ts';
import { bindPages, type BoundPaper } from '../../infra/pdf/bind-pages.ts';
import { findPrintBatch, finishPrintBatch, readPrintProgress, type StoredPrintBatch } from '../../infra/print-batches/batch-store.ts';
import { bindZip, type ZipEntry } from '../../infra/print-batches/bind-zip.ts';
import { forgetPrint, readItems, type DoneItem } from '../../infra/print-batches/item-store.ts';
import { readClock } from '../../infra/record/clock.ts';
import { newFileKey, type FileStore } from '../../infra/storage/file-store.ts';
import type { PrintingDependencies } from '../statements/print-statement.ts';

export interface BindingDependencies {
  readonly pool: Pool;
  readonly files: FileStore;
  readonly printing: Pick<PrintingDependencies, 'signer'>;
}

/**
 * Puts the papers of a batch into its one file, from the store into the store. RUNNING afterwards: a paper is gone from the store (its own
 * retention was over), it waits again, and the batch is to be printed once more.
 */
export async function bindBatch(dependencies: BindingDependencies, batchId: string, progress: () => void): Promise<PrintBatchProgress> {
  const { pool, files } = dependencies;
  const batch = await findPrintBatch(pool, batchId);
  if (!batch) throw new Error('no such batch');
  const before = await readPrintProgress(pool, batchId);
  // Another run may have found that a paper is gone.
  if (before.status !== 'RUNNING' || before.done < before.papers) return before;
  let missing: number | undefined;
  const read = async ({ position, fileKey }: DoneItem): Promise<Uint8Array> => {
    progress();
    const bytes = fileKey === null ? undefined : await files.get(fileKey);
    if (bytes) return bytes;
    missing = position;
    throw new Error('a printed paper is gone');
  };
  try {
    await finish(dependencies, batch, await streamOf(dependencies, batch, before.printed, read));
  } catch (error) {
    if (missing === undefined) throw error;
    await forgetPrint(pool, batchId, missing);
  }
  return readPrintProgress(pool, batchId);
}

async function finish(
  { pool, files }: BindingDependencies,
  { id }: StoredPrintBatch,
  content: AsyncIterable<Uint8Array> | null,
): Promise<void> {
  if (content === null) return void (await finishPrintBatch(pool, id, null, 0));
  const fileKey = newFileKey();
  const sizeBytes = await files.putStream(fileKey, content);
  // Cancelled meanwhile, or another run was faster.
  if (!(await finishPrintBatch(pool, id, fileKey, sizeBytes))) await files.delete(fileKey);
}

type Read = (item: DoneItem) => Promise<Uint8Array>;

/** null: a PDF without pages is none. A ZIP says in its index why nothing was printed. */
async function streamOf(
  { pool, printing }: BindingDependencies,
  batch: StoredPrintBatch,
  printed: number,
  read: Read,
): Promise<AsyncIterable<Uint8Array> | null> {
  if (batch.query.form === 'ZIP') return bindZip(entriesOf(pool, batch, read), batch.requestedAt);
  if (printed === 0) return null;
  const isStatements = batch.query.of === 'STATEMENTS';
  // Papers of dispatches are signed by hand.
  const signature = isStatements ? { signer: printing.signer, at: await readClock(pool) } : null;
  const language = renderingLanguage(renderingOf(batch.query));
  const title = isStatements ? STATEMENT_TITLE[language] : '档案转递材料';
  return bindPages(papersOf(pool, batch, read), { total: printed, title, language: language === 'zh' ? 'zh-CN' : 'en', signature });
}

async function* papersOf(pool: Pool, { id }: StoredPrintBatch, read: Read): AsyncGenerator<BoundPaper> {
  for await (const item of readItems(pool, id)) if (item.fileKey !== null) yield { bytes: await read(item), ...bookmarkOf(item) };
}

async function* entriesOf(pool: Pool, { id }: StoredPrintBatch, read: Read): AsyncGenerator<ZipEntry> {
  yield { name: indexFileName, bytes: () => writeXlsx('目录', indexHeadings, linesOf(pool, id)) };
  for await (const item of readItems(pool, id)) if (item.fileKey !== null) yield { name: paperFileName(item), bytes: () => read(item) };
}

/** Which file is whose, and why a paper is not there. */
async function* linesOf(pool: Pool, batchId: string): AsyncGenerator<SheetLine> {
  for await (const item of readItems(pool, batchId)) {
    const { position, paper, code, fileKey, college, className, studentNo } = item;
    const cells = [
      String(position),
      fileKey === null ? '' : paperFileName(item),
      college ?? '',
      className ?? '',
      studentNo,
      serialOf(item) ?? '',
      indexRemark(paper, code === null ? null : errors[code].zh),
    ];
    yield { cells, marked: fileKey === null };
  }
}

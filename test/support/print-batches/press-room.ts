import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { bindBatch } from '../../../activities/print-batches/bind-batch.ts';
import { printPapers } from '../../../activities/print-batches/print-papers.ts';
import type { PaperPrinting } from '../../../activities/dispatch/print-dispatch-paper.ts';
import { findPrintBatch, type StoredPrintBatch } from '../../../infra/print-batches/batch-store.ts';
import { createPdfBrowser } from '../../../infra/pdf/browser.ts';
import { createPaperRenderer } from '../../../infra/pdf/render-paper.ts';
import { createStatementPress, type StatementPress } from '../../../infra/pdf/statement-press.ts';
import { createStatementSigner } from '../../../infra/signing/statement-signer.ts';
import { createContentKeys } from '../../../infra/storage/content-key.ts';
import { createFileStore, type FileStore } from '../../../infra/storage/file-store.ts';
import { testIdentity } from '../pdf/signing.ts';
import type { TestRecord } from '../record/test-record.ts';
import { statementSettings } from '../statements/statement-settings.ts';

/** Press, browser and file store of a test file; `prints` counts what the press was asked for. */
export interface PressRoom {
  readonly dependencies: PaperPrinting & { readonly files: FileStore };
  readonly directory: string;
  readonly press: StatementPress;
  prints: number;
  close(): Promise<void>;
}

const noProgress = () => undefined;

export async function openPressRoom(
  record: TestRecord,
  { files, publicUrl }: { files?: FileStore; publicUrl?: string } = {},
): Promise<PressRoom> {
  const identity = await testIdentity('EC');
  const directory = await mkdtemp(join(tmpdir(), 'quxiang-press-'));
  const press = await createStatementPress({ threads: 1, signing: identity });
  const browser = createPdfBrowser();
  const { pool, cipher, seals, keyring } = record;
  const store = files ?? createFileStore({ directory, keys: keyring.files });
  const shared: StatementPress = {
    ...press,
    print: (content, at) => {
      room.prints += 1;
      return press.print(content, at);
    },
    close: () => Promise.resolve(),
  };
  const printing = {
    statements: {
      pool,
      seals,
      offlineSigning: keyring.offlineSigning,
      settings: { ...statementSettings, ...(publicUrl !== undefined && { publicUrl }) },
    },
    render: () => Promise.reject(new Error('single statements are not printed here')),
    renderPaper: createPaperRenderer(browser),
    openPress: () => Promise.resolve(shared),
    files: store,
    contentKey: createContentKeys(keyring.files),
    certificate: identity.signer,
    signer: createStatementSigner(identity),
  };
  const room: PressRoom = {
    dependencies: { pool, cipher, printing, files: store },
    directory,
    press,
    prints: 0,
    close: async () => {
      await press.close();
      await browser.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return room;
}

/** Prints and binds a batch to its end; returns its file. */
export async function fileOf({ dependencies }: PressRoom, { id }: StoredPrintBatch, partSize?: number): Promise<Buffer> {
  await printPapers(dependencies, id, noProgress, partSize);
  await bindBatch(dependencies, id, noProgress);
  return readFile(dependencies, id);
}

/** The file of a batch that is ready, as the store gives it back. */
export async function readFile({ pool, files }: { pool: PaperPrinting['pool']; files: FileStore }, batchId: string): Promise<Buffer> {
  const batch = await findPrintBatch(pool, batchId);
  const stream = batch?.fileKey ? await files.getStream(batch.fileKey) : undefined;
  if (!batch || !stream) throw new Error('the batch has no file');
  const bytes = await buffer(stream);
  expect(bytes.length).toBe(batch.sizeBytes);
  return bytes;
}

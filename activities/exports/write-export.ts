import { transferListColumns, type TransferListRow } from '../../domain/transfer-numbers/list-row.ts';
import { formatInstant } from '../../domain/calendar/shanghai.ts';
import type { ExportQuery } from '../../domain/exports/export.ts';
import type { Connection, Pool } from '../../infra/database/pool.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { findExport, finishExport, type StoredExport } from '../../infra/exports/export-store.ts';
import { writeCsv, writeXlsx, type SheetLine } from '../../infra/exports/write-sheet.ts';
import { readClock } from '../../infra/record/clock.ts';
import type { NumberSeals } from '../../infra/record/number-seals.ts';
import { newFileKey, type FileStore } from '../../infra/storage/file-store.ts';
import { readTransferList, scopeFrom } from '../../infra/transfer-numbers/transfer-list.ts';

const pageSize = 1_000;
const sheetNames = { DOSSIER: '档案转递名单', HUKOU: '户口迁移名单' } as const;

export interface ExportDependencies {
  readonly pool: Pool;
  readonly seals: NumberSeals;
  readonly files: FileStore;
}

/** Writes the file of an export from one view of the database; run again, it finds the file or makes it anew. Returns the rows. */
export async function writeExport(
  { pool, seals, files }: ExportDependencies,
  exportId: string,
  progress: (rows: number) => void,
): Promise<number> {
  const wanted = await findExport(pool, exportId);
  if (!wanted) throw new Error('no such export');
  if (wanted.status !== 'WAITING') return wanted.rowCount ?? 0;
  let rowCount = 0;
  const { bytes, snapshotAt } = await inTransaction(pool, async (connection) => {
    await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const at = await readClock(connection);
    const columns = transferListColumns(wanted.query.kind);
    const headings = [...columns.map(({ heading }) => heading), '数据截至'];
    const lines = async function* (): AsyncGenerator<SheetLine> {
      for await (const row of rowsOf(connection, seals, wanted)) {
        rowCount += 1;
        if (rowCount % pageSize === 0) progress(rowCount);
        yield { cells: [...columns.map(({ value }) => value(row)), formatInstant(at)], marked: row.state === 'STALE' };
      }
    };
    return { bytes: await write(wanted.query, headings, lines()), snapshotAt: at };
  });
  const fileKey = newFileKey();
  await files.put(fileKey, bytes);
  if (!(await finishExport(pool, exportId, fileKey, snapshotAt, rowCount))) await files.delete(fileKey);
  return rowCount;
}

const write = ({ format, kind }: ExportQuery, headings: readonly string[], lines: AsyncIterable<SheetLine>): Promise<Buffer> =>
  format === 'CSV' ? writeCsv(headings, lines) : writeXlsx(sheetNames[kind], headings, lines);

async function* rowsOf(
  connection: Connection,
  seals: NumberSeals,
  { schoolId, collegeId, query }: StoredExport,
): AsyncGenerator<TransferListRow> {
  const scope = { condition: `g."schoolId" = $${scopeFrom}`, values: [schoolId] };
  for (let after: string | null = null; ;) {
    const rows: TransferListRow[] = await readTransferList(connection, seals, query.kind, { ...query, collegeId }, scope, after, pageSize);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.graduateId;
  }
}

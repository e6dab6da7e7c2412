import type { Queryable } from '../../infra/database/pool.ts';
import type { FileStore } from '../../infra/storage/file-store.ts';

/** A statement, or paper of a dispatch, and whose it is. */
export interface Print {
  readonly key: string;
  /** Prints it; asked only when it does not lie there already. */
  readonly print: () => Promise<Uint8Array>;
  readonly graduateId: string;
  readonly grantId?: string;
  readonly transferNumberId?: string;
}

/** The row by which the retention of a print finds it. */
export type PrintRow = Omit<Print, 'print'> & { readonly sizeBytes: number };

/** Prints and stores what does not lie under its key already. Its row must be written each time: one who died between file and row would leave a file that nobody ever forgets. */
export async function storePrint(files: FileStore, { print, ...row }: Print): Promise<PrintRow> {
  const stored = await files.get(row.key);
  if (stored) return { ...row, sizeBytes: stored.length };
  const pdf = await print();
  await files.put(row.key, pdf);
  return { ...row, sizeBytes: pdf.length };
}

const insert = `INSERT INTO "statement" ("contentKey", "graduateId", "sizeBytes", "createdAt", "grantId", "transferNumberId")
  SELECT "key", "graduate", "size", app_now(), "grant", "number" FROM unnest($1::text[], $2::uuid[], $3::int[], $4::uuid[], $5::uuid[]) AS o("key", "graduate", "size", "grant", "number") ON CONFLICT DO NOTHING`;

/** Writes the rows of prints that are not there yet. */
export async function rememberPrints(pool: Queryable, rows: readonly PrintRow[]): Promise<void> {
  await pool.query(insert, [
    rows.map(({ key }) => key),
    rows.map(({ graduateId }) => graduateId),
    rows.map(({ sizeBytes }) => sizeBytes),
    rows.map(({ grantId }) => grantId ?? null),
    rows.map(({ transferNumberId }) => transferNumberId ?? null),
  ]);
}

interface PrintStore {
  readonly statements: { readonly pool: Queryable };
  readonly files: FileStore;
}

/** One print with its row. */
export async function keepPrint({ statements, files }: PrintStore, print: Print): Promise<void> {
  await rememberPrints(statements.pool, [await storePrint(files, print)]);
}

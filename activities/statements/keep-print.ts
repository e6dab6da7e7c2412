import type { Queryable } from '../../infra/database/pool.ts';
import { insert, timestamp } from '../../infra/record/statement.ts';
import type { FileStore } from '../../infra/storage/file-store.ts';

/** A printed statement, or paper of a dispatch, and whose it is. */
export interface Print {
  readonly key: string;
  readonly pdf: Uint8Array;
  readonly graduateId: string;
  readonly grantId?: string;
  readonly transferNumberId?: string;
}

interface PrintStore { readonly statements: { readonly pool: Queryable }; readonly files: FileStore }

/** Stores what was printed, with the row by which its retention finds it. */
export async function keepPrint({ statements, files }: PrintStore, { key, pdf, graduateId, grantId, transferNumberId }: Print, at: number): Promise<void> {
  await files.put(key, pdf);
  const { text, values } = insert('statement', {
    contentKey: key, graduateId, sizeBytes: pdf.length, createdAt: timestamp(at), grantId: grantId ?? null, transferNumberId: transferNumberId ?? null,
  });
  await statements.pool.query(`${text} ON CONFLICT DO NOTHING`, [...values]);
}

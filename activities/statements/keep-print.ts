import type { Queryable } from '../../infra/database/pool.ts';
import { readClock } from '../../infra/record/clock.ts';
import { insert, timestamp } from '../../infra/record/statement.ts';
import type { FileStore } from '../../infra/storage/file-store.ts';

/** A statement, or paper of a dispatch, and whose it is. */
export interface Print {
  readonly key: string;
  /** Prints it, at an instant of the record's clock; asked only when it does not lie there already. */
  readonly print: (at: number) => Promise<Uint8Array>;
  readonly graduateId: string;
  readonly grantId?: string;
  readonly transferNumberId?: string;
}

interface PrintStore { readonly statements: { readonly pool: Queryable }; readonly files: FileStore }

/**
 * Prints and stores what does not lie under its key already, with the row by which its retention finds it. The row is written each time:
 * one who died between file and row would leave a file that nobody ever forgets.
 */
export async function keepPrint({ statements, files }: PrintStore, { key, print, graduateId, grantId, transferNumberId }: Print): Promise<void> {
  const at = await readClock(statements.pool);
  let pdf = await files.get(key);
  if (!pdf) {
    pdf = await print(at);
    await files.put(key, pdf);
  }
  const { text, values } = insert('statement', {
    contentKey: key, graduateId, sizeBytes: pdf.length, createdAt: timestamp(at), grantId: grantId ?? null, transferNumberId: transferNumberId ?? null,
  });
  await statements.pool.query(`${text} ON CONFLICT DO NOTHING`, [...values]);
}

import { importAsks, type ImportAsk } from '../../domain/roster/import-status.ts';
import type { Queryable } from '../database/pool.ts';

export interface AskedImport {
  readonly id: string;
  readonly asked: ImportAsk;
}

/** The second person's word is carried out on an import that is otherwise over. */
const more: Readonly<Partial<Record<ImportAsk, string>>> = {
  DECIDE_SECTIONS: ' AND "sectionsDecision" IS NOT NULL AND "sectionsDoneAt" IS NULL',
};
const unfinished = (Object.keys(importAsks) as ImportAsk[])
  .map(
    (asked) => `"asked" = '${asked}' AND "status" IN (${importAsks[asked].map((status) => `'${status}'`).join(', ')})${more[asked] ?? ''}`,
  )
  .join(' OR ');

const select = `SELECT "id", "asked" FROM "roster_import" WHERE (${unfinished}) AND "askedAt" < app_now() - make_interval(secs => $1) ORDER BY "askedAt", "id" LIMIT 200`;

/** Imports of which something has been asked, so many seconds ago or more, that is not done. */
export async function findAskedImports(database: Queryable, seconds: number): Promise<readonly AskedImport[]> {
  return (await database.query<AskedImport>(select, [seconds])).rows;
}

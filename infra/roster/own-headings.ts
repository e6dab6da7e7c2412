import type { RosterField } from '../../domain/roster/columns.ts';
import { headingKey } from '../../domain/roster/heading-key.ts';
import type { OwnHeadings } from '../../domain/roster/match-headings.ts';
import type { Queryable } from '../database/pool.ts';

/** Headings whose meaning somebody at the school has confirmed. */
export async function readOwnHeadings(database: Queryable, schoolId: string): Promise<OwnHeadings> {
  const { rows } = await database.query<{ heading: string; field: RosterField | null }>(
    'SELECT "heading", "field" FROM "roster_heading" WHERE "schoolId" = $1',
    [schoolId],
  );
  return new Map(rows.map(({ heading, field }) => [heading, field]));
}

const remember = `INSERT INTO "roster_heading" ("schoolId", "heading", "field", "confirmedBy", "confirmedAt") VALUES ($1, $2, $3, $4, app_now())
  ON CONFLICT ("schoolId", "heading") DO UPDATE SET "field" = excluded."field", "confirmedBy" = excluded."confirmedBy", "confirmedAt" = excluded."confirmedAt"`;

/** Remembers what headings mean at a school, for every sheet to come. */
export async function rememberHeadings(
  database: Queryable,
  { schoolId, confirmedBy }: { schoolId: string; confirmedBy: string },
  headings: readonly { readonly heading: string; readonly field: RosterField | null }[],
): Promise<void> {
  for (const { heading, field } of headings) await database.query(remember, [schoolId, headingKey(heading), field, confirmedBy]);
}

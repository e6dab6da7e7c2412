import { z } from 'zod';
import { SectionKind } from '../../domain/registration/section.ts';
import { ImportRowStatus } from '../../domain/roster/import-status.ts';
import { rosterProblemText, type RosterProblem } from '../../domain/roster/roster-problems.ts';
import type { RowChanges } from '../../infra/roster/settle-rows.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { Words } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { getOwnImport } from './roster-view.ts';

const Problem = z.object({
  column: z.string(),
  field: z.string(),
  value: z.string().nullable(),
  expected: z.string().nullable(),
  code: z.string(),
  words: Words,
  severity: z.enum(['ERROR', 'WARNING']),
});

const Changes = z.object({ fields: z.array(z.string()), sections: z.array(SectionKind), returns: z.boolean(), numbers: z.int() });

const Item = z
  .object({
    rowNumber: z.int(),
    status: ImportRowStatus,
    graduateId: z.uuid().nullable(),
    problems: z.array(Problem),
    changes: Changes.nullable(),
  })
  .meta({ id: 'RosterRow' });

interface Row {
  rowNumber: number;
  status: ImportRowStatus;
  graduateId: string | null;
  problems: readonly RosterProblem[];
  changes: RowChanges | null;
}

/** The report, row by row: field, value, what is wrong, what would be right, severity; and what an update would change. */
export const listRosterRows = route({
  method: 'get',
  path: '/api/rosters/:id/rows',
  right: { resource: 'roster', action: 'read' },
  part: 'roster',
  summary: 'Report of a roster import, row by row',
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ ...pageQuery, status: ImportRowStatus.optional(), severity: z.enum(['ERROR', 'WARNING']).optional() }),
  reply: pageOf(Item),
  handle: async ({ deps, params: { id }, query, entitlements }) => {
    await getOwnImport(deps.pool, id, entitlements);
    const filters = new Filters();
    filters.add('r."importId" = ?', id);
    filters.add('r."status" = ?', query.status);
    filters.add('r."problems" @> ?::jsonb', query.severity === undefined ? undefined : JSON.stringify([{ severity: query.severity }]));
    filters.add('r."rowNumber" > ?', readCursor(z.tuple([z.int()]), query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `SELECT r."rowNumber", r."status", r."graduateId", r."problems", r."changes" FROM "roster_import_row" r WHERE ${filters.condition} ORDER BY r."rowNumber" LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(toPage(rows, limit, itemOf, ({ rowNumber }) => [rowNumber]));
  },
});

const itemOf = ({ problems, changes, ...row }: Row): z.infer<typeof Item> => ({
  ...row,
  changes: changes && { fields: [...changes.fields], sections: [...changes.sections], returns: changes.returns, numbers: changes.numbers },
  problems: problems.map(({ column, field, value = null, expected = null, code, severity }) => ({
    column,
    field,
    value,
    expected,
    code,
    severity,
    words: { zh: rosterProblemText(code, 'zh'), en: rosterProblemText(code, 'en') },
  })),
});

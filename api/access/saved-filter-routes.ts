import { z } from 'zod';
import { plainText } from '../../domain/text/plain-text.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';

/** Codes, ids and classes as they stand in the address of a list, where nothing about anybody may stand. */
const Search = z
  .string()
  .max(500)
  .regex(/^[\w.~*%=&+-]*$/);

const most = 12;
const SavedFilters = z
  .object({ filters: z.array(z.strictObject({ name: plainText(1, 20), search: Search })).max(most) })
  .meta({ id: 'SavedFilters' });

const list = 'graduates';
const common = { part: 'access', path: '/api/me/saved-filters/graduates', reply: SavedFilters } as const;

/** Filters that a person keeps by name, on whatever machine. */
export const readSavedFilters = route({
  ...common,
  method: 'get',
  right: { resource: 'account', action: 'read' },
  summary: 'Your saved filters of the list of graduates',
  handle: async ({ deps, session }) => {
    const {
      rows: [row],
    } = await deps.pool.query<z.infer<typeof SavedFilters>>(
      'SELECT "filters" FROM "saved_filters" WHERE "accountId" = $1 AND "list" = $2',
      [session.accountId, list],
    );
    return json({ filters: row?.filters ?? [] });
  },
});

/** All of them at once, in the person's own order. */
export const keepSavedFilters = route({
  ...common,
  method: 'post',
  right: { resource: 'account', action: 'change' },
  summary: 'Keep your saved filters of the list of graduates',
  body: SavedFilters,
  handle: async ({ deps, body, session }) => {
    await deps.pool.query(
      'INSERT INTO "saved_filters" ("accountId", "list", "filters") VALUES ($1, $2, $3) ON CONFLICT ("accountId", "list") DO UPDATE SET "filters" = excluded."filters"',
      [session.accountId, list, JSON.stringify(body.filters)],
    );
    return json(body);
  },
});

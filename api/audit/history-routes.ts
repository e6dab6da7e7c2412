import { z } from 'zod';
import { historyWords } from '../../domain/audit/history-words.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { Words } from '../http/problem.ts';
import { graduateRoute } from '../http/route.ts';

const Entry = z
  .object({
    at: InstantText,
    action: z.string(),
    words: Words,
    by: z.enum(['YOU', 'COLLEGE', 'SCHOOL', 'SYSTEM', 'OTHER']),
    fields: z.array(z.string()).meta({ description: 'Names of what changed, never values' }),
  })
  .meta({ id: 'HistoryEntry' });

interface EntryRow {
  seq: number;
  at: number;
  action: string;
  actor: string;
  actorRole: string;
  fields: string[];
}

const EntryPosition = z.tuple([z.int()]);
const entries = `SELECT "seq", "at", "action", "actor", "actorRole", "fields" FROM "audit_event"
  WHERE "graduateId" = $1 AND ($2::bigint IS NULL OR "seq" < $2) ORDER BY "seq" DESC LIMIT $3`;

/** The graduate's own audit timeline: what was done, by whom, without values. */
export const listHistory = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id/history',
  right: { resource: 'history', action: 'list' },
  part: 'audit',
  summary: 'What happened to your record',
  params: graduateParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(Entry),
  graduateOf: namedGraduate,
  handle: async ({ deps, params, query, session }) => {
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<EntryRow>(entries, [params.id, readCursor(EntryPosition, query.cursor)?.[0] ?? null, limit + 1]);
    return json(
      toPage(
        rows,
        limit,
        ({ at, action, actor, actorRole, fields }) => ({
          at: instantText(at),
          action,
          words: historyWords(action, fields),
          fields,
          by: actor === session.accountId ? ('YOU' as const) : sideOf(actorRole),
        }),
        ({ seq }) => [seq],
      ),
    );
  },
});

function sideOf(role: string): 'COLLEGE' | 'SCHOOL' | 'SYSTEM' | 'OTHER' {
  if (role === 'SYSTEM') return 'SYSTEM';
  if (role.startsWith('COLLEGE') || role === 'COUNSELLOR') return 'COLLEGE';
  return role.startsWith('SCHOOL') ? 'SCHOOL' : 'OTHER';
}

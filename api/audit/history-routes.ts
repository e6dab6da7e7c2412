import { z } from 'zod';
import { Instant } from '../../domain/calendar/instant.ts';
import { StatementKind } from '../../domain/grants/grant.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { graduateRoute } from '../http/route.ts';

const Lookup = z.object({
  at: InstantText, kind: StatementKind, way: z.enum(['NUMBER', 'SCAN']), with: z.enum(['VERIFICATION', 'TRANSFER']).meta({ description: 'Kind of number that was given' }),
}).meta({ id: 'Lookup' });

interface LookupRow { id: string; at: number; kind: StatementKind; way: 'NUMBER' | 'SCAN'; byGrant: boolean }

const LookupPosition = z.tuple([Instant, z.uuid()]);
const lookups = `SELECT "id", "at", "kind", "way", "grantId" IS NOT NULL AS "byGrant" FROM "verification_record"
  WHERE "graduateId" = $1 AND ($2::timestamptz IS NULL OR ("at", "id") < ($2, $3)) ORDER BY "at" DESC, "id" DESC LIMIT $4`;

/** Who looked: every verification that found a live number; verifiers are anonymous. */
export const listLookups = graduateRoute({
  method: 'get', path: '/api/graduates/:id/lookups', right: { resource: 'lookup', action: 'list' }, part: 'audit',
  summary: 'When your numbers were verified', params: graduateParams, query: z.strictObject(pageQuery), reply: pageOf(Lookup), graduateOf: namedGraduate,
  handle: async ({ deps, params, query }) => {
    const [at, id] = readCursor(LookupPosition, query.cursor) ?? [];
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<LookupRow>(lookups, [params.id, at === undefined ? null : new Date(at), id ?? null, limit + 1]);
    return json(toPage(rows, limit, (row) => ({
      at: instantText(row.at), kind: row.kind, way: row.way, with: row.byGrant ? 'VERIFICATION' as const : 'TRANSFER' as const,
    }), (row) => [row.at, row.id]));
  },
});

const Entry = z.object({
  at: InstantText, action: z.string(), by: z.enum(['YOU', 'COLLEGE', 'SCHOOL', 'SYSTEM', 'OTHER']), fields: z.array(z.string()).meta({ description: 'Names of what changed, never values' }),
}).meta({ id: 'HistoryEntry' });

interface EntryRow { seq: number; at: number; action: string; actor: string; actorRole: string; fields: string[] }

const EntryPosition = z.tuple([z.int()]);
const entries = `SELECT "seq", "at", "action", "actor", "actorRole", "fields" FROM "audit_event"
  WHERE "graduateId" = $1 AND ($2::bigint IS NULL OR "seq" < $2) ORDER BY "seq" DESC LIMIT $3`;

/** The graduate's own audit timeline: what was done, by whom, without values. */
export const listHistory = graduateRoute({
  method: 'get', path: '/api/graduates/:id/history', right: { resource: 'history', action: 'list' }, part: 'audit',
  summary: 'What happened to your record', params: graduateParams, query: z.strictObject(pageQuery), reply: pageOf(Entry), graduateOf: namedGraduate,
  handle: async ({ deps, params, query, session }) => {
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<EntryRow>(entries, [params.id, readCursor(EntryPosition, query.cursor)?.[0] ?? null, limit + 1]);
    return json(toPage(rows, limit, ({ at, action, actor, actorRole, fields }) => (
      { at: instantText(at), action, fields, by: actor === session.accountId ? 'YOU' as const : sideOf(actorRole) }
    ), ({ seq }) => [seq]));
  },
});

function sideOf(role: string): 'COLLEGE' | 'SCHOOL' | 'SYSTEM' | 'OTHER' {
  if (role === 'SYSTEM') return 'SYSTEM';
  if (role.startsWith('COLLEGE') || role === 'COUNSELLOR') return 'COLLEGE';
  return role.startsWith('SCHOOL') ? 'SCHOOL' : 'OTHER';
}

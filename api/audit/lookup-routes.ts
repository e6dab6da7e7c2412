import { z } from 'zod';
import { GrantStatus, liveStatus, StatementKind } from '../../domain/grants/grant.ts';
import { LookupNotice } from '../../domain/verification/lookup-notice.ts';
import { readClock } from '../../infra/record/clock.ts';
import { ActionView, actionViews } from '../graduate/actions-view.ts';
import { json, nothing } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { graduateRoute } from '../http/route.ts';

const Lookup = z
  .object({
    at: InstantText,
    kind: StatementKind,
    way: z.enum(['NUMBER', 'SCAN']),
    with: z.enum(['VERIFICATION', 'TRANSFER']).meta({ description: 'Kind of number that was given' }),
    place: z.string().nullable().meta({ description: 'A city, where that is known' }),
    grantId: z.uuid().nullable().meta({ description: 'The grant that was used; null for a transfer number, which is the school’s' }),
    allowedActions: z.array(ActionView).meta({ description: 'CLOSE_GRANT with the grant as target: one tap closes it' }),
  })
  .meta({ id: 'Lookup' });

interface LookupRow {
  id: string;
  at: number;
  kind: StatementKind;
  way: 'NUMBER' | 'SCAN';
  place: string | null;
  grantId: string | null;
  grantStatus: string | null;
  deadline: number | null;
  issuedAt: number | null;
}

const lookups = `SELECT v."id", v."at", v."kind", v."way", v."place", v."grantId", n."status" AS "grantStatus", n."deadline", n."issuedAt"
  FROM "verification_record" v LEFT JOIN "verification_grant" n ON n."id" = v."grantId"
  WHERE v."graduateId" = $1 AND ($2::timestamptz IS NULL OR (v."at", v."id") < ($2, $3)) ORDER BY v."at" DESC, v."id" DESC LIMIT $4`;

/** Who looked: every verification that found a live number; verifiers are anonymous. */
export const listLookups = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id/lookups',
  right: { resource: 'lookup', action: 'list' },
  part: 'audit',
  summary: 'When your numbers were verified',
  params: graduateParams,
  query: z.strictObject(pageQuery),
  graduateOf: namedGraduate,
  reply: pageOf(Lookup).extend({ notice: LookupNotice.meta({ description: 'How you are told' }) }),
  handle: async ({ deps: { pool, prisma }, params, query }) => {
    const [at = null, id = null] = readTimeCursor(query.cursor);
    const limit = limitOf(query);
    const [{ rows }, { tellLookups }, now] = await Promise.all([
      pool.query<LookupRow>(lookups, [params.id, at, id, limit + 1]),
      prisma.graduate.findUniqueOrThrow({ where: { id: params.id }, select: { tellLookups: true } }),
      readClock(pool),
    ]);
    return json({
      ...toPage(
        rows,
        limit,
        (row) => itemOf(row, now),
        (row) => [row.at, row.id],
      ),
      notice: LookupNotice.parse(tellLookups),
    });
  },
});

function itemOf({ at, kind, way, place, grantId, grantStatus, deadline, issuedAt }: LookupRow, now: number): z.input<typeof Lookup> {
  const grant =
    grantId !== null && deadline !== null && issuedAt !== null
      ? { id: grantId, kind, status: GrantStatus.parse(grantStatus), deadline, issuedAt }
      : undefined;
  const isLive = grant !== undefined && liveStatus(grant, now) === 'ACTIVE';
  return {
    at: instantText(at),
    kind,
    way,
    with: grantId === null ? 'TRANSFER' : 'VERIFICATION',
    place,
    grantId,
    allowedActions: grant
      ? actionViews([
          { action: 'CLOSE_GRANT', target: grant.id, allowed: isLive, refusal: isLive ? null : { code: 'GRANT_NOT_LIVE', clause: 'R31' } },
        ])
      : [],
  };
}

/** The graduate's own wish, no part of the registration: it needs no command. */
export const chooseLookupNotice = graduateRoute({
  method: 'post',
  path: '/api/graduates/:id/lookups/notice',
  right: { resource: 'lookup', action: 'chooseNotice' },
  part: 'audit',
  status: 204,
  summary: 'Choose how you are told of verifications',
  description: 'AT_ONCE: the first of each day for each number, when it happens. DAILY: one message in the evening with all of the day.',
  params: graduateParams,
  body: z.strictObject({ notice: LookupNotice }),
  graduateOf: namedGraduate,
  handle: async ({ deps: { prisma }, params, body }) => {
    await prisma.graduate.update({ where: { id: params.id }, data: { tellLookups: body.notice } });
    return nothing();
  },
});

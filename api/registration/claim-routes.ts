import { z } from 'zod';
import { sitsAtDesk } from '../../domain/registration/desk.ts';
import { findInReview, sectionKinds } from '../../domain/registration/section.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { readClock } from '../../infra/record/clock.ts';
import { claimSubmissions, lockFree, releaseClaim, type HeldClaim } from '../../infra/registration/claims.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { readStanding } from '../graduate/read-graduate.ts';
import { json, nothing } from '../http/answer.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { graduateRoute, route } from '../http/route.ts';
import { bulkLimit } from '../commands/submit-many.ts';
import { Desk, reviewFilters, reviewQuery } from './review-filters.ts';

const Held = z.object({ versionId: z.uuid(), until: InstantText }).meta({ id: 'HeldClaim' });
const heldOf = ({ versionId, claimedUntil }: HeldClaim): z.infer<typeof Held> => ({ versionId, until: instantText(claimedUntil) });

const params = z.strictObject({ versionId: z.uuid() });
const graduateOf = async ({
  deps,
  params: { versionId },
}: {
  deps: ApiDependencies;
  params: { versionId: string };
}): Promise<string | undefined> =>
  (await deps.prisma.sectionVersion.findUnique({ where: { id: versionId }, select: { graduateId: true } }))?.graduateId;
const right = { resource: 'review', action: 'claim' } as const;

/** Takes one submission from the queue for the minutes of the rule pack, or holds on to it anew. */
export const claimReview = graduateRoute({
  method: 'post',
  path: '/api/reviews/:versionId/claim',
  right,
  part: 'registration',
  summary: 'Claim a submission',
  params,
  reply: Held,
  graduateOf,
  handle: async ({ deps, params: { versionId }, session, graduateId, roles }) => {
    const {
      state,
      guard: { pack, now },
    } = await readStanding(deps, graduateId);
    const version = sectionKinds.map((kind) => findInReview(state.sections[kind])).find((found) => found?.id === versionId);
    if (!version) throw new RefusalError('SUBMISSION_CHANGED');
    if (!roles.some((role) => sitsAtDesk(role, version.status))) throw new RefusalError('WRONG_DESK', { clause: 'R14' });
    const [held] = await claimSubmissions(deps.pool, [versionId], {
      accountId: session.accountId,
      minutes: pack.reviewDays.claimMinutes,
      now,
    });
    if (held) return json(heldOf(held));
    throw new RefusalError('CLAIMED_BY_ANOTHER');
  },
});

/** Gives a claim back before it expires. */
export const releaseReview = graduateRoute({
  method: 'delete',
  path: '/api/reviews/:versionId/claim',
  right,
  part: 'registration',
  status: 204,
  summary: 'Release your claim',
  params,
  graduateOf,
  handle: async ({ deps, params: { versionId }, session }) => {
    await releaseClaim(deps.pool, versionId, session.accountId);
    return nothing();
  },
});

/** The next submissions of a queue that nobody works on, longest waiting first; two who ask at once get different ones. */
export const claimNextReviews = route({
  method: 'post',
  path: '/api/reviews/claims',
  right,
  part: 'registration',
  summary: 'Claim the next submissions of a queue',
  query: z.strictObject(reviewQuery),
  body: z.strictObject({ count: z.int().min(1).max(bulkLimit) }),
  reply: z.object({ claims: z.array(Held) }),
  handle: async ({ deps, query, body: { count }, session, entitlements }) => {
    const { accountId } = session;
    const filters = reviewFilters({ ...query, claimed: 'NOBODY' }, { entitlements, accountId });
    // At one's own desks, and nothing that one may not decide anyway (SELF_REVIEW).
    filters.add(
      'v."status" = ANY (?)',
      Desk.options.filter((desk) => entitlements.some(({ holding }) => sitsAtDesk(holding.role, desk))),
    );
    filters.add('v."submittedBy" IS DISTINCT FROM ? AND v."collegeDecidedBy" IS DISTINCT FROM ?', accountId, accountId);
    const claims = await inTransaction(deps.pool, async (connection) => {
      const ids = await lockFree(
        connection,
        `SELECT v."id" FROM "section_version" v JOIN "graduate" g ON g."id" = v."graduateId" JOIN "school" s ON s."id" = g."schoolId"
        WHERE ${filters.condition} ORDER BY v."statusSince", v."id"`,
        filters.values,
        count,
      );
      const {
        rows: [place],
      } = await connection.query<{ provinceCode: string; cohort: number }>(
        'SELECT s."provinceCode", g."cohort" FROM "section_version" v JOIN "graduate" g ON g."id" = v."graduateId" JOIN "school" s ON s."id" = g."schoolId" WHERE v."id" = $1',
        [ids[0] ?? null],
      );
      if (!place) return [];
      const now = await readClock(connection);
      const { reviewDays } = await deps.rulePacks.find(place.provinceCode, place.cohort, now);
      return claimSubmissions(connection, ids, { accountId, minutes: reviewDays.claimMinutes, now });
    });
    return json({ claims: claims.map(heldOf) });
  },
});

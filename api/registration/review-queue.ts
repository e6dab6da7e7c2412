import { z } from 'zod';
import { SectionKind, SubmissionIntent, VersionSource } from '../../domain/registration/section.ts';
import { json } from '../http/answer.ts';
import type { Filters } from '../http/filters.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readCursor, readTimeCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';
import { Desk, isClaimed, reviewFilters, reviewQuery, shownWarnings } from './review-filters.ts';

const Claim = z
  .object({ mine: z.boolean(), by: z.string().meta({ description: 'Display name of the reviewer' }), until: InstantText })
  .meta({ id: 'ReviewClaim' });

const Item = z
  .object({
    versionId: z.uuid(),
    graduateId: z.uuid(),
    section: SectionKind,
    intent: SubmissionIntent,
    source: VersionSource,
    status: Desk,
    overdue: z.boolean(),
    name: z.string(),
    studentNo: z.string(),
    cohort: z.int(),
    college: z.string().nullable(),
    className: z.string().nullable(),
    destinationCode: z.string().nullable(),
    warnings: z.array(z.string()),
    claim: Claim.nullable(),
    submittedAt: InstantText,
    statusSince: InstantText,
  })
  .meta({ id: 'ReviewItem' });

interface Row extends Omit<z.infer<typeof Item>, 'submittedAt' | 'statusSince' | 'claim'> {
  submittedAt: number;
  statusSince: number;
  claimedBy: string | null;
  claimant: string | null;
  claimedUntil: number | null;
}

/** The orders of a queue: what sorts, and how the next page goes on after the last row of the one before. */
const orders = {
  WAITING: { by: 'v."statusSince", v."id"', after: '(v."statusSince", v."id") > (?, ?)' },
  NEWEST: { by: 'v."statusSince" DESC, v."id" DESC', after: '(v."statusSince", v."id") < (?, ?)' },
  STUDENT_NO: { by: 'g."studentNo", v."id"', after: '(g."studentNo", v."id") > (?, ?)' },
} as const;
const Sort = z.enum(['WAITING', 'NEWEST', 'STUDENT_NO']);
type Sort = z.infer<typeof Sort>;

const ByNumber = z.tuple([z.string().max(40), z.uuid()]);

/** What lies at the desks of a jurisdiction (R14), with who works on it and what to look at. */
export const listReviews = route({
  method: 'get',
  path: '/api/reviews',
  right: { resource: 'review', action: 'list' },
  part: 'registration',
  summary: 'Submissions waiting for review',
  query: z.strictObject({ ...pageQuery, ...reviewQuery, sort: Sort.default('WAITING').meta({ description: 'WAITING: longest first' }) }),
  reply: pageOf(Item),
  handle: async ({ deps, query, session, entitlements }) => {
    const { accountId } = session;
    const filters = reviewFilters(query, { entitlements, accountId });
    goOn(filters, query.sort, query.cursor);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT v."id" AS "versionId", v."graduateId", v."section", v."intent", v."source", v."status", v."overdueToldAt" IS NOT NULL AS "overdue", ${shownWarnings} AS "warnings",
        g."name", g."studentNo", g."cohort", c."name" AS "college", g."className", v."destinationCode", v."submittedAt", v."statusSince",
        CASE WHEN ${isClaimed} THEN v."claimedBy" END AS "claimedBy", a."displayName" AS "claimant", v."claimedUntil"
      FROM "section_version" v JOIN "graduate" g ON g."id" = v."graduateId" JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
        LEFT JOIN "account" a ON a."id" = v."claimedBy"
      WHERE ${filters.condition} ORDER BY ${orders[query.sort].by} LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => itemOf(row, accountId),
        (row) => [query.sort === 'STUDENT_NO' ? row.studentNo : row.statusSince, row.versionId],
      ),
    );
  },
});

function goOn(filters: Filters, sort: Sort, cursor: string | undefined): void {
  if (sort === 'STUDENT_NO') {
    const [studentNo, id] = readCursor(ByNumber, cursor) ?? [];
    return filters.add(orders[sort].after, studentNo, id);
  }
  filters.add(orders[sort].after, ...readTimeCursor(cursor));
}

const itemOf = ({ submittedAt, statusSince, claimedBy, claimant, claimedUntil, ...row }: Row, accountId: string): z.infer<typeof Item> => ({
  ...row,
  submittedAt: instantText(submittedAt),
  statusSince: instantText(statusSince),
  claim:
    claimedBy === null || claimedUntil === null
      ? null
      : { mine: claimedBy === accountId, by: claimant ?? '', until: instantText(claimedUntil) },
});

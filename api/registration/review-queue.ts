import { z } from 'zod';
import { Instant } from '../../domain/calendar/instant.ts';
import { SectionKind, SubmissionIntent } from '../../domain/registration/section.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { CohortText, flag } from '../http/query-values.ts';
import { route } from '../http/route.ts';

const Desk = z.enum(['COLLEGE_REVIEW', 'SCHOOL_REVIEW']);

const Item = z.object({
  versionId: z.uuid(), graduateId: z.uuid(), section: SectionKind, intent: SubmissionIntent, status: Desk, overdue: z.boolean(),
  name: z.string(), studentNo: z.string(), cohort: z.int(), college: z.string().nullable(), className: z.string().nullable(),
  destinationCode: z.string().nullable(), submittedAt: InstantText, statusSince: InstantText,
}).meta({ id: 'ReviewItem' });

interface Row extends Omit<z.infer<typeof Item>, 'submittedAt' | 'statusSince'> { submittedAt: number; statusSince: number }

const Position = z.tuple([Instant, z.uuid()]);

/** What lies at the desks of a jurisdiction, longest waiting first (R14). */
export const listReviews = route({
  method: 'get', path: '/api/reviews', right: { resource: 'review', action: 'list' }, part: 'registration',
  summary: 'Submissions waiting for review',
  query: z.strictObject({
    ...pageQuery, status: Desk.optional(), section: SectionKind.optional(), collegeId: z.uuid().optional(), className: z.string().max(60).optional(),
    destinationCode: z.string().regex(/^\d{2,3}$/, { error: 'CODE_UNKNOWN' }).optional(), cohort: CohortText.optional(), overdue: flag.optional(),
  }),
  reply: pageOf(Item),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.add('v."status" = ANY (?)', query.status === undefined ? Desk.options : [query.status]);
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('v."section" = ?', query.section);
    filters.add('g."collegeId" = ?', query.collegeId);
    filters.add('g."className" = ?', query.className);
    filters.add('v."destinationCode" = ?', query.destinationCode);
    filters.add('g."cohort" = ?', query.cohort);
    filters.add('(v."overdueToldAt" IS NOT NULL) = ?', query.overdue);
    const [statusSince, id] = readCursor(Position, query.cursor) ?? [];
    if (statusSince !== undefined) filters.add('(v."statusSince", v."id") > (?, ?)', new Date(statusSince), id);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(`
      SELECT v."id" AS "versionId", v."graduateId", v."section", v."intent", v."status", v."overdueToldAt" IS NOT NULL AS "overdue",
        g."name", g."studentNo", g."cohort", c."name" AS "college", g."className", v."destinationCode", v."submittedAt", v."statusSince"
      FROM "section_version" v JOIN "graduate" g ON g."id" = v."graduateId" JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
      WHERE ${filters.condition} ORDER BY v."statusSince", v."id" LIMIT ${limit + 1}`, filters.values);
    return json(toPage(rows, limit, itemOf, (row) => [row.statusSince, row.versionId]));
  },
});

const itemOf = ({ submittedAt, statusSince, ...row }: Row): z.infer<typeof Item> =>
  ({ ...row, submittedAt: instantText(submittedAt), statusSince: instantText(statusSince) });

import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { isSettled } from '../../domain/statistics/figure.ts';
import { formulaVersions } from '../../domain/statistics/formula.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { findFigure, publishFigure, readFigureInputs, type StoredFigure } from '../../infra/statistics/figure-store.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { isAtDesk, schoolOf } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { CohortText } from '../http/query-values.ts';
import { route } from '../http/route.ts';
import { FigureView, figureView } from './figure-view.ts';

const inSchool = (entitlements: Parameters<typeof isAtDesk>[0], schoolId: string): boolean =>
  isAtDesk(entitlements, { schoolId, collegeId: null });

/** F4: counts the cohort as it stands, freezes what it counted, and numbers the figure. */
export const publishStatistic = route({
  method: 'post',
  path: '/api/statistics/figures',
  right: { resource: 'statistics', action: 'publish' },
  part: 'statistics',
  status: 201,
  summary: 'Publish the placement rate of a cohort',
  body: z.strictObject({ cohort: z.int().min(2000).max(2999), formula: z.enum(formulaVersions) }),
  reply: FigureView,
  handle: async ({ deps, body, session, entitlements }) => {
    const { schoolId, role } = schoolOf(entitlements);
    const id = deps.newId();
    await inTransaction(deps.pool, (connection) =>
      publishFigure(connection, { ...body, id, schoolId, actor: { id: session.accountId, role } }),
    );
    const figure = await findFigure(deps.pool, id);
    if (!figure) throw new RefusalError('NOT_FOUND');
    return json(figureView(figure, true), { status: 201 });
  },
});

const Position = z.tuple([z.uuid()]);

/** Published figures of the schools of a jurisdiction; outside the school without small cells. */
export const listStatistics = route({
  method: 'get',
  path: '/api/statistics/figures',
  right: { resource: 'statistics', action: 'list' },
  part: 'statistics',
  summary: 'Published figures',
  query: z.strictObject({ ...pageQuery, cohort: CohortText.optional(), schoolId: z.uuid().optional() }),
  reply: pageOf(FigureView),
  handle: async ({ deps, query, entitlements }) => {
    const filters = new Filters();
    const [schools, provinces] = [
      entitlements.filter(({ jurisdiction }) => jurisdiction === 'SCHOOL'),
      entitlements.filter(({ jurisdiction }) => jurisdiction === 'PROVINCE'),
    ];
    if (!entitlements.some(({ jurisdiction }) => jurisdiction === 'ALL')) {
      filters.add(
        '(f."schoolId" = ANY (?::uuid[]) OR s."provinceCode" = ANY (?::text[]))',
        schools.map(({ holding }) => holding.schoolId),
        provinces.map(({ holding }) => holding.provinceCode),
      );
    }
    filters.add('f."cohort" = ?', query.cohort);
    filters.add('f."schoolId" = ?', query.schoolId);
    filters.add('f."id" < ?', readCursor(Position, query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<StoredFigure>(
      `SELECT f."id", f."schoolId", f."cohort", f."formula", f."number", f."publishedAt", f."inputsDigest", f."figureDigest", f."figure"
      FROM "statistic_figure" f JOIN "school" s ON s."id" = f."schoolId" WHERE ${filters.condition} ORDER BY f."id" DESC LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => figureView(row, inSchool(entitlements, row.schoolId)),
        ({ id }) => [id],
      ),
    );
  },
});

const NumeratorRow = z
  .object({ graduateId: z.uuid(), name: z.string(), studentNo: z.string(), destinationCode: z.string() })
  .meta({ id: 'NumeratorRow' });

/** Who stands in the numerator of a published figure, as it was counted. */
export const listNumerator = route({
  method: 'get',
  path: '/api/statistics/figures/:figureId/numerator',
  right: { resource: 'statistics', action: 'listNumerator' },
  part: 'statistics',
  summary: 'Graduates whom a figure counts as settled',
  params: z.strictObject({ figureId: z.uuid() }),
  query: z.strictObject(pageQuery),
  reply: pageOf(NumeratorRow),
  handle: async ({ deps, params, query, entitlements }) => {
    const figure = await findFigure(deps.pool, params.figureId);
    if (!figure || !inSchool(entitlements, figure.schoolId)) throw new RefusalError('NOT_FOUND');
    const after = readCursor(Position, query.cursor)?.[0] ?? '';
    const limit = limitOf(query);
    const counted = (await readFigureInputs(deps.pool, figure.id))
      .filter((input) => isSettled(figure.formula, input) && input.graduateId > after)
      .slice(0, limit + 1);
    const { rows } = await deps.pool.query<{ id: string; name: string; studentNo: string }>(
      'SELECT "id", "name", "studentNo" FROM "graduate" WHERE "id" = ANY ($1)',
      [counted.map(({ graduateId }) => graduateId)],
    );
    const people = new Map(rows.map(({ id, ...person }) => [id, person]));
    return json(
      toPage(
        counted,
        limit,
        ({ graduateId, destinationCode }) => ({ graduateId, destinationCode, name: '', studentNo: '', ...people.get(graduateId) }),
        ({ graduateId }) => [graduateId],
      ),
    );
  },
});

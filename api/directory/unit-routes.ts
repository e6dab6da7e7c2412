import { z } from 'zod';
import { ReceivingUnit } from '../../domain/directory/receiving-unit.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { isRegion } from '../../domain/regions/regions.ts';
import { nameKey } from '../../infra/directory/find-units.ts';
import { addUnit, changeUnit, findUnit, removeUnit, unitColumns, type StoredUnit } from '../../infra/directory/unit-store.ts';
import { json, nothing } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { flag } from '../http/query-values.ts';
import { route } from '../http/route.ts';
import { seenVersionOf } from '../http/seen-version.ts';
import { directoriesOf, keeperOf } from './directories.ts';
import { keptUnit, KeptUnit } from './unit-view.ts';

const Position = z.tuple([z.string().max(200), z.uuid()]);
const params = z.strictObject({ unitId: z.uuid() });

/** The directory of the school, with that of its province, by name. */
export const listUnits = route({
  method: 'get',
  path: '/api/directory/units',
  right: { resource: 'directory', action: 'list' },
  part: 'directory',
  summary: 'Receiving units of your school or province',
  query: z.strictObject({
    ...pageQuery,
    region: z.string().refine(isRegion, { error: 'REGION_UNKNOWN' }).optional(),
    checked: flag.optional().meta({ description: 'false: named in a registration, looked at by nobody' }),
    mayHoldFiles: flag.optional(),
  }),
  reply: pageOf(KeptUnit),
  handle: async (context) => {
    const { deps, query } = context;
    const filters = new Filters();
    filters.add('u."owner" = ANY (?)', await directoriesOf(deps.pool, context));
    filters.add(`unit_pieces(u."name", u."regionCode") @> sought_pieces('', ?)`, query.region);
    filters.add('(u."checkedAt" IS NOT NULL) = ?', query.checked);
    filters.add('u."mayHoldFiles" = ?', query.mayHoldFiles);
    const [key, id] = readCursor(Position, query.cursor) ?? [];
    filters.add(`(${nameKey}, u."id") > (?, ?)`, key, id);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<StoredUnit & { key: string }>(
      `SELECT ${unitColumns}, unit_key(u."name") AS "key" FROM "receiving_unit" u WHERE ${filters.condition} ORDER BY ${nameKey}, u."id" LIMIT ${limit + 1}`,
      filters.values,
    );
    const keeper = keeperOf(context);
    return json(
      toPage(
        rows,
        limit,
        (row) => keptUnit(row, keeper),
        (row) => [row.key, row.id],
      ),
    );
  },
});

const common = { right: { resource: 'directory', action: 'change' }, part: 'directory' } as const;

/** One of them, as a search has found it. */
export const readUnit = route({
  ...common,
  method: 'get',
  path: '/api/directory/units/:unitId',
  summary: 'A receiving unit',
  params,
  reply: KeptUnit,
  handle: async (context) => {
    const {
      deps,
      params: { unitId },
    } = context;
    const unit = await findUnit(deps.pool, await directoriesOf(deps.pool, context), unitId);
    if (!unit) throw new RefusalError('NOT_FOUND');
    return json(keptUnit(unit, keeperOf(context)), { version: unit.version });
  },
});

/** A unit that somebody has checked; one of the same name and region is refused, so that a repeat adds nothing. */
export const createUnit = route({
  ...common,
  method: 'post',
  path: '/api/directory/units',
  status: 201,
  summary: 'Add a receiving unit',
  body: ReceivingUnit,
  reply: KeptUnit,
  handle: async (context) => {
    const { deps, body } = context;
    const keeper = keeperOf(context);
    const unit = await addUnit(deps.pool, keeper, deps.newId(), body);
    return json(keptUnit(unit, keeper), { status: 201, version: unit.version });
  },
});

/** Whoever saves it has checked it, changed or not. */
export const saveUnit = route({
  ...common,
  method: 'post',
  path: '/api/directory/units/:unitId',
  summary: 'Check a receiving unit, and put it right',
  description: 'Wants If-Match with the version that was read.',
  params,
  body: ReceivingUnit,
  reply: KeptUnit,
  handle: async (context) => {
    const {
      deps,
      params: { unitId },
      body,
      request,
    } = context;
    const keeper = keeperOf(context);
    const unit = await changeUnit(deps.pool, keeper, unitId, seenVersionOf(request), body);
    return json(keptUnit(unit, keeper), { version: unit.version });
  },
});

export const deleteUnit = route({
  ...common,
  method: 'delete',
  path: '/api/directory/units/:unitId',
  status: 204,
  summary: 'Take a receiving unit out of the directory',
  params,
  handle: async (context) => {
    await removeUnit(context.deps.pool, keeperOf(context), context.params.unitId);
    return nothing();
  },
});

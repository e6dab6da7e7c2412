import { z } from 'zod';
import { isRegion, regionLevel, regionName } from '../../domain/regions/regions.ts';
import { directoriesOfSchools, findHomeUnits, findUnits } from '../../infra/directory/find-units.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { json } from '../http/answer.ts';
import { invalidRequest } from '../http/refusals.ts';
import { graduateRoute, route } from '../http/route.ts';
import { readStanding } from '../graduate/read-graduate.ts';
import { directoriesOf } from './directories.ts';
import { unitForGraduate, unitView, UnitView } from './unit-view.ts';

const shown = 20;

/** Units as one types: by any part of the name, in a region of any level. */
export const suggestUnits = route({
  method: 'get',
  path: '/api/directory/suggestions',
  right: { resource: 'directory', action: 'search' },
  part: 'directory',
  summary: 'Receiving units while typing',
  description: `At most ${shown}: those whose names begin so come first. Width, spaces and punctuation do not matter.`,
  query: z.strictObject({
    text: z.string().max(100).default('').meta({ description: 'What has been typed; may be left out where there is a region' }),
    region: z.string().refine(isRegion, { error: 'REGION_UNKNOWN' }).optional(),
  }),
  reply: z.object({ units: z.array(UnitView) }),
  handle: async (context) => {
    const {
      deps,
      query: { text, region },
      session,
    } = context;
    if (text.trim() === '' && region === undefined) throw invalidRequest({ field: 'text', code: 'REQUIRED' });
    const units = await findUnits(deps.pool, { owners: await directoriesOf(deps.pool, context), text, region: region ?? '', limit: shown });
    return json({ units: units.map(session.kind === 'GRADUATE' ? unitForGraduate : unitView) });
  },
});

const HomeUnit = z
  .object({
    region: z
      .string()
      .nullable()
      .meta({ description: 'County of origin, to fill the section with; null where the code on the roster is of no county in force' }),
    regionName: z.string().nullable(),
    unit: UnitView.nullable().meta({ description: 'Of the county, or of its city' }),
    others: z.array(UnitView),
  })
  .meta({ id: 'HomeUnit' });

/** R13, R20: 转回生源地 fills itself from the region of origin, as far as the directory has a checked unit there that may hold files. */
export const readHomeUnit = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id/home-unit',
  right: { resource: 'directory', action: 'readHome' },
  part: 'directory',
  summary: 'Where a file returns to the place of origin',
  params: graduateParams,
  reply: HomeUnit,
  graduateOf: namedGraduate,
  handle: async ({ deps, graduateId }) => {
    const { state } = await readStanding(deps, graduateId);
    const { originRegion } = state.basic;
    const region = regionLevel(originRegion) === 'COUNTY' ? originRegion : null;
    const [first, ...others] = await findHomeUnits(deps.pool, await directoriesOfSchools(deps.pool, [state.schoolId]), originRegion, shown);
    return json({
      region,
      regionName: region === null ? null : (regionName(region) ?? null),
      unit: first ? unitView(first) : null,
      others: others.map(unitView),
    });
  },
});

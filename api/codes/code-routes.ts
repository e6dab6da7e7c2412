import { z } from 'zod';
import { isKnownIdRegion, knownRegionName } from '../../domain/regions/id-regions.ts';
import { citiesOf, countiesOf, provinces, regionLevel } from '../../domain/regions/regions.ts';
import { json } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';
import { codeLists } from './code-lists.ts';

type ListName = keyof typeof codeLists;
const ListName = z.enum(Object.keys(codeLists) as [ListName, ...ListName[]]);

const Entry = z
  .looseObject({ code: z.string(), zh: z.string(), en: z.string() })
  .meta({ id: 'Code', description: 'A code with its names; some lists say more' });

/** A code list in the order in which people pick from it. */
export const readCodes = openRoute({
  method: 'get',
  path: '/api/codes/:list',
  right: { resource: 'codes', action: 'read' },
  part: 'codes',
  summary: 'A code list',
  params: z.strictObject({ list: ListName }),
  reply: z.object({ codes: z.array(Entry) }),
  handle: async ({ params }) => json({ codes: codeLists[params.list].map((entry) => ({ ...entry })) }),
});

const Region = z.object({ code: z.string(), name: z.string() });

/** Regions one level below `within`, provinces when it is left out; `name` is the joined name of `within`, the old one of a region that is no longer in force. */
export const readRegions = openRoute({
  method: 'get',
  path: '/api/regions',
  right: { resource: 'codes', action: 'read' },
  part: 'codes',
  summary: 'Regions for a picker',
  query: z.strictObject({ within: z.string().refine(isKnownIdRegion, { error: 'REGION_UNKNOWN' }).optional() }),
  reply: z.object({ within: Region.nullable(), regions: z.array(Region) }),
  handle: async ({ query: { within } }) =>
    json(
      within === undefined
        ? { within: null, regions: [...provinces()] }
        : { within: { code: within, name: knownRegionName(within) ?? within }, regions: [...below(within)] },
    ),
});

function below(code: string) {
  switch (regionLevel(code)) {
    case 'PROVINCE':
      return citiesOf(code);
    case 'CITY':
      return countiesOf(code);
    default:
      return [];
  }
}

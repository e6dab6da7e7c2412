import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { listRefreshMs } from '../../domain/offline/status-list.ts';
import { findStatusList, listStatusLists } from '../../infra/offline/find-status-lists.ts';
import { readClock, readClockOffset } from '../../infra/record/clock.ts';
import { json, shared } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';

const common = { method: 'get', right: { resource: 'verification', action: 'ask' }, part: 'offline' } as const;

const milliseconds = z.int().meta({ description: 'Milliseconds since the epoch' });
const Lists = z
  .object({
    lists: z.array(z.object({ list: z.int(), issuedAt: milliseconds, expiresAt: milliseconds })),
    clockAheadMs: z.int().meta({ description: 'How far the clock of a development installation stands ahead of real time; 0 elsewhere' }),
  })
  .meta({ id: 'StatusLists' });

/** Which status lists there are, and how old they are. */
export const listPublishedLists = openRoute({
  ...common,
  path: '/api/offline/lists',
  summary: 'Status lists of issued numbers',
  reply: Lists,
  handle: async ({ deps: { pool, config, downloads }, address }) => {
    await downloads.count(address);
    return json(
      { lists: await listStatusLists(pool), clockAheadMs: config.clock.development ? await readClockOffset(pool) : 0 },
      { maxAgeSeconds: 30 },
    );
  },
});

/** One list in the format of docs/offline-format.md; kept by caches until its successor is due. */
export const readPublishedList = openRoute({
  ...common,
  path: '/api/offline/lists/:statusList',
  produces: 'application/octet-stream',
  summary: 'One signed status list',
  params: z.strictObject({ statusList: z.coerce.number().int().min(0).max(65_535) }),
  handle: async ({ deps, params, address }) => {
    await deps.downloads.count(address);
    const [found, now] = [await findStatusList(deps.pool, params.statusList), await readClock(deps.pool)];
    if (!found) throw new RefusalError('NOT_FOUND');
    const leftSeconds = Math.ceil((found.issuedAt + listRefreshMs - now) / 1000);
    return shared(found.content, 'application/octet-stream', Math.max(0, leftSeconds));
  },
});

import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { readClock, readClockOffset } from '../../infra/record/clock.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { json } from '../http/answer.ts';
import { Moment, momentOf } from '../http/moments.ts';
import { invalidRequest } from '../http/refusals.ts';
import { openRoute, route } from '../http/route.ts';
import { moveRecordClock } from './move-record-clock.ts';

const Clock = z.object({ now: Moment, aheadMs: z.int().meta({ description: 'Milliseconds ahead of real time' }) }).meta({ id: 'Clock' });

async function clockOf({ pool }: ApiDependencies): Promise<z.infer<typeof Clock>> {
  const [now, aheadMs] = await Promise.all([readClock(pool), readClockOffset(pool)]);
  return { now: momentOf(now), aheadMs };
}

/** The record's clock in development. */
export const readDevelopmentClock = openRoute({
  method: 'get',
  path: '/api/development/clock',
  right: { resource: 'clock', action: 'read' },
  part: 'development',
  summary: 'The clock of the development stack',
  reply: Clock,
  handle: async ({ deps }) => json(await clockOf(deps)),
});

/** Moves the clock forward, never back: the record first, then the open workflows. Sign-in sessions stay on real time. */
export const moveDevelopmentClock = route({
  method: 'post',
  path: '/api/development/clock',
  right: { resource: 'clock', action: 'move' },
  part: 'development',
  summary: 'Move the clock forward',
  body: z.strictObject({ moveTo: z.iso.datetime({ offset: true }) }),
  reply: Clock,
  handle: async ({ deps, body }) => {
    const { adminUrl } = deps.config.database;
    // Production has neither the setting nor the address.
    if (!deps.config.clock.development || adminUrl === undefined) throw new RefusalError('NOT_FOUND');
    const aheadMs = Math.round(Date.parse(body.moveTo) - Date.now());
    if (aheadMs < (await readClockOffset(deps.pool))) throw invalidRequest({ field: 'moveTo', code: 'DATES_OUT_OF_ORDER' });
    await moveRecordClock(adminUrl, aheadMs);
    await deps.moveClock(aheadMs);
    return json(await clockOf(deps));
  },
});

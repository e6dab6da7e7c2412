import type { Client } from '@temporalio/client';
import type { Queryable } from '../database/pool.ts';
import { readClock, readClockOffset } from '../record/clock.ts';
import { findLifecycleSubject } from '../record/lifecycle-subject.ts';
import type { RulePacks } from '../record/rule-packs.ts';
import { startLifecycle } from './start-lifecycle.ts';

interface Starter {
  readonly pool: Queryable;
  readonly rulePacks: RulePacks;
  readonly client: Client;
  readonly taskQueue: string;
}

/** Starts a lifecycle workflow by what the record says now, so that a late start wakes at the right time; one whose service has ended stays ended. */
export async function startFromRecord({ pool, rulePacks, client, taskQueue }: Starter, graduateId: string): Promise<void> {
  const subject = await findLifecycleSubject(pool, rulePacks, graduateId, await readClock(pool));
  if (subject && !subject.ended) await startLifecycle(client, taskQueue, subject, await readClockOffset(pool));
}

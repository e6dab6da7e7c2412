import type { Client } from '@temporalio/client';
import {
  calendarChangedSignalName,
  cohortCalendarWorkflowId,
  cohortCalendarWorkflowType,
  type CohortCalendarInput,
} from '../../domain/calendar/messages.ts';
import { findOpenCohorts } from '../calendar/open-cohorts.ts';
import type { Queryable } from '../database/pool.ts';
import { readClockOffset } from '../record/clock.ts';
import { alignClock } from './align-clock.ts';

interface Starter {
  readonly pool: Queryable;
  readonly client: Client;
  readonly taskQueue: string;
}

/**
 * Starts the calendar of every school and cohort whose year is not over, or tells the running ones to look again; with an id, those of
 * one school. In development their clocks are brought to the record's.
 */
export async function startCohortCalendars({ pool, client, taskQueue }: Starter, schoolId?: string): Promise<void> {
  const clockOffsetMs = await readClockOffset(pool);
  for (const cohort of await findOpenCohorts(pool, schoolId)) await startOne(client, taskQueue, cohort, clockOffsetMs);
}

async function startOne(client: Client, taskQueue: string, input: CohortCalendarInput, clockOffsetMs: number): Promise<void> {
  const workflowId = cohortCalendarWorkflowId(input.schoolCode, input.cohort);
  await client.workflow.signalWithStart(cohortCalendarWorkflowType, {
    workflowId,
    taskQueue,
    args: [input],
    signal: calendarChangedSignalName,
    staticSummary: `Calendar of cohort ${input.cohort}, school ${input.schoolCode}`,
  });
  if (clockOffsetMs > 0) await alignClock(client, workflowId, clockOffsetMs);
}

import { proxyActivities } from '@temporalio/workflow';
import type { CalendarActivities } from './ports.ts';

/**
 * Sets of rows in transactions of their own, each step done once: tried for ever, since a cutoff must be recorded
 * however long the database is away. The heartbeat tells a dead worker from a large cohort.
 */
export const calendar = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

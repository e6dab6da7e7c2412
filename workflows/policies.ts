import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { RecordActivities, UpkeepActivities } from './ports.ts';

/**
 * One transaction on the record. Local, since somebody waits for it and it takes milliseconds: 6 events for an Update.
 * It is retried for ever: it either commits or leaves no trace, refusals are outcomes and not failures, and a database
 * that is down must cost a graduate nothing but time.
 */
export const record = proxyLocalActivities<RecordActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/** Housekeeping that the next run of its schedule repeats anyway: few attempts, then let go. */
export const upkeep = proxyActivities<UpkeepActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumAttempts: 3 },
});

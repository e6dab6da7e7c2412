import { proxyActivities } from '@temporalio/workflow';
import type { OfflineActivities } from './ports.ts';

/** The next run of the schedule takes up what this one leaves; a list that is missed once is still valid. */
const publication = proxyActivities<OfflineActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumAttempts: 3 },
});

/**
 * Started by a schedule each minute: makes the lists that are 15 minutes old, or that a number has begun since. Each
 * minute and not each quarter of an hour, because the record's clock of a development stack may have jumped.
 */
export async function statusListPublication(): Promise<void> {
  await publication.publishStatusLists();
}

import { proxyActivities } from '@temporalio/workflow';
import type { TransferNumberActivities } from './ports.ts';

/**
 * Parts in transactions of their own, each done once: tried for ever, since a part either commits or leaves no trace. The
 * heartbeat tells a dead worker from a large school.
 */
export const numbers = proxyActivities<TransferNumberActivities>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

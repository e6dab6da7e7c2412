import { proxyActivities } from '@temporalio/workflow';
import type { RosterActivities } from './ports.ts';

/**
 * Reading a file row by row, or going through the graduates of an import one by one. What is wrong with the file or a row is an outcome, so an error is the database's or the
 * file store's: it is tried for ever, since the run goes on at the row it has reached and nothing is done twice. The worker
 * beats each few seconds whatever it is at, so that a dead one is known soon; people watch the progress, so the interval stays short.
 */
export const rows = proxyActivities<Pick<RosterActivities, 'validateRoster' | 'importRoster' | 'decideRosterSections' | 'undoRoster'>>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

/**
 * One UPDATE, or many workflow starts that are each marked in the record: tried for ever, since a graduate without a
 * lifecycle hears of nothing. The interval grows to a minute, because the server that refuses starts is busy; a worker that was killed waits as long.
 */
export const afterwards = proxyActivities<Pick<RosterActivities, 'cancelRosterImport' | 'startRosterLifecycles'>>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

import { proxyActivities } from '@temporalio/workflow';
import type { RosterActivities } from './ports.ts';

/**
 * Reading a file row by row, or going through the graduates of an import one by one. What is wrong with the file or a row is an outcome, so an error is the database's or the
 * file store's: it is tried for ever, since the run goes on at the row it has reached and nothing is done twice. The
 * heartbeat tells a dead worker from a long file.
 */
export const rows = proxyActivities<Pick<RosterActivities, 'validateRoster' | 'importRoster' | 'decideRosterSections' | 'undoRoster'>>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * One UPDATE, or many workflow starts that are each marked in the record: tried for ever, since a graduate without a
 * lifecycle hears of nothing. The interval grows to minutes, because the server that refuses starts is busy.
 */
export const afterwards = proxyActivities<Pick<RosterActivities, 'cancelRosterImport' | 'startRosterLifecycles'>>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

import { CancellationScope, defineQuery, setHandler } from '@temporalio/workflow';
import {
  rosterImportProgressQueryName,
  type RosterImportInput,
  type RosterImportProgress,
  type RosterRunReport,
} from '../../domain/roster/messages.ts';
import { afterwards, rows } from './policies.ts';

/** Where the import is. */
export const progressQuery = defineQuery<RosterImportProgress>(rosterImportProgressQueryName);

/**
 * One uploaded roster: trial run, commit of the good rows, start of their lifecycles. Cancelled, it stops between two
 * chunks; who is on the roster by then stays, and has a lifecycle like everybody else.
 */
export async function rosterImport({ importId, trialOnly = false }: RosterImportInput): Promise<RosterImportProgress> {
  let progress: RosterImportProgress = { phase: 'VALIDATING', cancelled: false, counts: null, lifecyclesStarted: null };
  setHandler(progressQuery, () => progress);
  // The record is told at once and the run looks there before each chunk: heartbeats would bring the news seconds later.
  let cancellation: Error | undefined;
  CancellationScope.current().cancelRequested.catch(async (error: Error) => {
    cancellation = error;
    await CancellationScope.nonCancellable(() => afterwards.cancelRosterImport(importId));
  });
  return CancellationScope.nonCancellable(async () => {
    const absorb = (report: RosterRunReport) => {
      progress = { ...progress, counts: countsOf(report), cancelled: report.status === 'CANCELLED' };
      return report.status;
    };
    const found = absorb(await rows.validateRoster(importId));
    if (found === 'VALIDATED' && !trialOnly) {
      progress = { ...progress, phase: 'IMPORTING' };
      absorb(await rows.importRoster(importId));
      progress = { ...progress, phase: 'STARTING_LIFECYCLES' };
      progress = { ...progress, lifecyclesStarted: await afterwards.startRosterLifecycles(importId) };
    }
    progress = { ...progress, phase: 'DONE' };
    // Cancelled after the last row, an import is done all the same.
    if (progress.cancelled && cancellation) throw cancellation;
    return progress;
  });
}

const countsOf = ({ rows: all, valid, invalid, existing, imported, changed = 0, warnings }: RosterRunReport) => ({
  rows: all,
  valid,
  invalid,
  existing,
  imported,
  changed,
  warnings,
});

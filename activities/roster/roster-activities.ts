import { Context } from '@temporalio/activity';
import { cancelRosterImport } from '../../infra/roster/import-store.ts';
import type { RosterActivities } from '../../workflows/roster/ports.ts';
import type { LifecycleStartDependencies, Progress, RosterDependencies } from './dependencies.ts';
import { decideSections } from './decide-sections.ts';
import { processRoster } from './process-roster.ts';
import { undoImport } from './undo-import.ts';
import { startLifecycles } from './start-lifecycles.ts';

/** Heartbeats carry the row reached, for the operator; cancellation comes back with them and stops between two chunks. */
const heartbeatProgress: Progress = async (reached) => {
  const context = Context.current();
  context.heartbeat(reached);
  if (context.cancellationSignal.aborted) await context.cancelled;
};

/** Implements the port of the roster workflows. */
export function createRosterActivities(dependencies: RosterDependencies & LifecycleStartDependencies): RosterActivities {
  return {
    validateRoster: (importId) => processRoster(dependencies, importId, 'TRIAL', heartbeatProgress),
    importRoster: (importId) => processRoster(dependencies, importId, 'COMMIT', heartbeatProgress),
    cancelRosterImport: (importId) => cancelRosterImport(dependencies.pool, importId),
    decideRosterSections: (importId) => decideSections(dependencies, importId, heartbeatProgress),
    undoRoster: (importId) => undoImport(dependencies, importId, heartbeatProgress),
    startRosterLifecycles: (importId) => startLifecycles(dependencies, importId, heartbeatProgress),
  };
}

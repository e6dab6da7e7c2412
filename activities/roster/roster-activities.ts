import { cancelRosterImport } from '../../infra/roster/import-store.ts';
import type { RosterActivities } from '../../workflows/roster/ports.ts';
import { withHeartbeat } from '../with-heartbeat.ts';
import type { LifecycleStartDependencies, RosterDependencies } from './dependencies.ts';
import { decideSections } from './decide-sections.ts';
import { processRoster } from './process-roster.ts';
import { undoImport } from './undo-import.ts';
import { startLifecycles } from './start-lifecycles.ts';

/** Implements the port of the roster workflows. */
export function createRosterActivities(dependencies: RosterDependencies & LifecycleStartDependencies): RosterActivities {
  return {
    validateRoster: (importId) => withHeartbeat((progress) => processRoster(dependencies, importId, 'TRIAL', progress)),
    importRoster: (importId) => withHeartbeat((progress) => processRoster(dependencies, importId, 'COMMIT', progress)),
    cancelRosterImport: (importId) => withHeartbeat(() => cancelRosterImport(dependencies.pool, importId)),
    decideRosterSections: (importId) => withHeartbeat((progress) => decideSections(dependencies, importId, progress)),
    undoRoster: (importId) => withHeartbeat((progress) => undoImport(dependencies, importId, progress)),
    startRosterLifecycles: (importId) => withHeartbeat((progress) => startLifecycles(dependencies, importId, progress)),
  };
}

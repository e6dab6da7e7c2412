import type { Route } from '../http/route.ts';
import { confirmRosterHeadings, readRosterHeadings } from './heading-routes.ts';
import { mendRoster } from './mend-roster.ts';
import { listRosters, readRoster } from './read-rosters.ts';
import { downloadRosterReport } from './roster-report.ts';
import { listRosterRows } from './roster-rows.ts';
import { decideRosterSections } from './section-decision.ts';
import { cancelRoster, commitRoster } from './step-routes.ts';
import { previewRosterUndo, undoRoster } from './undo-roster.ts';
import { uploadRoster } from './upload-roster.ts';

export const rosterRoutes: readonly Route[] = [
  uploadRoster,
  listRosters,
  readRoster,
  listRosterRows,
  downloadRosterReport,
  readRosterHeadings,
  confirmRosterHeadings,
  mendRoster,
  commitRoster,
  cancelRoster,
  decideRosterSections,
  previewRosterUndo,
  undoRoster,
];

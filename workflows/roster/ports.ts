import type { RosterRunReport, RosterStepReport } from '../../domain/roster/messages.ts';

/** Activities of the roster import, owned by its workflow. Reports hold counts and codes, never what stands in a row. */
export interface RosterActivities {
  /** Trial run: checks every row and writes the report. Run again, it goes on where it was, or returns what it found. */
  validateRoster(importId: string): Promise<RosterRunReport>;
  /** Commit: the same path once more, and the good rows become graduates. No row twice, however often it runs. */
  importRoster(importId: string): Promise<RosterRunReport>;
  /** Marks the import as cancelled; what it has put on the roster stays. */
  cancelRosterImport(importId: string): Promise<void>;
  /** Starts the lifecycle workflows that are missing; returns how many this run has started. */
  startRosterLifecycles(importId: string): Promise<number>;
  /** X19: what the second person has said of the sections that came with the import, graduate by graduate. Goes on where it was. */
  decideRosterSections(importId: string): Promise<RosterStepReport>;
  /** Takes everybody off the roster whom the import has put there and who has not acted. Goes on where it was. */
  undoRoster(importId: string): Promise<RosterStepReport>;
}

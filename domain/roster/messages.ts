import type { FileProblem, ImportStatus } from './import-status.ts';

/** What travels between client and import workflow: ids and counts, never a name, number or text. */

export interface RosterImportInput {
  readonly importId: string;
  /** Stop after the report; the same import cannot be committed later by this run. */
  readonly trialOnly?: boolean;
}

/** What a run over the file has come to; safe for a workflow history. */
export interface RosterRunReport extends RosterImportCounts {
  readonly status: ImportStatus;
  /** Why the file as a whole was refused. */
  readonly refusal: FileProblem | null;
}

/** What the import's own row holds, row by row, is read from PostgreSQL; this says where the workflow is. */
export interface RosterImportProgress {
  readonly phase: 'VALIDATING' | 'IMPORTING' | 'STARTING_LIFECYCLES' | 'DONE';
  readonly cancelled: boolean;
  readonly counts: RosterImportCounts | null;
  /** Lifecycle workflows started by this import; null before that step has ended. */
  readonly lifecyclesStarted: number | null;
}

export interface RosterImportCounts {
  readonly rows: number;
  readonly valid: number;
  readonly invalid: number;
  readonly existing: number;
  readonly imported: number;
  /** On the roster already and different. Absent in histories from before there were updates. */
  readonly changed?: number;
  readonly warnings: number;
}

/** What a school has done with an import that stands already. */
export type RosterStep = 'VALIDATE' | 'COMMIT' | 'DECIDE_SECTIONS' | 'UNDO';

export interface RosterStepInput {
  readonly importId: string;
  readonly step: RosterStep;
}

/** How many graduates a step has dealt with, and how many it has had to leave. */
export interface RosterStepReport {
  readonly done: number;
  readonly left: number;
}

export const rosterStepWorkflowType = 'rosterStep';
export const rosterImportWorkflowType = 'rosterImport';
export const rosterImportProgressQueryName = 'progress';

/** The id of the workflow of an import. */
export const rosterImportWorkflowId = (importId: string): string => `roster-import-${importId}`;

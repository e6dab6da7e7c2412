/** What travels between client and lifecycle workflow: opaque ids and stages, never a name, number or text. */

export interface LifecycleInput {
  readonly graduateId: string;
  readonly schoolCode: string;
  readonly cohort: number;
  readonly standing: LifecycleStanding;
}

export interface LifecycleStanding {
  readonly stage: string;
  readonly overdue: boolean;
  readonly version: number;
  readonly nextDeadline: number | null;
  readonly nextStep: string | null;
  readonly ended: boolean;
}

/** Answer of the `standing` query, made for an operator in the Temporal UI. */
export interface StandingReport extends LifecycleStanding {
  readonly waitsFor: string;
  readonly nextDeadlineAt: string | null;
  readonly commandsHandled: number;
}

export const lifecycleWorkflowType = 'graduateLifecycle';
export const commandUpdateName = 'command';
export const decideSignalName = 'decide';
export const recordChangedSignalName = 'recordChanged';
export const standingQueryName = 'standing';

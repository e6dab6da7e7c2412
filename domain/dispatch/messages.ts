/** What travels between clients and the workflows of dispatches: ids, instants and words of our own. */

export interface DispatchInput {
  readonly dispatchId: string;
}

/** What the record says comes next; `nextAt` is null when only a change can bring something. */
export interface DispatchPlan {
  readonly over: boolean;
  readonly status: string;
  readonly nextAt: number | null;
  readonly nextStep: string | null;
}

export const dispatchWorkflowType = 'dossierDispatch';
export const dispatchChangedSignalName = 'dispatchChanged';
export const dispatchPlanQueryName = 'plan';
export const dispatchWorkflowId = (dispatchId: string): string => `dispatch-${dispatchId}`;

/** 告知书, 转递单, 回执 (R61–R63). */
export const dispatchPapers = ['notice', 'slip', 'receipt'] as const;
export type DispatchPaper = (typeof dispatchPapers)[number];

export interface DispatchPaperInput extends DispatchInput {
  readonly paper: DispatchPaper;
}
export const dispatchPrintWorkflowType = 'dispatchPrint';

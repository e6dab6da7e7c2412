import type { DispatchInput, DispatchPaperInput, DispatchPlan } from '../../domain/dispatch/messages.ts';

/** Activities of dispatches, owned by their workflows. */
export interface DispatchActivities {
  /** Does what is due by `asOf`, each step once, and says what comes next. */
  followDispatch(dispatch: DispatchInput, asOf: number): Promise<DispatchPlan>;
  /** Prints one of the three papers; returns the key under which the store holds it. */
  printDispatchPaper(paper: DispatchPaperInput): Promise<string>;
}

import { setHandler } from '@temporalio/workflow';
import type { LifecycleInput } from '../../domain/lifecycle/messages.ts';
import { assertCommandId, Lifecycle } from './lifecycle.ts';
import { commandUpdate, decideSignal, recordChangedSignal, standingQuery } from './messages.ts';

/**
 * One graduate-year from the roster to the end of its service (X20). The record decides; this workflow serialises,
 * waits and wakes. State is in the input, so a run can be continued as new, or rebuilt from the record, at any moment.
 */
export async function graduateLifecycle(input: LifecycleInput): Promise<void> {
  const lifecycle = new Lifecycle(input);

  setHandler(commandUpdate, (commandId) => lifecycle.handle(commandId), { validator: assertCommandId });
  setHandler(decideSignal, async (commandId) => {
    await lifecycle.handle(commandId);
  });
  setHandler(recordChangedSignal, () => lifecycle.readAgain());
  setHandler(standingQuery, () => lifecycle.report());

  while (!lifecycle.hasEnded()) {
    await lifecycle.waitForNext();
    if (lifecycle.isDue()) await lifecycle.advance();
    if (lifecycle.mustContinueAsNew()) await lifecycle.continueAsNew();
  }
  await lifecycle.drain();
}

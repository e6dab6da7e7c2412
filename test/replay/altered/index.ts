import { sleep } from '@temporalio/workflow';
import type { LifecycleInput } from '../../../domain/lifecycle/messages.ts';
import { graduateLifecycle as lifecycle } from '../../../workflows/lifecycle/graduate-lifecycle.ts';

/** The lifecycle with a timer that no released history has: a replay must refuse it. */
export async function graduateLifecycle(input: LifecycleInput): Promise<void> {
  await sleep('1 second');
  await lifecycle(input);
}

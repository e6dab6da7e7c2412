import { Context } from '@temporalio/activity';

/** Three beats fit into the shortest heartbeat timeout of the workflows' policies, so that one may be lost. */
const beatMs = 3_000;

/**
 * Heartbeats as long as work is under way, and not only when a piece of it is done: opening a large file or waiting for a lock takes as long as
 * it takes, and a dead worker is known by its silence within seconds. The beat carries what was reached last, for the operator; cancellation comes
 * back with it and stops the work where it next reports.
 */
export async function withHeartbeat<T>(work: (progress: (reached: number) => Promise<void>) => Promise<T>): Promise<T> {
  const context = Context.current();
  let last: number | undefined;
  const beat = (): void => context.heartbeat(last);
  const timer = setInterval(beat, beatMs);
  try {
    return await work(async (reached) => {
      last = reached;
      beat();
      if (context.cancellationSignal.aborted) await context.cancelled;
    });
  } finally {
    clearInterval(timer);
  }
}

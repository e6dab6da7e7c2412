import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ThreadData, ThreadResult, ThreadTask } from './typeset-thread.ts';

/** A thread that typesets one statement after the other, in the order in which they were given to it. */
export interface PressThread {
  /** What became of a task. NOT_BEGUN: the thread broke down over one before it. */
  run(task: ThreadTask): Promise<ThreadResult | 'NOT_BEGUN'>;
  readonly waiting: () => number;
  readonly isGone: () => boolean;
  end(): Promise<void>;
}

const broken: ThreadResult = { error: { code: 'RENDER_FAILED', message: 'a thread of the press has ended', characters: [] } };

/** Resolves when it is ready to work. Throws when it does not start. */
export async function startThread(workerData: ThreadData): Promise<PressThread> {
  const thread = new Worker(new URL('typeset-thread.ts', import.meta.url), { workerData });
  await once(thread, 'message');
  const tasks: ((result: ThreadResult | 'NOT_BEGUN') => void)[] = [];
  let gone = false;
  const fail = (): void => {
    gone = true;
    const [begun, ...rest] = tasks.splice(0);
    // The one that it was at may be to blame; the others have nothing to do with it.
    begun?.(broken);
    for (const task of rest) task('NOT_BEGUN');
  };
  thread
    .on('message', (result: ThreadResult) => tasks.shift()?.(result))
    .on('error', fail)
    .on('exit', fail);
  return {
    run: (task) =>
      new Promise((resolve) => {
        if (gone) return resolve('NOT_BEGUN');
        tasks.push(resolve);
        thread.postMessage(task);
      }),
    waiting: () => tasks.length,
    isGone: () => gone,
    end: async () => {
      await thread.terminate();
      fail();
    },
  };
}

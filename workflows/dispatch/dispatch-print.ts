import { proxyActivities } from '@temporalio/workflow';
import type { DispatchPaperInput } from '../../domain/dispatch/messages.ts';
import type { DispatchActivities } from './ports.ts';

/** As with statements: somebody waits, so a browser that crashed is started again at once, then the answer is no. */
const printing = proxyActivities<Pick<DispatchActivities, 'printDispatchPaper'>>({
  startToCloseTimeout: '45 seconds',
  retry: { initialInterval: '500 milliseconds', maximumAttempts: 3 },
});

/** Prints one paper of a dispatch on a worker, where the browser is. */
export async function dispatchPrint(paper: DispatchPaperInput): Promise<string> {
  return printing.printDispatchPaper(paper);
}

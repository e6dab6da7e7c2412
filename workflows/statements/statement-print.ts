import { proxyActivities } from '@temporalio/workflow';
import type { StatementReference } from '../../domain/statements/messages.ts';
import type { StatementActivities } from './ports.ts';

/** Somebody waits in front of a screen: a browser that crashed is started again at once, then the answer is no. */
const printing = proxyActivities<StatementActivities>({
  startToCloseTimeout: '45 seconds',
  retry: { initialInterval: '500 milliseconds', maximumAttempts: 3 },
});

/** Prints one statement on a worker, where the one browser is. */
export async function statementPrint(statement: StatementReference): Promise<string> {
  return printing.printStatement(statement);
}

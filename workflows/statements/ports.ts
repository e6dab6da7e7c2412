import type { StatementReference } from '../../domain/statements/messages.ts';

export interface StatementActivities {
  /** Prints and stores a statement; returns the key under which the store holds it. */
  printStatement(statement: StatementReference): Promise<string>;
}

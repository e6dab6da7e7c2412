import type { X509Certificate } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { statementPrintWorkflowType, type StatementReference } from '../../domain/statements/messages.ts';
import type { FileStore } from '../storage/file-store.ts';
import { statementKey } from './statement-key.ts';
import { findStatement, type StatementSource } from './find-statement.ts';

export interface StatementDesk extends StatementSource {
  readonly client: Client;
  readonly taskQueue: string;
  readonly files: FileStore;
  readonly contentKey: (purpose: string, inputs: unknown) => string;
  /** Whose signature statements carry. */
  readonly certificate: X509Certificate;
}

/**
 * A statement as PDF: from the store when it has been printed before, else printed by a worker. Throws like
 * findStatement; what cannot be printed (a character without a glyph) comes as the failure of the workflow.
 */
export async function requestStatement(desk: StatementDesk, reference: StatementReference): Promise<Uint8Array> {
  const { content } = await findStatement(desk, reference);
  const key = statementKey(desk, content);
  const printed = await desk.files.get(key);
  if (printed) return printed;
  const printedKey = (await desk.client.workflow.execute(statementPrintWorkflowType, {
    args: [reference],
    taskQueue: desk.taskQueue,
    workflowId: `statement-${key.slice(0, 32)}`,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowExecutionTimeout: '2 minutes',
  })) as string;
  const bytes = await desk.files.get(printedKey);
  if (!bytes) throw new Error('a printed statement is not in the store');
  return bytes;
}

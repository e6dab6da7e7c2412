import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { searchAttributes } from '../../../workflows/search-attributes.ts';
import { StackError } from '../stack-error.ts';
import { waitUntil } from '../wait-until.ts';

const notFound = 5;
const alreadyExists = 6;

const indexedTypes = Object.fromEntries(
  Object.values(searchAttributes).map(({ name, type }) => [
    name,
    proto.temporal.api.enums.v1.IndexedValueType[`INDEXED_VALUE_TYPE_${type}`],
  ]),
);

export interface NamespaceOptions {
  address: string;
  namespace: string;
  /** How long closed workflows stay readable. */
  retentionDays: number;
}

/** Registers namespace and search attributes where they are missing, and returns once both can be used. */
export async function prepareNamespace({ address, namespace, retentionDays }: NamespaceOptions): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '5s' });
  try {
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: (retentionDays * 86_400) as never } })
      .catch(ignoreAlreadyExists);
    const explain =
      (what: string) =>
      (cause: unknown): StackError =>
        new StackError(
          `${what} on the Temporal server at ${address}.`,
          `The role used there must be allowed to administer namespaces. ${String(cause)}`,
          cause,
        );
    await waitUntil(
      async () => {
        await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: indexedTypes }).catch(ignoreAlreadyExists);
        return true;
      },
      { timeoutMs: 60_000, explain: explain(`The search attributes of ${namespace} could not be added`) },
    );
    const query = Object.keys(indexedTypes)
      .map((name) => `${name} IS NULL`)
      .join(' AND ');
    await waitUntil(
      async () => {
        await connection.workflowService.countWorkflowExecutions({ namespace, query });
        return true;
      },
      { timeoutMs: 90_000, intervalMs: 200, explain: explain(`The search attributes of ${namespace} cannot be used`) },
    );
    await waitUntil(() => isServing(connection, namespace), { timeoutMs: 60_000, explain: explain('Workflows cannot be started') });
  } finally {
    await connection.close();
  }
}

// The frontend answers before the services behind it have found each other: ask each of them for something that is not there.
async function isServing({ workflowService }: Connection, namespace: string): Promise<boolean> {
  await workflowService.describeTaskQueue({ namespace, taskQueue: { name: 'quxiang-nobody' } });
  await workflowService.describeWorkflowExecution({ namespace, execution: { workflowId: 'quxiang-nothing' } }).catch((error: unknown) => {
    if (codeOf(error) !== notFound) throw error;
  });
  return true;
}

function ignoreAlreadyExists(error: unknown): void {
  if (codeOf(error) !== alreadyExists) throw error;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

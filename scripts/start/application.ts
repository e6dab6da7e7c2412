import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startProcess, type ManagedProcess } from '../stack/managed-process.ts';
import { projectRoot } from '../stack/project-root.ts';
import { StackError } from '../stack/stack-error.ts';
import { waitUntil } from '../stack/wait-until.ts';
import type { Lifetime } from './lifetime.ts';
import { logToTerminal } from './logs.ts';
import type { Settings } from './settings.ts';

const workflowTasks = proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;

type Environment = Record<string, string | undefined>;

// Longer than SHUTDOWN_GRACE_SECONDS: who drains is not to be killed.
const stopTimeoutMs = 30_000;
const startTimeoutMs = 90_000;

/** Starts worker and API and returns once both are ready. Settles `ended` with the name of one that ended by itself. */
export async function startApplication(
  settings: Settings,
  environment: Environment,
  lifetime: Lifetime,
): Promise<{ ended: Promise<string> }> {
  const worker = startProgram('worker', 'worker.ts', {
    ...environment,
    DATABASE_ADMIN_URL: undefined,
    METRICS_PORT: String(settings.WORKER_METRICS_PORT),
  });
  const api = startProgram('api', 'api/server.ts', environment);
  // Together: the API takes no new requests while the worker finishes what was taken.
  lifetime.add('worker and API', async () => void (await Promise.all([api.stop(), worker.stop()])));
  await Promise.all([
    waitUntilReady(
      worker,
      workerPolls(environment['TEMPORAL_ADDRESS'] ?? '', settings.TEMPORAL_NAMESPACE, environment['TASK_QUEUE'] ?? 'quxiang'),
    ),
    waitUntilReady(api, () => accepts(settings.HTTP_PORT)),
  ]);
  return { ended: Promise.race([worker, api].map((program) => program.exited.then(() => program.name))) };
}

/** Heap of each isolate in megabytes: 2,000 cached workflows fit, and garbage is collected before the process weighs a gigabyte. */
const heapFlag = '--max-old-space-size=600';

function startProgram(name: string, script: string, env: Environment): ManagedProcess {
  return startProcess({
    name,
    command: process.execPath,
    args: [heapFlag, join(projectRoot, script)],
    cwd: projectRoot,
    env,
    log: logToTerminal(name),
    stopTimeoutMs,
  });
}

async function waitUntilReady(program: ManagedProcess, isReady: () => Promise<boolean>): Promise<void> {
  const failure = (): StackError => new StackError(`The ${program.name} does not start.`, 'What it said stands above.');
  await waitUntil(() => program.hasExited() || isReady(), { timeoutMs: startTimeoutMs, intervalMs: 200, explain: failure });
  if (program.hasExited()) throw failure();
}

// The server knows who asks it for work; pollers of an earlier run do not count.
function workerPolls(address: string, namespace: string, taskQueue: string): () => Promise<boolean> {
  const since = Date.now();
  return async () => {
    const connection = await Connection.connect({ address, connectTimeout: '2s' });
    try {
      const { pollers } = await connection.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: taskQueue },
        taskQueueType: workflowTasks,
      });
      return (pollers ?? []).some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000 >= since - 1_000);
    } finally {
      await connection.close();
    }
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}

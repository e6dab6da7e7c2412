import {
  NativeConnection,
  Worker,
  type ActivityInboundCallsInterceptor,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import type { DeploymentVersion } from './deployment.ts';

export interface WorkerSettings {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly workflowBundle: WorkflowBundleOption;
  readonly activities: object;
  readonly interceptor: ActivityInboundCallsInterceptor;
  /** Workflows kept in memory; beyond it the least used are replayed when they wake. */
  readonly cacheSize: number;
  /** How long activities may go on after SIGTERM. */
  readonly graceSeconds: number;
  /** Without one the worker takes whatever no version claims. */
  readonly version?: DeploymentVersion | undefined;
  /** What workflow code may write to outside its sandbox. */
  readonly sinks?: WorkerOptions['sinks'];
}

export interface RunningWorker {
  readonly worker: Worker;
  close(): Promise<void>;
}

/** A worker with its own connection; the caller runs it and closes the connection after it has drained. */
export async function createWorker(settings: WorkerSettings): Promise<RunningWorker> {
  const { address, namespace, taskQueue, workflowBundle, activities, interceptor, cacheSize, graceSeconds, version, sinks } = settings;
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    activities,
    interceptors: { activity: [() => ({ inbound: interceptor })] },
    maxCachedWorkflows: cacheSize,
    maxConcurrentLocalActivityExecutions: 40,
    shutdownGraceTime: `${graceSeconds} seconds`,
    // Else a heartbeat waits for eight tenths of its timeout, and one that comes late has no second chance.
    maxHeartbeatThrottleInterval: '3 seconds',
    ...(sinks && { sinks }),
    ...(version && { workerDeploymentOptions: { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' } }),
  });
  return { worker, close: () => connection.close() };
}

import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';

/** gRPC's NOT_FOUND. */
const notFound = 5;

export interface DeploymentVersion {
  readonly deploymentName: string;
  readonly buildId: string;
}

export interface Release {
  readonly current: string | null;
  readonly ramping: { readonly buildId: string; readonly percent: number } | null;
  readonly versions: readonly string[];
}

/** Workflow code decides what replays, so it names the version: two replicas of one release agree without being told. */
export function buildIdOf({ code }: { code: string }): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 12);
}

/** What runs new and open workflows. Auto-upgrade: an open history goes on under the version that is current. */
export async function readRelease({ connection, options: { namespace } }: Client, deploymentName: string): Promise<Release> {
  try {
    const { workerDeploymentInfo } = await connection.workflowService.describeWorkerDeployment({ namespace, deploymentName });
    const { currentDeploymentVersion, rampingDeploymentVersion, rampingVersionPercentage } = workerDeploymentInfo?.routingConfig ?? {};
    const ramping = rampingDeploymentVersion?.buildId;
    return {
      current: currentDeploymentVersion?.buildId || null,
      ramping: ramping ? { buildId: ramping, percent: rampingVersionPercentage ?? 0 } : null,
      versions: (workerDeploymentInfo?.versionSummaries ?? []).flatMap(({ deploymentVersion }) => deploymentVersion?.buildId ?? []),
    };
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === notFound) return { current: null, ramping: null, versions: [] };
    throw error;
  }
}

/** Gives every workflow to this version, before its first worker polls too. */
export async function makeCurrent(
  { connection, options: { namespace } }: Client,
  { deploymentName, buildId }: DeploymentVersion,
): Promise<void> {
  await connection.workflowService.setWorkerDeploymentCurrentVersion({
    namespace,
    deploymentName,
    buildId,
    ignoreMissingTaskQueues: true,
    allowNoPollers: true,
  });
}

/** Gives a share of the workflows, 0 to 100 percent, to this version; the same workflows whenever the share is the same. */
export async function ramp(
  { connection, options: { namespace } }: Client,
  { deploymentName, buildId }: DeploymentVersion,
  percent: number,
): Promise<void> {
  await connection.workflowService.setWorkerDeploymentRampingVersion({ namespace, deploymentName, buildId, percentage: percent });
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { WorkflowCoverage } from '@temporalio/nyc-test-coverage';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundleWorkflows } from '../../../infra/temporal/workflow-bundle.ts';
import { stackAddresses } from '../stack/addresses.ts';

const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
const workflowsPath = join(import.meta.dirname, '../../../workflows/index.ts');

interface Counting {
  __coverage__?: Record<string, object>;
}
const isCollecting = '__coverage__' in globalThis;
const coverage = new WorkflowCoverage();

/** Brings counters out of the sandbox: ordinary coverage sees no workflow code. Nothing comes unless Jest collects. */
export const coverageSinks = coverage.sinks;

/** Adds what the sinks have brought to what Jest counts. In place, because instrumented files hold on to their counters. */
export function mergeCoverage(): void {
  const counting = globalThis as Counting;
  const before = counting.__coverage__;
  if (!before) return;
  coverage.mergeIntoGlobalCoverage();
  const merged = JSON.parse(JSON.stringify(counting.__coverage__)) as Record<string, object>;
  for (const [file, counters] of Object.entries(merged)) before[file] = Object.assign(before[file] ?? {}, counters);
  counting.__coverage__ = before;
}

/** The bundle is made by whichever test file needs it first and shared through the folder of the run. */
export async function sharedBundle(): Promise<{ code: string }> {
  const file = join(stackAddresses().directory, 'workflow-bundle.js');
  if (!existsSync(file)) {
    const part = `${file}.${randomUUID()}`;
    writeFileSync(part, (await bundle()).code);
    renameSync(part, file);
  }
  return { code: readFileSync(file, 'utf8') };
}

function bundle(): Promise<{ code: string }> {
  if (!isCollecting) return bundleWorkflows();
  return bundleWorkflowCode(coverage.augmentBundleOptions({ workflowsPath, logger: quiet }));
}

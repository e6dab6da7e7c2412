import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflowCode, Runtime, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { bundleWorkflows } from '../../infra/temporal/workflow-bundle.ts';

const folder = join(import.meta.dirname, 'histories');
const histories = readdirSync(folder).flatMap((release) => readdirSync(join(folder, release)).map((file) => join(release, file)));
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };

let bundle: WorkflowBundleOption;
beforeAll(async () => {
  Runtime.install({ logger: quiet });
  bundle = await bundleWorkflows();
});

describe('every released history replays on the workflows of today', () => {
  it('has the seasons that matter', () => {
    expect(histories.map((file) => file.split('/').at(-1))).toEqual(
      expect.arrayContaining([
        'plain-season.json',
        'return-and-resubmit.json',
        'key-change-after-grant.json',
        'dispute.json',
        'void.json',
        'cutoff.json',
        'cohort-calendar.json',
        'roster-import.json',
        'roster-import-cancelled.json',
        'roster-step-validate.json',
        'roster-step-commit.json',
        'roster-step-decide-sections.json',
        'roster-step-undo.json',
        'print-batch.json',
        'transfer-number-batch.json',
        'list-export.json',
      ]),
    );
  });

  it.each(histories)('%s', async (file) => {
    await expect(Worker.runReplayHistory({ workflowBundle: bundle }, read(file))).resolves.toBeUndefined();
  });

  it('refuses a workflow that was changed without a patch', async () => {
    const altered = await bundleWorkflowCode({ workflowsPath: join(import.meta.dirname, 'altered/index.ts'), logger: quiet });
    await expect(Worker.runReplayHistory({ workflowBundle: altered }, read('1/plain-season.json'))).rejects.toBeInstanceOf(
      DeterminismViolationError,
    );
  });

  it.each(histories)('%s holds no personal data', (file) => {
    const text = JSON.stringify(read(file));
    const payloads = [...text.matchAll(/"data":"([^"]+)"/g)]
      .map(([, data]) => Buffer.from(data ?? '', 'base64').toString('utf8'))
      .join('\n');
    expect(payloads).not.toMatch(/\p{Script=Han}/u);
    expect(payloads).not.toMatch(/[1-9]\d{16}[\dX]|199000|example\.com|27\d{5}[0-9A-Z]{8}/);
  });
});

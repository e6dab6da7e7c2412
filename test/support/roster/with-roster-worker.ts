import { join } from 'node:path';
import { createFileStore } from '../../../infra/storage/file-store.ts';
import { startRosterImport } from '../../../infra/temporal/start-roster-import.ts';
import { startRosterStep } from '../../../infra/temporal/start-roster-step.ts';
import { openApplication, type TestApplication } from '../../api/support/application.ts';
import { stackAddresses } from '../stack/addresses.ts';
import { startTestWorker, type TestWorker } from '../temporal/test-worker.ts';

/** The application beside a worker that reads the rosters which are uploaded. */
export async function openWithRosterWorker(): Promise<{ app: TestApplication; worker: TestWorker }> {
  const app = await openApplication({
    replace: (record) => ({
      files: createFileStore({ directory: join(stackAddresses().directory, 'files'), keys: record.keyring.files }),
      startRosterImport: (id, trialOnly) => startRosterImport(worker.client, worker.taskQueue, id, trialOnly),
      startRosterStep: async (id, step) => {
        await startRosterStep(worker.client, worker.taskQueue, id, step);
      },
    }),
  });
  const worker: TestWorker = await startTestWorker(app.record);
  return { app, worker };
}

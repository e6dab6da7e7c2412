import { attachTestRecord } from '../record/test-record.ts';
import { startTestWorker } from './test-worker.ts';

/** A worker process that kills itself in the middle of its first applyCommand or bindBatch, or, with the moment `never`, is killed from outside. Arguments: task queue, moment, database addresses. */
const [taskQueue = '', moment = '', url = '', adminUrl = ''] = process.argv.slice(2);
const record = attachTestRecord({ url, adminUrl, drop: async () => {} });
const die = () => process.kill(process.pid, 'SIGKILL');

await startTestWorker(record, {
  taskQueue,
  activities: (real) => ({
    applyCommand: async (commandId) => {
      if (moment === 'before-commit') die();
      const answer = await real.applyCommand(commandId);
      if (moment === 'after-commit') die();
      return answer;
    },
    bindBatch: async (batchId) => {
      const progress = await real.bindBatch(batchId);
      if (moment === 'after-bind') die();
      return progress;
    },
  }),
});
process.stdout.write('ready\n');

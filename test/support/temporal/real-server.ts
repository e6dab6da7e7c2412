import { createSchool, type SchoolFixture } from '../record/graduates.ts';
import { openTestRecord, type TestRecord } from '../record/test-record.ts';
import { startTestWorker, type TestWorker } from './test-worker.ts';

export interface RealServer {
  readonly record: TestRecord;
  readonly worker: TestWorker;
  readonly school: SchoolFixture;
}

/** For a test file: a record, a worker and a school of its own before its tests, gone after them. */
export function onRealServer(): () => RealServer {
  let opened: RealServer | undefined;
  let record: TestRecord | undefined;
  let worker: TestWorker | undefined;
  beforeAll(async () => {
    record = await openTestRecord();
    worker = await startTestWorker(record);
    opened = { record, worker, school: await createSchool(record.pool) };
  });
  // Whatever has come up is taken down, also when a later part did not come up: a worker left running keeps Jest alive.
  afterAll(async () => {
    await worker?.stop();
    await record?.close();
  });
  return () => {
    if (!opened) throw new Error('the server is not up');
    return opened;
  };
}

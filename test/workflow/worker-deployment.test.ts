import { randomUUID } from 'node:crypto';
import { makeCurrent, ramp, readRelease } from '../../infra/temporal/deployment.ts';
import { createSchool } from '../support/record/graduates.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { Season, shanghai } from '../support/temporal/season.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

const may = shanghai('2027-05-03T12:00:00');
const taskQueue = `deployment-${randomUUID()}`;
const [first, second] = ['one', 'two'].map((buildId) => ({ deploymentName: taskQueue, buildId })) as [
  { deploymentName: string; buildId: string },
  { deploymentName: string; buildId: string },
];

let record: TestRecord;
const workers: TestWorker[] = [];
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await record?.close();
});

const versionOf = async ({ handle }: Season) =>
  (await handle.describe()).raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;

describe('worker deployment', () => {
  it('an open lifecycle goes on under the version that is made current', async () => {
    const worker = await startTestWorker(record, { taskQueue, version: first });
    workers.push(worker);
    expect(await readRelease(worker.client, 'nobody')).toEqual({ current: null, ramping: null, versions: [] });
    await makeCurrent(worker.client, first);
    const season = await Season.begin({ record, worker, school: await createSchool(record.pool) }, may);
    await season.check(may);
    expect(await versionOf(season)).toBe('one');

    workers.push(await startTestWorker(record, { taskQueue, version: second }));
    await makeCurrent(worker.client, second);
    await ramp(worker.client, first, 25);
    expect(await readRelease(worker.client, taskQueue)).toEqual({
      current: 'two',
      ramping: { buildId: 'one', percent: 25 },
      versions: expect.arrayContaining(['one', 'two']) as string[],
    });
    await ramp(worker.client, first, 0);
    await season.register(may);
    expect(await versionOf(season)).toBe('two');
    expect((await season.state()).sections.DESTINATION.current).not.toBeNull();
  });
});

import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { noProgress } from '../../../activities/roster/dependencies.ts';
import { processRoster } from '../../../activities/roster/process-roster.ts';
import { startLifecycles } from '../../../activities/roster/start-lifecycles.ts';
import type { LifecycleInput } from '../../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../../domain/lifecycle/workflow-id.ts';
import { connectTemporal, type TemporalClient } from '../../../infra/temporal/connect.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';
import { closeRecord, graduateCells, idNumberOf, openRosterFixture, type RosterFixture } from './roster-fixture.ts';

let fixture: RosterFixture;
let temporal: TemporalClient;
const taskQueue = `test-${randomUUID()}`;
beforeAll(async () => {
  fixture = await openRosterFixture();
  temporal = await connectTemporal(stackAddresses().temporal);
});
afterAll(async () => {
  await temporal?.close();
  await closeRecord(fixture.record);
});

async function importThree(from: number): Promise<{ importId: string; graduateIds: string[] }> {
  const importId = await fixture.upload([from, from + 1, from + 2].map((index) => graduateCells(index)));
  await processRoster(fixture, importId, 'TRIAL', noProgress);
  await processRoster(fixture, importId, 'COMMIT', noProgress);
  const rows = await fixture.ask<{ graduateId: string }>(
    'SELECT "graduateId" FROM "roster_import_row" WHERE "importId" = $1 ORDER BY "rowNumber"',
    importId,
  );
  return { importId, graduateIds: rows.map(({ graduateId }) => graduateId) };
}

const started = (graduateIds: readonly string[]) =>
  fixture
    .ask<{ started: boolean }>(
      'SELECT "workflowStartedAt" IS NOT NULL AS started FROM "graduate" WHERE "id" = ANY($1) ORDER BY "studentNo"',
      graduateIds,
    )
    .then((rows) => rows.map((row) => row.started));

/** A client that refuses to start one workflow. */
const refusing = (client: Client, workflowId: string): Client =>
  new Proxy(client, {
    get: (target, name) =>
      name !== 'workflow'
        ? (Reflect.get(target, name) as unknown)
        : {
            start: (type: string, options: Parameters<Client['workflow']['start']>[1]) =>
              options.workflowId === workflowId ? Promise.reject(new Error('the server is busy')) : target.workflow.start(type, options),
          },
  });

describe('the start of lifecycles after an import', () => {
  it('R54 gives each graduate a workflow that knows when to wake, findable by school, cohort and stage', async () => {
    const { importId, graduateIds } = await importThree(0);
    expect(await started(graduateIds)).toEqual([false, false, false]);
    expect(await startLifecycles({ ...fixture, client: temporal.client, taskQueue }, importId, noProgress)).toBe(3);
    expect(await started(graduateIds)).toEqual([true, true, true]);
    const [row] = await fixture.ask<{ nextDeadline: number }>('SELECT "nextDeadline" FROM "graduate" WHERE "id" = $1', graduateIds[0]);
    const handle = temporal.client.workflow.getHandle(graduateWorkflowId(graduateIds[0] ?? ''));
    const { status, typedSearchAttributes } = await handle.describe();
    expect(status.name).toBe('RUNNING');
    const attributes = Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
    expect(attributes).toMatchObject({ QxSchool: '10001', QxCohort: 2027, QxStage: 'CHECKING', QxOverdue: false });
    const history = await handle.fetchHistory();
    const payload = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
    const input = JSON.parse(Buffer.from(payload ?? []).toString()) as LifecycleInput;
    expect(input).toEqual({
      graduateId: graduateIds[0],
      schoolCode: '10001',
      cohort: 2027,
      standing: { stage: 'CHECKING', overdue: false, version: 0, nextDeadline: row?.nextDeadline, nextStep: 'REMINDED', ended: false },
    });
    const text = JSON.stringify(history.events?.map((event) => ({ ...event, input: Buffer.from(payload ?? []).toString() })));
    for (const secret of ['赵磊', idNumberOf(0), 'S00000']) expect(text).not.toContain(secret);
  });

  it('may be run again: nobody is started twice', async () => {
    const { importId, graduateIds } = await importThree(10);
    const dependencies = { ...fixture, client: temporal.client, taskQueue };
    await startLifecycles(dependencies, importId, noProgress);
    const runId = async () => (await temporal.client.workflow.getHandle(graduateWorkflowId(graduateIds[0] ?? '')).describe()).runId;
    const before = await runId();
    expect(await startLifecycles(dependencies, importId, noProgress)).toBe(0);
    // The mark is lost, as when the worker dies between start and mark: the running workflow is the one that counts.
    await fixture.ask('UPDATE "graduate" SET "workflowStartedAt" = NULL WHERE "id" = $1', graduateIds[0]);
    expect(await startLifecycles(dependencies, importId, noProgress)).toBe(1);
    expect(await runId()).toBe(before);
    expect(await started(graduateIds)).toEqual([true, true, true]);
  });

  it('lets one that cannot be started keep nobody waiting, and says so at the end', async () => {
    const { importId, graduateIds } = await importThree(20);
    const client = refusing(temporal.client, graduateWorkflowId(graduateIds[1] ?? ''));
    await expect(startLifecycles({ ...fixture, client, taskQueue }, importId, noProgress)).rejects.toThrow('the server is busy');
    expect(await started(graduateIds)).toEqual([true, false, true]);
    expect(await startLifecycles({ ...fixture, client: temporal.client, taskQueue }, importId, noProgress)).toBe(1);
    expect(await started(graduateIds)).toEqual([true, true, true]);
  });
});

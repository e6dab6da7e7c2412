import { lifecycleWorkflowType } from '../../domain/lifecycle/messages.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { Standing } from '../../domain/lifecycle/standing.ts';
import type { Pool } from '../../infra/database/pool.ts';
import { connectTemporal } from '../../infra/temporal/connect.ts';
import { lifecycleStart } from '../../infra/temporal/lifecycle-start.ts';
import { createSchool } from '../../test/support/record/graduates.ts';
import type { BenchStack } from '../orchestration/bench-stack.ts';
import { cohort, insertOpenGraduates, seconds, waitUntilNone, type Line } from './open-graduates.ts';

export const closedByTimers = 'graduates closed by one timer each (the same rows, and the workflow is awake)';

/** The other way: each graduate's own workflow has a timer for the cutoff, all at one instant. */
export async function closeByTimers(stack: BenchStack, pool: Pool, admin: Pool, graduates: number): Promise<Line[]> {
  // When every one has been started, which takes less than 10 ms each.
  const fireAt = Date.now() + 15_000 + graduates * 10;
  const { schoolId, starting } = await startSleepers(stack, pool, admin, graduates, { nextDeadline: fireAt, nextStep: 'CUTOFF_RECORDED' });
  if (Date.now() > fireAt) throw new Error('the workflows were not started in time');
  await new Promise((resolve) => setTimeout(resolve, fireAt - Date.now()));
  const firing = await seconds(() => waitUntilNone(pool, `"graduate" WHERE "schoolId" = '${schoolId}' AND "cutoffRecordedAt" IS NULL`));
  return [
    { what: 'workflows started for the comparison', count: graduates, seconds: starting },
    { what: closedByTimers, count: graduates, seconds: firing },
  ];
}

/** A school of open graduates whose workflows have started and sleep until the deadline given; `untilAll` waits until each of them has said where it is. */
export async function startSleepers(
  stack: BenchStack,
  pool: Pool,
  admin: Pool,
  graduates: number,
  deadline: Pick<Standing, 'nextDeadline' | 'nextStep'>,
): Promise<{ readonly schoolId: string; readonly starting: number; untilAll(stage: Stage): Promise<void> }> {
  const { schoolId, schoolCode } = await createSchool(pool);
  await insertOpenGraduates(admin, schoolId, graduates);
  await admin.query('ANALYZE');
  const { rows } = await pool.query<{ id: string }>('SELECT "id" FROM "graduate" WHERE "schoolId" = $1', [schoolId]);
  const temporal = await connectTemporal(stack.temporal);
  stack.lifetime.add('client of Temporal', () => temporal.close());
  const standing = { stage: 'IN_REVIEW', overdue: false, version: 2, ...deadline } as const;
  const starting = await seconds(async () => {
    const start = async (): Promise<void> => {
      for (let row = rows.pop(); row; row = rows.pop()) {
        const { workflowId, ...options } = lifecycleStart({ graduateId: row.id, schoolCode, cohort, standing, ended: false }, 'quxiang');
        await temporal.client.workflow.start(lifecycleWorkflowType, { workflowId, ...options });
      }
    };
    await Promise.all(Array.from({ length: 16 }, start));
  });
  const untilAll = async (stage: Stage): Promise<void> => {
    const query = `QxSchool = '${schoolCode}' AND QxStage = '${stage}'`;
    while ((await temporal.client.workflow.count(query)).count < graduates) await new Promise((resolve) => setTimeout(resolve, 250));
  };
  return { schoolId, starting, untilAll };
}

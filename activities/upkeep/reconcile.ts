import { heartbeat } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/common';
import { recordChangedSignalName, standingQueryName, type StandingReport } from '../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { startFromRecord } from '../../infra/temporal/start-from-record.ts';
import { startCohortCalendars } from '../../infra/temporal/start-cohort-calendar.ts';
import type { ActivityDependencies } from '../dependencies.ts';

interface OpenGraduate {
  id: string;
  version: number;
  stage: string;
}

const page = `SELECT "id", "version", "stage" FROM "graduate" WHERE "endedAt" IS NULL AND "id" > $1 ORDER BY "id" LIMIT 500`;
const firstId = '00000000-0000-0000-0000-000000000000';

/**
 * Compares every open graduate with its workflow and repairs: starts what is missing, tells what is behind. After a
 * restore of either database this is the way back. The calendars of the schools are started likewise.
 */
export async function reconcile(dependencies: ActivityDependencies): Promise<number> {
  await startCohortCalendars(dependencies);
  let repaired = 0;
  let after = firstId;
  for (;;) {
    const { rows } = await dependencies.pool.query<OpenGraduate>(page, [after]);
    for (const graduate of rows) {
      if (await repair(dependencies, graduate)) repaired += 1;
      heartbeat(graduate.id);
    }
    const last = rows.at(-1);
    if (!last) return repaired;
    after = last.id;
  }
}

async function repair(dependencies: ActivityDependencies, graduate: OpenGraduate): Promise<boolean> {
  const handle = dependencies.client.workflow.getHandle(graduateWorkflowId(graduate.id));
  try {
    const { status } = await handle.describe();
    if (status.name !== 'RUNNING') throw new WorkflowNotFoundError('the workflow is closed', graduate.id, undefined);
    const standing = await handle.query<StandingReport>(standingQueryName);
    // A version of the workflow ahead of this page's is a command that came in between.
    if (standing.version >= graduate.version && standing.stage === graduate.stage) return false;
    await handle.signal(recordChangedSignalName);
    return true;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    await startFromRecord(dependencies, graduate.id);
    return true;
  }
}

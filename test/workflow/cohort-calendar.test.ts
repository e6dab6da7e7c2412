import {
  cohortCalendarWorkflowId,
  cohortCalendarWorkflowType,
  calendarChangedSignalName,
  cohortPlanQueryName,
  type CohortPlan,
} from '../../domain/calendar/messages.ts';
import { pendingDestination } from '../support/record/contents.ts';
import { keepHistory } from '../support/temporal/keep-history.ts';
import { moveTo } from '../support/temporal/virtual-time.ts';
import { Season, shanghai } from '../support/temporal/season.ts';
import { onRealServer } from '../support/temporal/real-server.ts';

const server = onRealServer();
const imported = shanghai('2027-06-20T10:00:00');

describe('the calendar of a school and cohort, on the real server with time skipping', () => {
  it('R55 R56 R57 X14 tells each morning, freezes the departure, sweeps at the cutoff, and ends; a lifecycle that lapsed is told', async () => {
    const {
      worker: { client, taskQueue },
      school,
      record,
    } = server();
    const season = await Season.begin(server(), imported);
    await season.check(imported);
    await season.submit('DESTINATION', pendingDestination, imported);

    const setDates = (opens: string, departs: string) =>
      record.pool.query(
        `INSERT INTO "school_calendar" ("schoolId", "cohort", "registrationOpensAt", "departureAt") VALUES ($1, 2027, $2, $3)
      ON CONFLICT ("schoolId", "cohort") DO UPDATE SET "registrationOpensAt" = $2, "departureAt" = $3`,
        [school.schoolId, new Date(shanghai(opens)), new Date(shanghai(departs))],
      );
    await setDates('2027-06-20T00:00:00', '2027-07-01T00:00:00');
    const workflowId = cohortCalendarWorkflowId(school.schoolCode, 2027);
    const handle = await client.workflow.start(cohortCalendarWorkflowType, {
      workflowId,
      taskQueue,
      args: [{ schoolId: school.schoolId, schoolCode: school.schoolCode, cohort: 2027 }],
    });
    await moveTo(client, workflowId, imported);
    const plan = () => handle.query<CohortPlan>(cohortPlanQueryName);
    await moveTo(client, workflowId, shanghai('2027-06-23T12:00:00'));
    expect(await plan()).toEqual({ nextAt: shanghai('2027-06-24T09:00:00'), nextKind: 'DIGEST' });
    const digests = async () =>
      (await record.pool.query(`SELECT 1 FROM "notification" WHERE "recipientId" = $1 AND "event" = 'school.digest'`, [school.schoolId]))
        .rowCount;
    expect(await digests()).toBe(4);

    // The school brings its departure forward: the timer follows. (Digests in the last days only, or there would be seventy.)
    await setDates('2027-08-29T00:00:00', '2027-06-24T00:00:00');
    await handle.signal(calendarChangedSignalName);
    await moveTo(client, workflowId, shanghai('2027-06-24T00:00:10'));
    const { rows: snapshots } = await record.pool.query(
      'SELECT "number", "entryCount", "unsettledCount" FROM "departure_snapshot" WHERE "schoolId" = $1',
      [school.schoolId],
    );
    expect(snapshots).toEqual([{ number: 1, entryCount: 1, unsettledCount: 1 }]);

    await moveTo(client, workflowId, shanghai('2027-09-02T00:00:00'));
    await handle.result();
    await keepHistory('cohort-calendar', handle);
    expect(await season.state()).toMatchObject({
      cutoffRecorded: true,
      stage: 'REGISTERING',
      sections: { DESTINATION: { latest: { status: 'LAPSED' } } },
    });
    await server().worker.dependencies.client.workflow.getHandle(season.workflowId).signal('recordChanged');
    expect(await season.standing()).toMatchObject({ stage: 'REGISTERING' });
  }, 90_000);
});

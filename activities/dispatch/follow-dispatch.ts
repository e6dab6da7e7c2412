import { shanghaiDate } from '../../domain/calendar/shanghai.ts';
import { isUnderway } from '../../domain/dispatch/dispatch-status.ts';
import { openSteps, type DispatchStep } from '../../domain/dispatch/due-steps.ts';
import type { DispatchInput, DispatchPlan } from '../../domain/dispatch/messages.ts';
import { tellSchool } from '../../infra/calendar/tell-cohort.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { auditDispatch, lockDispatch, type DispatchRow } from '../../infra/dispatch/dispatch-store.ts';
import { timestamp } from '../../infra/record/statement.ts';
import type { ActivityDependencies } from '../dependencies.ts';

type FollowDependencies = Pick<ActivityDependencies, 'pool' | 'rulePacks' | 'cipher' | 'newId'>;

const columns = { REMIND: 'remindedAt', LOST_CASE: 'lostCaseAt' } as const;
const actions = { REMIND: 'DISPATCH_OVERDUE', LOST_CASE: 'DISPATCH_LOST_CASE' } as const;
const clock = { id: 'clock', role: 'SYSTEM' };

/** Writes down what is due for a file on its way by `asOf` (milliseconds, the workflow's clock), each step once, and says what comes next. */
export function followDispatch(dependencies: FollowDependencies, { dispatchId }: DispatchInput, asOf: number): Promise<DispatchPlan> {
  return inTransaction(dependencies.pool, async (connection) => {
    const found = await lockDispatch(connection, dispatchId);
    // One that is not there cannot be followed: the database was restored to an earlier day.
    if (!found || !isUnderway(found.status)) return { over: true, status: found?.status ?? 'UNKNOWN', nextAt: null, nextStep: null };
    const pack = await dependencies.rulePacks.find(found.provinceCode, found.cohort, asOf);
    const open = openSteps(found, pack).sort((a, b) => a.at - b.at);
    for (const { step } of open.filter(({ at }) => at <= asOf))
      await perform(connection, dependencies, found, step, { asOf, days: pack.dispatch[step === 'REMIND' ? 'remindDays' : 'lostDays'] });
    const next = open.find(({ at }) => at > asOf);
    return { over: false, status: found.status, nextAt: next?.at ?? null, nextStep: next?.step ?? null };
  });
}

async function perform(
  connection: Connection,
  { cipher, newId }: FollowDependencies,
  dispatch: DispatchRow,
  step: DispatchStep,
  { asOf, days }: { asOf: number; days: number },
): Promise<void> {
  await connection.query(`UPDATE "dispatch" SET "${columns[step]}" = $2 WHERE "id" = $1`, [dispatch.id, timestamp(asOf)]);
  await auditDispatch(connection, cipher, dispatch, { action: actions[step], actor: clock, values: {} });
  // One message a day for all files of the school: thousands leave in the same week.
  await tellSchool(connection, { schoolId: dispatch.schoolId, newId, at: asOf }, 'dispatch.overdue', `${step}:${shanghaiDate(asOf)}`, {
    step,
    days,
  });
}

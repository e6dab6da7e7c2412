import { closeCohort } from '../../activities/calendar/close-cohort.ts';
import type { ActivityDependencies } from '../../activities/dependencies.ts';
import { sealAudit } from '../../activities/upkeep/seal-audit.ts';
import { readCohort } from '../../infra/calendar/cohort-store.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import type { Pool } from '../../infra/database/pool.ts';
import { createRulePacks } from '../../infra/record/rule-packs.ts';
import { createSchool } from '../../test/support/record/graduates.ts';
import type { BenchStack } from '../orchestration/bench-stack.ts';
import { startSleepers } from './closing-by-timers.ts';
import { cohort, countOf, insertOpenGraduates, seconds, waitUntilNone, type Line } from './open-graduates.ts';
import { timeStatements } from './statement-times.ts';

const schoolSize = 10_000;
const yearMs = 365 * 86_400_000;
const quiet = () => undefined;

export const closedBySets = 'graduates closed by sets (versions, graduates, audit, messages, outbox rows in the transaction)';

/**
 * The sweep over schools of 10,000, two at once, with worker and API at rest; then what remains to be done, each by itself: sealing,
 * and waking the workflows, of which only some schools' worth run, since a hundred thousand would take an hour to start.
 */
export async function closeBySets(stack: BenchStack, pool: Pool, admin: Pool, graduates: number, sleepers: number): Promise<Line[]> {
  const asleep = await startSleepers(stack, pool, admin, sleepers, { nextDeadline: Date.now() + yearMs, nextStep: 'SERVICE_ENDED' });
  const schools = [asleep.schoolId];
  for (let left = graduates - sleepers; left > 0; left -= schoolSize) {
    const { schoolId } = await createSchool(pool);
    await insertOpenGraduates(admin, schoolId, Math.min(left, schoolSize));
    schools.push(schoolId);
  }
  await stack.application.stop();
  await admin.query('VACUUM ANALYZE');
  const [audited, rulePacks, timed, queue] = [await auditRows(pool), createRulePacks(pool), timeStatements(pool), [...schools]];
  const close = async (): Promise<void> => {
    for (let schoolId = queue.pop(); schoolId !== undefined; schoolId = queue.pop()) {
      await closeCohort({ pool: timed.pool }, await readCohort({ pool, rulePacks }, schoolId, cohort, Date.now()), Date.now(), quiet);
    }
  };
  const closing = await seconds(() => Promise.all([close(), close()]));
  const written = (await auditRows(pool)) - audited;
  const dependencies = { pool, auditSigning: readKeyring(stack.keysFile).auditSigning } as ActivityDependencies;
  const sealing = await seconds(() => sealAudit(dependencies, quiet));
  await admin.query('DELETE FROM "outbox" o USING "graduate" g WHERE g."id" = o."graduateId" AND g."schoolId" <> $1', [asleep.schoolId]);
  await stack.application.start();
  const waking = await seconds(async () => {
    await waitUntilNone(pool, '"outbox" WHERE "deliveredAt" IS NULL');
    await asleep.untilAll('REGISTERING');
  });
  const share = [...timed.times.entries()].map(([name, spent]): Line => ({
    what: `  of it ${name.replace('cutoff-', '')} (two at once)`,
    count: graduates,
    seconds: spent,
  }));
  return [
    { what: closedBySets, count: graduates, seconds: closing },
    // A version, a graduate, two audit rows, a message and an outbox row each.
    { what: '  rows written by that', count: graduates * 6, seconds: closing },
    ...share,
    { what: 'audit rows hashed and sealed afterwards', count: written, seconds: sealing },
    { what: 'workflows woken afterwards, each looks at its record', count: sleepers, seconds: waking },
  ];
}

const auditRows = (pool: Pool): Promise<number> => countOf(pool, '"audit_event" WHERE "actor" = \'system:cutoff\'');

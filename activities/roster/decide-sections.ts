import { decide } from '../../domain/decision/decide.ts';
import { evolve } from '../../domain/decision/evolve.ts';
import type { RegistrationEvent } from '../../domain/decision/events.ts';
import { Role } from '../../domain/access/role.ts';
import type { RosterStepReport } from '../../domain/roster/messages.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { guardContextOf } from '../../infra/record/guard-context.ts';
import { findGraduate, lockGraduate } from '../../infra/record/load-graduate.ts';
import { writeEvents } from '../../infra/record/write-events.ts';
import { findRosterImport, type StoredImport } from '../../infra/roster/import-store.ts';
import { endSectionsDecision, findWaitingSections, type WaitingSections } from '../../infra/roster/section-batch.ts';
import type { Progress, RosterDependencies } from './dependencies.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * X19: carries out what the second person has said of the sections of an import, graduate by graduate, each by the decision of the desk and in a
 * transaction of its own. Run again it finds only those who still wait. `left` are graduates whom the rules refuse: they stay at the desk.
 */
export async function decideSections(dependencies: RosterDependencies, importId: string, progress: Progress): Promise<RosterStepReport> {
  const run = await findRosterImport(dependencies.pool, importId);
  if (!run) throw new Error('no such import');
  let [done, left, after] = [0, 0, nobody];
  if (run.sectionsDecision === null || run.sectionsDoneAt !== null) return { done, left };
  for (;;) {
    const waiting = await findWaitingSections(dependencies.pool, importId, after);
    if (waiting.length === 0) break;
    for (const graduate of waiting) {
      if (await decideOne(dependencies, run, graduate)) done += 1;
      else left += 1;
      after = graduate.graduateId;
      await progress(done + left);
    }
  }
  await endSectionsDecision(dependencies.pool, importId);
  return { done, left };
}

function decideOne(dependencies: RosterDependencies, run: StoredImport, { graduateId, versionIds }: WaitingSections): Promise<boolean> {
  const { pool, rulePacks, newId } = dependencies;
  const at = run.sectionsDecidedAt ?? 0;
  const actor = { id: run.sectionsDecidedBy ?? '', role: Role.parse(run.sectionsDecidedByRole) };
  return inTransaction(pool, async (connection) => {
    await lockGraduate(connection, graduateId);
    const loaded = await findGraduate(connection, graduateId);
    if (!loaded) throw new Error('no such graduate');
    const guard = await guardContextOf(rulePacks, loaded, at);
    const context = {
      ...guard,
      actor,
      proofedAt: null,
      newId,
      newNumber: () => {
        throw new Error('a review issues no number');
      },
    };
    const events: RegistrationEvent[] = [];
    let { state } = loaded;
    for (const versionId of versionIds) {
      const decision = decide(state, { type: 'DECIDE_REVIEW', payload: payloadOf(run, versionId) }, context);
      if (!decision.accepted) continue;
      events.push(...decision.events);
      state = decision.events.reduce((before, event) => evolve(before, event, at), state);
    }
    if (events.length === 0) return false;
    await writeEvents(connection, dependencies, loaded, events, guard, { at, actor, commandId: null });
    await connection.query('INSERT INTO "outbox" ("graduateId") VALUES ($1)', [graduateId]);
    return true;
  });
}

const payloadOf = ({ sectionsDecision, sectionsReason }: StoredImport, versionId: string) =>
  sectionsDecision === 'APPROVE'
    ? { decision: 'APPROVE', versionId }
    : { decision: 'RETURN', versionId, reason: 'OTHER', text: sectionsReason ?? '', fields: [] };

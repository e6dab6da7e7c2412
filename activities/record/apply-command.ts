import { decide } from '../../domain/decision/decide.ts';
import { refuse, type Decision, type DecisionContext, type GuardContext } from '../../domain/decision/decision.ts';
import type { StoredOutcome } from '../../domain/commands/outcome.ts';
import { CommandType } from '../../domain/commands/command.ts';
import { Role } from '../../domain/access/role.ts';
import { yearDigits } from '../../domain/calendar/graduation-month.ts';
import { composeTransferNumber, composeVerificationNumber } from '../../domain/numbers/compose-number.ts';
import { standingOf, type Standing } from '../../domain/lifecycle/standing.ts';
import type { GraduateState } from '../../domain/graduate/graduate-state.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { unlessTaken } from '../../infra/database/unique-violation.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { guardContextOf } from '../../infra/record/guard-context.ts';
import { findGraduate, lockGraduate, type LoadedGraduate } from '../../infra/record/load-graduate.ts';
import { writeEvents } from '../../infra/record/write-events.ts';
import type { CommandAnswer } from '../../workflows/ports.ts';
import type { RecordDependencies } from '../dependencies.ts';
import { answerOf } from './record-answer.ts';

interface CommandRow {
  id: string;
  graduateId: string;
  actorId: string;
  actorRole: string;
  type: string;
  payload: unknown;
  receivedAt: number;
  proofedAt: number | null;
  outcome: StoredOutcome | null;
}

const selectCommand = `SELECT "id", "graduateId", "actorId", "actorRole", "type", "payload", "receivedAt", "proofedAt", "outcome"
  FROM "command" WHERE "id" = $1 FOR UPDATE`;

const storeOutcome = `UPDATE "command" SET "outcome" = $2, "appliedAt" = app_now() WHERE "id" = $1`;

/** One transaction per transition: whoever runs it second finds the outcome of the first (activities run at least once). */
export function applyCommand(dependencies: RecordDependencies, commandId: string): Promise<CommandAnswer> {
  return inTransaction(dependencies.pool, async (connection) => {
    const { rows } = await connection.query<CommandRow>({ name: 'command', text: selectCommand, values: [commandId] });
    const [command] = rows;
    if (!command) throw new Error('no such command');
    if (!(await lockGraduate(connection, command.graduateId))) throw new Error('no such graduate');
    const loaded = await findGraduate(connection, command.graduateId);
    if (!loaded) throw new Error('no such graduate');
    const guard = await guardContextOf(dependencies.rulePacks, loaded, command.receivedAt);
    if (command.outcome) return { outcome: command.outcome.code, ...answerOf(loaded.state, standingOf(loaded.state, guard)) };
    return settle(dependencies, connection, command, loaded, guard);
  });
}

async function settle(
  dependencies: RecordDependencies,
  connection: Connection,
  command: CommandRow,
  loaded: LoadedGraduate,
  guard: GuardContext,
): Promise<CommandAnswer> {
  const actor = { id: command.actorId, role: Role.parse(command.actorRole) };
  const decision = decide(
    loaded.state,
    { type: CommandType.parse(command.type), payload: command.payload },
    contextOf(dependencies, loaded.state, command, actor, guard),
  );
  const unchanged = { state: loaded.state, standing: standingOf(loaded.state, guard) };
  const written = decision.accepted
    ? await unlessTaken(connection, () =>
        writeEvents(connection, dependencies, loaded, decision.events, guard, { at: command.receivedAt, actor, commandId: command.id }),
      )
    : { done: unchanged };
  // Only the record as a whole knows whose number it is.
  const taken: Decision | undefined =
    'taken' in written
      ? refuse('NUMBER_TAKEN', { fields: [written.taken.includes('studentNo') ? 'studentNo' : 'candidateNo'] })
      : undefined;
  const after: { state: GraduateState; standing: Standing } = 'taken' in written ? unchanged : written.done;
  const outcome = outcomeOf(taken ?? decision, after.state.version);
  await connection.query({ name: 'outcome', text: storeOutcome, values: [command.id, JSON.stringify(outcome)] });
  return { outcome: outcome.code, ...answerOf(after.state, after.standing) };
}

function contextOf(
  { newId, nextIndex }: RecordDependencies,
  state: GraduateState,
  command: CommandRow,
  actor: DecisionContext['actor'],
  guard: GuardContext,
): DecisionContext {
  const parts = { year2: yearDigits(state.basic.graduatedAt), schoolCode: state.schoolCode, nextIndex };
  return {
    ...guard,
    actor,
    proofedAt: command.proofedAt,
    newId,
    newNumber: (kind) => (kind === 'VERIFICATION' ? composeVerificationNumber(parts) : composeTransferNumber(parts)),
  };
}

/** Ids only: no number and no text stands in an outcome. */
function outcomeOf(decision: Decision, version: number): StoredOutcome {
  if (!decision.accepted) return { code: decision.refusal.code, refusal: decision.refusal, version };
  const ids = decision.events.flatMap((event): [string, string][] => {
    switch (event.type) {
      case 'SECTION_SUBMITTED':
        return [['versionId', event.version.id]];
      case 'GRANT_ISSUED':
        return [['grantId', event.grant.id]];
      case 'TRANSFER_NUMBER_ISSUED':
        return [['transferNumberId', event.transferNumber.id]];
      case 'SECTION_OPENED':
        return [['openingId', event.opening.id]];
      case 'EXCEPTION_REQUESTED':
        return [['exceptionId', event.exceptionId]];
      case 'TICKET_OPENED':
        return [['ticketId', event.ticketId]];
      default:
        return [];
    }
  });
  return { code: 'APPLIED', ids: Object.fromEntries(ids), version };
}

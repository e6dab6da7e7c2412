import { costOf, decideRosterChange } from '../../domain/roster/roster-change.ts';
import { Role } from '../../domain/access/role.ts';
import type { Decision, GuardContext } from '../../domain/decision/decision.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { unlessTaken } from '../../infra/database/unique-violation.ts';
import { identityIndex, identityNumberContext } from '../../infra/identity/identity-index.ts';
import { findGraduate, lockGraduate, type LoadedGraduate } from '../../infra/record/load-graduate.ts';
import { writeEvents } from '../../infra/record/write-events.ts';
import type { StoredImport } from '../../infra/roster/import-store.ts';
import type { RowChanges, SettledRow } from '../../infra/roster/settle-rows.ts';
import type { RosterDependencies } from './dependencies.ts';
import { problemAt, type JudgedRow } from './judge-chunk.ts';

type Changed = Extract<JudgedRow, { status: 'CHANGED' }>;

/** Everything a change of one graduate is decided with. */
export interface ChangeScope {
  readonly dependencies: RosterDependencies;
  readonly run: StoredImport;
  readonly guard: GuardContext;
}

/** What a change would cost, without making it. */
export async function previewChange(connection: Connection, scope: ChangeScope, entry: Changed): Promise<SettledRow> {
  const loaded = await findGraduate(connection, entry.graduateId);
  if (!loaded) throw new Error('no such graduate');
  return settled(entry, decide(scope, loaded, entry), 'CHANGED');
}

/** Makes the change, by the same decision, and tells the graduate's workflow. A number that somebody else has is a mistake of the row. */
export async function applyChange(connection: Connection, scope: ChangeScope, entry: Changed): Promise<SettledRow> {
  const { dependencies, run, guard } = scope;
  await lockGraduate(connection, entry.graduateId);
  const loaded = await findGraduate(connection, entry.graduateId);
  if (!loaded) throw new Error('no such graduate');
  const decision = decide(scope, loaded, entry);
  if (!decision.accepted) return settled(entry, decision, 'UPDATED');
  const actor = { id: run.uploadedBy, role: run.uploadedByRole };
  const written = await unlessTaken(connection, async () => {
    await writeEvents(connection, dependencies, loaded, decision.events, guard, { at: guard.now, actor, commandId: null });
    const versions = decision.events.flatMap((event) => (event.type === 'SECTION_SUBMITTED' ? [event.version.id] : []));
    await connection.query(
      'INSERT INTO "roster_import_section" ("versionId", "importId", "graduateId") SELECT unnest($1::uuid[]), $2, $3',
      [versions, run.id, entry.graduateId],
    );
    await connection.query('INSERT INTO "outbox" ("graduateId") VALUES ($1)', [entry.graduateId]);
  });
  if ('done' in written) return settled(entry, decision, 'UPDATED');
  const field = written.taken.includes('studentNo') ? 'studentNo' : 'candidateNo';
  return refused(entry, problemAt(field, 'NUMBER_TAKEN', entry.row.basic[field]));
}

function decide(
  { dependencies: { index, cipher, newId }, run, guard }: ChangeScope,
  { state }: LoadedGraduate,
  { row, change, graduateId }: Changed,
): Decision {
  return decideRosterChange(state, row, change, {
    ...guard,
    actor: { id: run.uploadedBy, role: Role.parse(run.uploadedByRole) },
    proofedAt: null,
    newId,
    newNumber: () => {
      throw new Error('a roster issues no number');
    },
    idNumberIndex: identityIndex(index, row.basic.idType, row.idNumber),
    sealedIdNumber: cipher.seal(row.idNumber, identityNumberContext(graduateId)),
  });
}

function settled(entry: Changed, decision: Decision, status: 'CHANGED' | 'UPDATED'): SettledRow {
  if (!decision.accepted) return refused(entry, problemAt('studentNo', 'UPDATE_REFUSED', entry.row.basic.studentNo));
  const { rowNumber, graduateId, problems, change } = entry;
  const changes: RowChanges = { fields: [...change.basic, ...change.placement], sections: change.sections, ...costOf(decision.events) };
  return { rowNumber, status, graduateId, problems, changes };
}

const refused = ({ rowNumber, problems }: Changed, problem: ReturnType<typeof problemAt>): SettledRow => ({
  rowNumber,
  status: 'INVALID',
  graduateId: null,
  problems: [...problems, problem],
  changes: null,
});

import { yearDigits } from '../../domain/calendar/graduation-month.ts';
import type { EventOf } from '../../domain/decision/events.ts';
import { transferNumberStep } from '../../domain/lifecycle/due-events.ts';
import { composeTransferNumber } from '../../domain/numbers/compose-number.ts';
import type { RulePack } from '../../domain/rule-packs/rule-pack.ts';
import type { Showable } from '../../domain/statements/shown-record.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { copyRows } from '../database/copy-rows.ts';
import type { Connection } from '../database/pool.ts';
import type { TakeStatusPlaces } from '../offline/status-places.ts';
import { auditValues, openAuditKey } from '../record/audit-rows.ts';
import { basicInformationOf, type BasicInformationRow } from '../record/basic-information.ts';
import type { NumberSeals } from '../record/number-seals.ts';
import { transferNumberRow } from '../record/rows-of-event.ts';
import { insertRows, runStatements } from '../roster/insert-rows.ts';
import type { Part, StoredBatch } from './batch-store.ts';
import { judgePart, type AcceptedRow } from './judge-set.ts';

export interface IssueDependencies {
  readonly cipher: FieldCipher;
  readonly seals: NumberSeals;
  readonly newId: () => string;
  readonly nextIndex: (bound: number) => number;
  readonly takeStatusPlaces: TakeStatusPlaces;
}

/** The next deadline is sooner or as it was; null is the lifecycle's to say, when it next looks. */
const advance = `UPDATE "graduate" g SET "version" = g."version" + 1, "updatedAt" = $1, "nextDeadline" = CASE WHEN g."nextDeadline" IS NULL THEN NULL ELSE least(g."nextDeadline", i."at") END
  FROM unnest($2::uuid[], $3::timestamptz[]) AS i("id", "at") WHERE g."id" = i."id"`;
const wake = 'INSERT INTO "outbox" ("graduateId") SELECT unnest($1::uuid[])';

/**
 * Issues the numbers of a part in the running transaction: the same rows as deciding one by one, set by set. Returns how many were
 * issued and how many skipped, each with its reason in the record.
 */
export async function issuePart(
  connection: Connection,
  dependencies: IssueDependencies,
  batch: StoredBatch,
  pack: RulePack,
  part: Part,
): Promise<{ issued: number; skipped: number }> {
  const { refused, accepted } = await judgePart(connection, batch, pack, part);
  const skipped = refused.map(({ id: graduateId, code }) => ({ batchId: batch.id, graduateId, code }));
  await runStatements(connection, insertRows('transfer_number_batch_skip', skipped));
  if (accepted.length === 0) return { issued: 0, skipped: skipped.length };
  const places = await dependencies.takeStatusPlaces(connection, 'TRANSFER', accepted.length);
  const [numbers, audits] = [[], []] as [ReturnType<typeof transferNumberRow>[], ReturnType<typeof auditValues>[]];
  const [at, actor] = [batch.requestedAt, { id: batch.requestedBy, role: batch.requestedByRole }];
  accepted.forEach((row, index) => {
    const event = eventOf(row, batch, dependencies);
    const state = { id: row.id, ...showableOf(row) };
    numbers.push(transferNumberRow(event, { state, at, actor, seals: dependencies.seals, place: places[index] ?? null }));
    const key = openAuditKey(dependencies.cipher, row.id, row.auditKeySealed);
    audits.push(auditValues(event, { at, actor, graduateId: row.id, schoolId: batch.schoolId, commandId: null, rulePack: pack.id, key }));
  });
  await copyRows(connection, 'transfer_number', numbers);
  await copyRows(connection, 'audit_event', audits);
  const ids = accepted.map(({ id }) => id);
  await connection.query({
    name: 'transfer-advance',
    text: advance,
    values: [new Date(at), ids, accepted.map(({ id, deadline }) => new Date(transferNumberStep(id, deadline)))],
  });
  await connection.query({ name: 'transfer-wake', text: wake, values: [ids] });
  return { issued: accepted.length, skipped: skipped.length };
}

function eventOf(row: AcceptedRow, { kind }: StoredBatch, { newId, nextIndex }: IssueDependencies): EventOf<'TRANSFER_NUMBER_ISSUED'> {
  const number = composeTransferNumber({ year2: yearDigits(row['graduatedAt'] as string), schoolCode: row.schoolCode, nextIndex });
  return { type: 'TRANSFER_NUMBER_ISSUED', transferNumber: { id: newId(), kind, status: 'ACTIVE', deadline: row.deadline }, number };
}

function showableOf(row: AcceptedRow): Showable {
  const section = (name: string) => ({ current: row[name] === null ? null : { content: row[name] as Readonly<Record<string, unknown>> } });
  return {
    schoolName: row.schoolName,
    basic: basicInformationOf(row as unknown as BasicInformationRow),
    sections: { DESTINATION: section('destination'), DOSSIER: section('dossier'), HUKOU: section('hukou') },
  };
}

import { judgeStatement, type OfflineAnswer } from '../../../domain/offline/judge-statement.ts';
import { verifyEd25519 } from '../../../domain/offline/ed25519.ts';
import { keysOf } from '../../../domain/offline/published-keys.ts';
import { findStatusList, listStatusLists } from '../../../infra/offline/find-status-lists.ts';
import { publishedKeys } from '../../../infra/offline/published-keys.ts';
import { findStatement } from '../../../infra/statements/find-statement.ts';
import { adminActor, graduateActor, run, seenBasic, seenRecord } from '../record/commands.ts';
import { homeDossier, studyDestination } from '../record/contents.ts';
import { evidenceOf } from '../record/evidence.ts';
import { createGraduate, createSchool, type GraduateFixture, type SchoolFixture } from '../record/graduates.ts';
import { submit } from '../record/registration.ts';
import type { TestRecord } from '../record/test-record.ts';

/** Somebody who may be issued a number. */
export interface Confirmed {
  readonly record: TestRecord;
  readonly school: SchoolFixture;
  readonly graduate: GraduateFixture;
}

/** So long ago everything here has happened, so that a list made now is younger and no test waits for the second to pass. */
const agoMs = 60_000;

/** A graduate with destination and dossier, 确认无误. */
export async function confirmedGraduate(record: TestRecord): Promise<Confirmed> {
  const school = await createSchool(record.pool);
  const graduate = await createGraduate(record.pool, record, school);
  const actor = graduateActor(graduate);
  const at = Date.now() - 2 * agoMs;
  await run(
    record,
    graduate.graduateId,
    actor,
    'CHECK_BASIC_INFORMATION',
    { digest: await seenBasic(record, graduate.graduateId) },
    { at },
  );
  await submit(record, school, graduate, 'DESTINATION', studyDestination, [await evidenceOf(record, graduate, 'DESTINATION')], at);
  await submit(record, school, graduate, 'DOSSIER', homeDossier, [], at);
  await run(record, graduate.graduateId, actor, 'CONFIRM', { digest: await seenRecord(record, graduate.graduateId) }, { at });
  return { record, school, graduate };
}

/** A grant of the dossier; returns its id. */
export async function issueGrant({ record, graduate }: Confirmed): Promise<string> {
  const at = Date.now() - agoMs;
  const outcome = await run(
    record,
    graduate.graduateId,
    graduateActor(graduate),
    'ISSUE_GRANT',
    { kind: 'DOSSIER', endDate: '2027-12-31' },
    { at, proofedAt: at },
  );
  return issued(outcome.code, outcome.ids?.grantId);
}

/** A transfer number of the dossier; returns its id. */
export async function issueTransferNumber({ record, school, graduate }: Confirmed): Promise<string> {
  const outcome = await run(
    record,
    graduate.graduateId,
    adminActor(school),
    'ISSUE_TRANSFER_NUMBER',
    { kind: 'DOSSIER' },
    { at: Date.now() - agoMs },
  );
  return issued(outcome.code, outcome.ids?.transferNumberId);
}

function issued(code: string, id: string | undefined): string {
  if (id === undefined) throw new Error(`not issued: ${code}`);
  return id;
}

const settings = {
  issuer: { zh: '示例签发机构', en: 'Sample issuer' },
  sourceNote: { zh: '样例数据', en: 'Sample data' },
  specimen: true,
  publicUrl: 'https://example.com',
};

/** What the QR code of a number holds. */
export async function printedCode(record: TestRecord, numberKind: 'VERIFICATION' | 'TRANSFER', id: string): Promise<string> {
  const { content } = await findStatement(
    { ...record, offlineSigning: record.keyring.offlineSigning, settings },
    { type: 'NUMBER', numberKind, id },
  );
  if (!content.number) throw new Error('a numbered statement has no number');
  return content.number.qrContent;
}

/** What a reader says at an instant that has loaded everything there is at this moment. */
export async function judgeNow({ pool, keyring }: TestRecord, code: string, now: number): Promise<OfflineAnswer> {
  const lists = new Map<number, Uint8Array>();
  for (const { list } of await listStatusLists(pool)) {
    const found = await findStatusList(pool, list);
    if (found) lists.set(list, found.content);
  }
  return judgeStatement(code, { keys: keysOf(publishedKeys(keyring.offlineSigning)), lists, now, verifySignature: verifyEd25519 });
}

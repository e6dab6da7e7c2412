import { homeDossier, studyDestination } from '../../support/record/contents.ts';
import { adminActor, graduateActor, run, seenBasic, seenRecord } from '../../support/record/commands.ts';
import { evidenceOf } from '../../support/record/evidence.ts';
import { submit } from '../../support/record/registration.ts';
import type { StoredOutcome } from '../../../domain/commands/outcome.ts';
import type { TestApplication } from './application.ts';
import type { SchoolWithPeople } from './people.ts';

// A graduate is brought to where a test begins by the record itself; what the test is about goes over HTTP.

async function applied(outcome: Promise<StoredOutcome>): Promise<StoredOutcome> {
  const result = await outcome;
  if (result.code !== 'APPLIED') throw new Error(`expected APPLIED, got ${result.code}`);
  return result;
}

/** The gate is open (R6). */
export async function checked({ record }: TestApplication, { graduate }: SchoolWithPeople): Promise<void> {
  const digest = await seenBasic(record, graduate.graduateId);
  await applied(run(record, graduate.graduateId, graduateActor(graduate), 'CHECK_BASIC_INFORMATION', { digest }));
}

/** Destination and dossier approved; returns their versions. */
export async function registered(app: TestApplication, people: SchoolWithPeople): Promise<{ destination: string; dossier: string }> {
  const { record } = app;
  const { school, graduate } = people;
  await checked(app, people);
  const evidence = [await evidenceOf(record, graduate, 'DESTINATION')];
  return {
    destination: await submit(record, school, graduate, 'DESTINATION', studyDestination, evidence, Date.now()),
    dossier: await submit(record, school, graduate, 'DOSSIER', homeDossier, [], Date.now()),
  };
}

/** 确认无误. */
export async function confirmed(app: TestApplication, people: SchoolWithPeople): Promise<void> {
  const { record } = app;
  const { graduate } = people;
  await registered(app, people);
  const digest = await seenRecord(record, graduate.graduateId);
  await applied(run(record, graduate.graduateId, graduateActor(graduate), 'CONFIRM', { digest }));
}

/** With a live grant and a live transfer number of the dossier. */
export async function numbered(app: TestApplication, people: SchoolWithPeople): Promise<{ grantId: string; transferNumberId: string }> {
  const { record } = app;
  const { school, graduate } = people;
  await confirmed(app, people);
  const grant = await applied(
    run(
      record,
      graduate.graduateId,
      graduateActor(graduate),
      'ISSUE_GRANT',
      { kind: 'DOSSIER', endDate: '2027-12-31' },
      { proofedAt: Date.now() },
    ),
  );
  const transfer = await applied(run(record, graduate.graduateId, adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' }));
  return { grantId: grant.ids?.grantId ?? '', transferNumberId: transfer.ids?.transferNumberId ?? '' };
}

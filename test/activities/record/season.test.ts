import { evidenceOf } from '../../support/record/evidence.ts';
import {
  adminActor,
  collegeActor,
  graduateActor,
  run,
  schoolActor,
  seenBasic,
  seenRecord,
  stateOf,
} from '../../support/record/commands.ts';
import { employment, homeDossier, homeHukou, pendingDestination } from '../../support/record/contents.ts';
import { createGraduate, createSchool, type GraduateFixture, type SchoolFixture } from '../../support/record/graduates.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { approve, submit } from '../../support/record/registration.ts';

let record: TestRecord;
let school: SchoolFixture;
let graduate: GraduateFixture;

/** 10 June 2027, noon in Shanghai: before the departure of the cohort. */
const june = Date.parse('2027-06-10T12:00:00+08:00');

beforeAll(async () => {
  record = await openTestRecord();
  school = await createSchool(record.pool);
});
afterAll(() => record.close());
beforeEach(async () => {
  graduate = await createGraduate(record.pool, record, school);
});

async function registerEverything(): Promise<void> {
  const { graduateId } = graduate;
  await run(
    record,
    graduateId,
    graduateActor(graduate),
    'CHECK_BASIC_INFORMATION',
    { digest: await seenBasic(record, graduateId) },
    { at: june },
  );
  await submit(record, school, graduate, 'DESTINATION', employment, [await evidenceOf(record, graduate, 'DESTINATION')], june);
  await submit(record, school, graduate, 'DOSSIER', homeDossier, [], june);
  await submit(record, school, graduate, 'HUKOU', homeHukou, [], june);
}

async function confirmAndGrant(): Promise<void> {
  const { graduateId } = graduate;
  expect(
    (await run(record, graduateId, graduateActor(graduate), 'CONFIRM', { digest: await seenRecord(record, graduateId) }, { at: june }))
      .code,
  ).toBe('APPLIED');
  for (const kind of ['DOSSIER', 'HUKOU']) {
    expect(
      (
        await run(
          record,
          graduateId,
          graduateActor(graduate),
          'ISSUE_GRANT',
          { kind, endDate: '2027-07-10' },
          { at: june, proofedAt: june },
        )
      ).code,
    ).toBe('APPLIED');
    expect((await run(record, graduateId, adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind }, { at: june })).code).toBe('APPLIED');
  }
}

async function notificationsTo(recipientId: string): Promise<string[]> {
  const { rows } = await record.pool.query<{ event: string }>(
    'SELECT "event" FROM "notification" WHERE "recipientId" = $1 AND "graduateId" = $2 ORDER BY "createdAt", "event"',
    [recipientId, graduate.graduateId],
  );
  return rows.map(({ event }) => event);
}

async function auditActions(): Promise<string[]> {
  const { rows } = await record.pool.query<{ action: string }>(
    'SELECT "action" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq"',
    [graduate.graduateId],
  );
  return rows.map(({ action }) => action);
}

describe('one graduate on the record', () => {
  it('R14 R21 R26 R28 goes from the roster to two grants and two transfer numbers', async () => {
    await registerEverything();
    expect((await stateOf(record, graduate.graduateId)).confirmation.status).toBe('UNCONFIRMED');
    await confirmAndGrant();
    const state = await stateOf(record, graduate.graduateId);
    expect(state.stage).toBe('CONFIRMED');
    expect(state.grants.map(({ kind, status }) => [kind, status])).toEqual([
      ['DOSSIER', 'ACTIVE'],
      ['HUKOU', 'ACTIVE'],
    ]);
    expect(state.transferNumbers).toHaveLength(2);
    expect(await auditActions()).toEqual([
      'BASIC_INFORMATION_CHECKED',
      ...['SECTION_SUBMITTED', 'SECTION_FORWARDED', 'SECTION_APPROVED', 'CONFIRMATION_CHANGED'],
      ...['SECTION_SUBMITTED', 'SECTION_FORWARDED', 'SECTION_APPROVED'],
      ...['SECTION_SUBMITTED', 'SECTION_FORWARDED', 'SECTION_APPROVED'],
      'CONFIRMATION_CHANGED',
      'GRANT_ISSUED',
      'TRANSFER_NUMBER_ISSUED',
      'GRANT_ISSUED',
      'TRANSFER_NUMBER_ISSUED',
    ]);
    expect(await notificationsTo(graduate.graduateId)).toEqual([
      'grant.issued',
      'grant.issued',
      'review.decided',
      'review.decided',
      'review.decided',
    ]);
  });

  it('R21 R32 R38 X4 a key change of the dossier returns the graduate to 未确认 and kills all four numbers', async () => {
    await registerEverything();
    await confirmAndGrant();
    await submit(record, school, graduate, 'DOSSIER', { ...homeDossier, address: '示例路2号' }, [], june);
    const state = await stateOf(record, graduate.graduateId);
    expect(state.confirmation.status).toBe('UNCONFIRMED');
    expect(state.grants.map(({ status }) => status)).toEqual(['INVALIDATED', 'INVALIDATED']);
    expect(state.transferNumbers.map(({ status }) => status)).toEqual(['INVALIDATED', 'INVALIDATED']);
    expect(await notificationsTo(graduate.graduateId)).toEqual(expect.arrayContaining(['confirm.required_again', 'grant.invalidated']));
    expect(await notificationsTo(school.schoolId)).toEqual(['transfer_number.invalidated']);
    expect((await auditActions()).slice(-6)).toEqual([
      'SECTION_APPROVED',
      'CONFIRMATION_CHANGED',
      'GRANT_ENDED',
      'GRANT_ENDED',
      'TRANSFER_NUMBER_ENDED',
      'TRANSFER_NUMBER_ENDED',
    ]);
  });

  it('R24 X12 a change of the postcode alone kills nothing', async () => {
    await registerEverything();
    await confirmAndGrant();
    await submit(record, school, graduate, 'DOSSIER', { ...homeDossier, postcode: '100190' }, [], june);
    const state = await stateOf(record, graduate.graduateId);
    expect(state.confirmation.status).toBe('CONFIRMED');
    expect(state.grants.every(({ status }) => status === 'ACTIVE')).toBe(true);
    expect(state.sections.DOSSIER.current?.content.postcode).toBe('100190');
  });

  it('X11 an unsettled graduate may confirm, and R11 nobody grants before confirming', async () => {
    const { graduateId } = graduate;
    await run(
      record,
      graduateId,
      graduateActor(graduate),
      'CHECK_BASIC_INFORMATION',
      { digest: await seenBasic(record, graduateId) },
      { at: june },
    );
    await submit(record, school, graduate, 'DESTINATION', pendingDestination, [], june);
    const early = await run(
      record,
      graduateId,
      graduateActor(graduate),
      'ISSUE_GRANT',
      { kind: 'DOSSIER', endDate: '2027-07-10' },
      { at: june, proofedAt: june },
    );
    expect(early).toMatchObject({ code: 'NOT_CONFIRMED', refusal: { clause: 'R11' } });
    expect(
      (await run(record, graduateId, graduateActor(graduate), 'CONFIRM', { digest: await seenRecord(record, graduateId) }, { at: june }))
        .code,
    ).toBe('APPLIED');
  });

  it('R14 a submission that was decided is refused to the second reviewer', async () => {
    await registerEverything();
    const { graduateId } = graduate;
    const submitted = await run(
      record,
      graduateId,
      graduateActor(graduate),
      'SUBMIT_SECTION',
      {
        section: 'DOSSIER',
        content: { ...homeDossier, address: '示例路3号' },
        evidenceIds: [],
        basedOn: (await stateOf(record, graduateId)).sections.DOSSIER.current?.id,
      },
      { at: june },
    );
    const versionId = submitted.ids?.versionId;
    await approve(record, collegeActor(school), graduateId, versionId, june);
    const again = await run(record, graduateId, collegeActor(school), 'DECIDE_REVIEW', { decision: 'APPROVE', versionId }, { at: june });
    expect(again.code).toBe('WRONG_DESK');
    await approve(record, schoolActor(school), graduateId, versionId, june);
    expect(
      (await run(record, graduateId, schoolActor(school), 'DECIDE_REVIEW', { decision: 'APPROVE', versionId }, { at: june })).code,
    ).toBe('SUBMISSION_CHANGED');
  });
});

import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { residentIdCheckDigit } from '../../domain/identity-documents/resident-id.ts';
import { employment, homeDossier, studyDestination } from '../support/record/contents.ts';
import { evidenceOf } from '../support/record/evidence.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import type { Reply } from './support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { checked, confirmed, registered } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
});

const own = () => `/api/graduates/${people.graduate.graduateId}`;

/** Everything that a refused request must leave as it was. */
async function footprint(): Promise<unknown> {
  const { rows } = await app.record.pool.query(
    `SELECT to_jsonb(g) AS "graduate", (SELECT count(*) FROM "section_version" WHERE "graduateId" = g."id") AS "versions", (SELECT count(*) FROM "audit_event" WHERE "graduateId" = g."id") AS "audit",
      (SELECT count(*) FROM "notification" WHERE "graduateId" = g."id") AS "notifications", (SELECT count(*) FROM "verification_grant" WHERE "graduateId" = g."id") AS "grants"
     FROM "graduate" g WHERE g."id" = $1`,
    [people.graduate.graduateId],
  );
  return rows;
}

interface Expected {
  readonly status: number;
  readonly code: ErrorCode;
  readonly fields?: readonly (readonly [string, string])[];
}

/** Refused with a stable code and words in both languages, and nothing has changed. */
async function expectRefused(send: () => Promise<Reply>, { status, code, fields }: Expected): Promise<void> {
  const before = await footprint();
  const reply = await send();
  expect({
    status: reply.status,
    code: reply.body?.code,
    fields: reply.body?.fields?.map((fault: { field: string; code: string }) => [fault.field, fault.code]),
  }).toEqual({ status, code, fields });
  expect(reply.body.words).toMatchObject({ zh: errors[code].zh, en: errors[code].en });
  for (const { zh, en } of reply.body.fields ?? [])
    expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}|PDF/u), expect.stringMatching(/[A-Za-z]{3}/)]);
  expect(await footprint()).toEqual(before);
}

const submit =
  (section: string, content: unknown, rest: Readonly<Record<string, unknown>> = {}) =>
  () =>
    people.clients.graduate.post(`${own()}/sections/${section}/submissions`, { content, evidenceIds: [], basedOn: null, ...rest });

describe('bad input to a section (issue, section 6)', () => {
  beforeEach(() => checked(app, people));

  it.each<[string, string, unknown, [string, string][]]>([
    ['an unknown field', 'DOSSIER', { ...homeDossier, salary: 1 }, [['content.salary', 'FIELD_UNKNOWN']]],
    ['a wrong type', 'DOSSIER', { ...homeDossier, note: 5 }, [['content.note', 'TYPE_WRONG']]],
    ['a missing field', 'DOSSIER', { ...homeDossier, note: undefined }, [['content.note', 'REQUIRED']]],
    ['R17 a note of 201 characters', 'DOSSIER', { ...homeDossier, note: '字'.repeat(201) }, [['content.note', 'TEXT_TOO_LONG']]],
    ['a control character', 'DOSSIER', { ...homeDossier, note: 'a\u0007b' }, [['content.note', 'TEXT_CONTROL_CHARACTER']]],
    [
      'a character that turns the direction of text',
      'DOSSIER',
      { ...homeDossier, note: 'a\u202eb' },
      [['content.note', 'TEXT_INVISIBLE_CHARACTER']],
    ],
    ['a region that does not exist', 'DOSSIER', { ...homeDossier, region: '999999' }, [['content.region', 'REGION_UNKNOWN']]],
    ['a transfer type that is none of the six', 'DOSSIER', { ...homeDossier, type: 'MOON' }, [['content.type', 'CODE_UNKNOWN']]],
    ['a postcode of five digits', 'DOSSIER', { ...homeDossier, postcode: '10019' }, [['content.postcode', 'POSTCODE_INVALID']]],
    [
      'a credit code with a wrong check digit',
      'DESTINATION',
      { ...employment, creditCode: '91350100M000100Y44' },
      [['content.creditCode', 'CREDIT_CODE_CHECK']],
    ],
    [
      'a credit code with a letter it cannot have',
      'DESTINATION',
      { ...employment, creditCode: '91350100M000100I43' },
      [['content.creditCode', 'CREDIT_CODE_CHARACTER']],
    ],
    ['a start on 30 February', 'DESTINATION', { ...employment, startDate: '2027-02-30' }, [['content.startDate', 'DATE_IMPOSSIBLE']]],
    [
      'an employer without its fields',
      'DESTINATION',
      { code: '10', entityName: '示例公司', creditCode: employment.creditCode, entityRegion: '110102' },
      [
        ['content.industry', 'REQUIRED'],
        ['content.nature', 'REQUIRED'],
        ['content.jobCategory', 'REQUIRED'],
      ],
    ],
  ])('%s', async (_, section, content, fields) => {
    await expectRefused(submit(section, content), { status: 400, code: 'INVALID_REQUEST', fields });
  });

  it('an unknown field beside the content', () =>
    expectRefused(submit('DOSSIER', homeDossier, { status: 'APPROVED' }), {
      status: 400,
      code: 'INVALID_REQUEST',
      fields: [['status', 'FIELD_UNKNOWN']],
    }));
  it('content that is no object', () =>
    expectRefused(submit('DOSSIER', 'text'), { status: 400, code: 'INVALID_REQUEST', fields: [['content', 'TYPE_WRONG']] }));
  it('a section that does not exist', () =>
    expectRefused(submit('PET', homeDossier), { status: 400, code: 'INVALID_REQUEST', fields: [['section', 'VALUE_WRONG']] }));

  it('R18 evidence that is missing for its type', () =>
    expectRefused(submit('DOSSIER', { ...homeDossier, type: 'CUSTODIAN' }), {
      status: 422,
      code: 'EVIDENCE_REQUIRED',
      fields: [['evidenceIds', 'EVIDENCE_REQUIRED']],
    }));
  it('R17 a fourth image', async () => {
    const evidenceIds = await Promise.all([1, 2, 3, 4].map(() => evidenceOf(app.record, people.graduate, 'DOSSIER')));
    await expectRefused(submit('DOSSIER', homeDossier, { evidenceIds }), {
      status: 422,
      code: 'TOO_MANY_IMAGES',
      fields: [['evidenceIds', 'TOO_MANY_IMAGES']],
    });
  });
  it('evidence of somebody else', async () => {
    const other = await schoolWithPeople(app);
    const evidenceIds = [await evidenceOf(app.record, other.graduate, 'DOSSIER')];
    await expectRefused(submit('DOSSIER', homeDossier, { evidenceIds }), {
      status: 422,
      code: 'EVIDENCE_UNKNOWN',
      fields: [['evidenceIds', 'EVIDENCE_UNKNOWN']],
    });
  });
  it('a form that was opened before the version in force', () =>
    expectRefused(submit('DOSSIER', homeDossier, { basedOn: app.record.newId() }), { status: 409, code: 'RECORD_CHANGED' }));
});

describe('bad input to the rest (issue, section 6)', () => {
  it('R27 R33 an end date in the past, beyond the service, or that does not exist', async () => {
    await confirmed(app, people);
    const grant = (endDate: string) => () => people.clients.graduate.post(`${own()}/grants`, { kind: 'DOSSIER', endDate });
    await expectRefused(grant('2020-01-01'), { status: 422, code: 'END_DATE_PAST', fields: [['endDate', 'END_DATE_PAST']] });
    await expectRefused(grant('2028-01-01'), {
      status: 422,
      code: 'END_DATE_BEYOND_SERVICE',
      fields: [['endDate', 'END_DATE_BEYOND_SERVICE']],
    });
    await expectRefused(grant('2027-13-01'), { status: 400, code: 'INVALID_REQUEST', fields: [['endDate', 'DATE_IMPOSSIBLE']] });
  });

  it('R26 a grant without a fresh identity proofing', async () => {
    await confirmed(app, people);
    await app.record.pool.query('UPDATE "session" SET "proofedAt" = app_now() - interval \'11 minutes\' WHERE "accountId" = $1', [
      people.graduate.accountId,
    ]);
    await expectRefused(() => people.clients.graduate.post(`${own()}/grants`, { kind: 'DOSSIER', endDate: '2027-12-31' }), {
      status: 403,
      code: 'PROOFING_REQUIRED',
    });
  });

  it('a decision on a submission that has changed', async () => {
    const { dossier } = await registered(app, people);
    await expectRefused(() => people.clients.collegeReviewer.post(`/api/reviews/${dossier}/decision`, { decision: 'APPROVE' }), {
      status: 409,
      code: 'SUBMISSION_CHANGED',
    });
  });

  it('a return without words, or with a reason that is none', async () => {
    const { dossier } = await registered(app, people);
    const decide = (body: unknown) => () => people.clients.collegeReviewer.post(`/api/reviews/${dossier}/decision`, body);
    await expectRefused(decide({ decision: 'RETURN', reason: 'OTHER', text: '', fields: [] }), {
      status: 400,
      code: 'INVALID_REQUEST',
      fields: [['text', 'REQUIRED']],
    });
    await expectRefused(decide({ decision: 'RETURN', reason: 'MOOD', text: '不行', fields: [] }), {
      status: 400,
      code: 'INVALID_REQUEST',
      fields: [['reason', 'VALUE_WRONG']],
    });
    await expectRefused(decide({ decision: 'MAYBE' }), { status: 400, code: 'INVALID_REQUEST', fields: [['decision', 'VALUE_WRONG']] });
    await expectRefused(decide({ decision: 'APPROVE', text: '好' }), {
      status: 400,
      code: 'INVALID_REQUEST',
      fields: [['text', 'FIELD_UNKNOWN']],
    });
  });

  it('R6 R21 a check or confirmation of a record that has changed', async () => {
    await expectRefused(() => people.clients.graduate.post(`${own()}/basic-information/check`, { digest: 'f'.repeat(64) }), {
      status: 409,
      code: 'RECORD_CHANGED',
    });
    await registered(app, people);
    await expectRefused(() => people.clients.graduate.post(`${own()}/confirmation/confirm`, { digest: 'f'.repeat(64) }), {
      status: 409,
      code: 'RECORD_CHANGED',
    });
    // The refusal brings the record as it is now, so that the difference to what was seen can be shown.
    const stale = await people.clients.graduate.post(`${own()}/confirmation/confirm`, { digest: 'e'.repeat(64) });
    const fresh = await people.clients.graduate.get(own());
    expect(stale.body.current.confirmation.recordDigest).toBe(fresh.body.confirmation.recordDigest);
  });

  it('R55 a correction after the cutoff', async () => {
    await app.record.pool.query('UPDATE "graduate" SET "cohort" = 2025 WHERE "id" = $1', [people.graduate.graduateId]);
    const correct = () =>
      people.clients.schoolAdmin.post(`${own()}/basic-information/correction`, { changes: { major: '逻辑学' }, reason: '更正' });
    await expectRefused(correct, { status: 409, code: 'AFTER_CUTOFF' });
  });

  it.each<[string, Record<string, unknown>, [string, string][]]>([
    ['an ID number with a wrong check digit', { idNumber: '110105194912310020' }, [['changes.idNumber', 'ID_CHECK_DIGIT']]],
    ['an ID number with an impossible date', { idNumber: '110105194902300029' }, [['changes.idNumber', 'ID_DATE_IMPOSSIBLE']]],
    [
      'an ID number of a region that never was',
      { idNumber: `99010519491231002${residentIdCheckDigit('99010519491231002')}` },
      [['changes.idNumber', 'ID_REGION_UNKNOWN']],
    ],
    ['an ID number that is too short', { idNumber: '1101051949' }, [['changes.idNumber', 'ID_LENGTH']]],
    ['another type of document without its number', { idType: 'PASSPORT' }, [['changes.idNumber', 'REQUIRED']]],
    [
      'dates out of order',
      { enrolledAt: '202709' },
      [
        ['changes.enrolledAt', 'DATES_OUT_OF_ORDER'],
        ['changes.graduatedAt', 'DATES_OUT_OF_ORDER'],
      ],
    ],
    ['a month that does not exist', { graduatedAt: '202713' }, [['changes.graduatedAt', 'MONTH_IMPOSSIBLE']]],
    ['R7 a field that is the graduate’s', { phone: '13800000000' }, [['changes.phone', 'FIELD_UNKNOWN']]],
    ['an index in place of a number', { idNumberIndex: 'k1.x' }, [['changes.idNumberIndex', 'FIELD_UNKNOWN']]],
    ['nothing at all', {}, [['changes', 'REQUIRED']]],
  ])('R7 a correction with %s', async (_, changes, fields) => {
    await expectRefused(() => people.clients.schoolAdmin.post(`${own()}/basic-information/correction`, { changes, reason: '更正' }), {
      status: 400,
      code: 'INVALID_REQUEST',
      fields,
    });
  });

  it('R12 a hukou that was not transferred into the school', async () => {
    await app.record.pool.query('UPDATE "graduate" SET "hukouInSchool" = false WHERE "id" = $1', [people.graduate.graduateId]);
    await checked(app, people);
    await expectRefused(submit('HUKOU', { type: 'HOME', region: '110108' }), { status: 409, code: 'HUKOU_NOT_IN_SCHOOL' });
  });

  it('R15 content equal to what is in force', async () => {
    const { destination } = await registered(app, people);
    const {
      rows: [version],
    } = await app.record.pool.query<{ evidenceIds: string[] }>('SELECT "evidenceIds" FROM "section_version" WHERE "id" = $1', [
      destination,
    ]);
    await expectRefused(submit('DESTINATION', studyDestination, { basedOn: destination, evidenceIds: version?.evidenceIds }), {
      status: 422,
      code: 'NO_CHANGE',
    });
  });

  it.each<[string, unknown, [string, string][]]>([
    ['neither name nor token', { number: '2710001ABCDEFGH' }, [['name', 'REQUIRED']]],
    ['a name without a number', { name: '示例' }, [['number', 'REQUIRED']]],
    ['a token beside a name', { token: 'x', name: '示例' }, [['token', 'VALUE_WRONG']]],
    ['something unknown', { name: '示例', number: '1', school: '10001' }, [['school', 'FIELD_UNKNOWN']]],
  ])('R49 a verification with %s', async (_, body, fields) => {
    await expectRefused(() => people.clients.graduate.post('/api/verification/dossier', body), {
      status: 400,
      code: 'INVALID_REQUEST',
      fields,
    });
  });
});

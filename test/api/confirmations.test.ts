import { graduateActor, run, seenRecord } from '../support/record/commands.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import type { Client } from './support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { confirmed, registered } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
});

const idOf = ({ graduate }: SchoolWithPeople): string => graduate.graduateId;
async function another(overrides: Readonly<Record<string, unknown>> = {}): Promise<SchoolWithPeople> {
  return { ...people, graduate: await createGraduate(app.record.pool, app.record, people.school, overrides) };
}
const dispute = async (who: SchoolWithPeople) =>
  run(app.record, idOf(who), graduateActor(who.graduate), 'DISPUTE', {
    digest: await seenRecord(app.record, idOf(who)),
    text: '单位名称有误',
    fields: ['entityName'],
  });
/** The source of a destination cannot be changed by the application. */
const fromImport = async (who: SchoolWithPeople) => {
  await app.record.pool.query(
    `INSERT INTO "section_version" ("id", "graduateId", "section", "intent", "source", "status", "content", "contentDigest", "evidenceIds", "submittedAt", "statusSince")
    VALUES ($1, $2, 'DESTINATION', 'SET', 'IMPORT', 'APPROVED', '{"code": "70"}', '', '{}', app_now(), app_now())`,
    [app.record.newId(), idOf(who)],
  );
  await app.record.pool.query(`UPDATE "graduate" SET "confirmationStatus" = 'UNCONFIRMED' WHERE "id" = $1`, [idOf(who)]);
};
const listed = async (client: Client, query: string): Promise<string[]> =>
  (await client.get(`/api/confirmations?${query}`)).body.items.map(({ graduateId }: { graduateId: string }) => graduateId);

/** One unreported, one imported and unconfirmed, one confirmed, one disputed, in two majors and classes. */
async function season() {
  const [imported, done, wrong] = [
    await another({ className: '二班' }),
    await another({ className: '二班' }),
    await another({ major: '逻辑学', className: '二班' }),
  ];
  await fromImport(imported);
  await confirmed(app, done);
  await registered(app, wrong);
  await dispute(wrong);
  return { fresh: people, imported, done, wrong };
}

describe('statistics of the confirmation', () => {
  it('R53 count by data source and status, for the school, and for each college, major and class', async () => {
    await season();
    const elsewhere = await schoolWithPeople(app);
    const { schoolAdmin, counsellor } = people.clients;
    const lines = async (client: Client, query = '') => (await client.get(`/api/confirmations/statistics?${query}`)).body.lines;
    const counts = (graduates: number, statuses: object) => ({
      graduates,
      statuses: { NOT_REPORTED: 0, UNCONFIRMED: 0, CONFIRMED: 0, DISPUTED: 0, ...statuses },
    });
    expect(await lines(schoolAdmin)).toEqual([
      {
        cohort: 2027,
        collegeId: null,
        college: null,
        major: null,
        className: null,
        ...counts(4, { NOT_REPORTED: 1, UNCONFIRMED: 1, CONFIRMED: 1, DISPUTED: 1 }),
        sources: [
          { source: 'GRADUATE', ...counts(2, { CONFIRMED: 1, DISPUTED: 1 }) },
          { source: 'IMPORT', ...counts(1, { UNCONFIRMED: 1 }) },
          { source: 'NONE', ...counts(1, { NOT_REPORTED: 1 }) },
        ],
      },
    ]);
    expect(await lines(schoolAdmin, 'by=COLLEGE')).toMatchObject([
      { college: '示例学院', collegeId: people.school.collegeId, major: null, graduates: 4 },
    ]);
    expect(
      new Set(
        (await lines(schoolAdmin, 'by=MAJOR')).map(({ major, graduates }: { major: string; graduates: number }) => `${major} ${graduates}`),
      ),
    ).toEqual(new Set(['哲学 3', '逻辑学 1']));
    expect(
      new Set(
        (await lines(schoolAdmin, 'by=CLASS')).map(
          ({ className, graduates }: { className: string; graduates: number }) => `${className} ${graduates}`,
        ),
      ),
    ).toEqual(new Set(['一班 1', '二班 3']));
    expect(await lines(schoolAdmin, 'source=IMPORT&by=CLASS')).toMatchObject([
      { className: '二班', graduates: 1, statuses: { UNCONFIRMED: 1 } },
    ]);
    expect(await lines(counsellor)).toMatchObject([{ graduates: 1 }]);
    expect(await lines(elsewhere.clients.schoolAdmin)).toMatchObject([{ graduates: 1, statuses: { NOT_REPORTED: 1 } }]);
    expect((await people.clients.graduate.get('/api/confirmations/statistics')).status).toBe(403);
  });
});

describe('the list of confirmations', () => {
  it('R22 R53 is filtered by source, status, major, class and disputed field, and shows the dispute with its words', async () => {
    const { fresh, imported, done, wrong } = await season();
    const { schoolAdmin } = people.clients;
    const found = async (query: string) => (await listed(schoolAdmin, query)).sort();
    expect(await found('source=GRADUATE')).toEqual([idOf(done), idOf(wrong)].sort());
    expect(await found('source=NONE')).toEqual([idOf(fresh)]);
    expect(await found('source=IMPORT&status=UNCONFIRMED')).toEqual([idOf(imported)]);
    expect(await found(`major=${encodeURIComponent('逻辑学')}`)).toEqual([idOf(wrong)]);
    expect(await found(`className=${encodeURIComponent('一班')}`)).toEqual([idOf(fresh)]);
    expect(await found('disputedField=entityName')).toEqual([idOf(wrong)]);
    expect(await found('disputedField=entityRegion')).toEqual([]);
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect(await found(`changedUntil=${encodeURIComponent(soon)}`)).toEqual([idOf(done), idOf(wrong)].sort());
    expect(await found(`changedFrom=${encodeURIComponent(soon)}`)).toEqual([]);
    expect((await schoolAdmin.get('/api/confirmations?status=DISPUTED')).body.items).toMatchObject([
      {
        graduateId: idOf(wrong),
        source: 'GRADUATE',
        major: '逻辑学',
        changedAt: expect.any(String),
        remindedAt: null,
        history: [{ status: 'DISPUTED', disputeText: '单位名称有误', disputeFields: ['entityName'] }, { status: 'UNCONFIRMED' }],
      },
    ]);
    expect((await schoolAdmin.get(`/api/graduates/${idOf(wrong)}`)).body.confirmation.history[0]).toMatchObject({
      status: 'DISPUTED',
      disputeText: '单位名称有误',
    });
  });

  it('R53 X31 those chosen from it are reminded once a day each; whom the school has to help is not reminded', async () => {
    const { imported, wrong } = await season();
    const { schoolAdmin } = people.clients;
    await app.record.pool.query(`UPDATE "graduate" SET "basicCheck" = 'CHECKED' WHERE "id" = $1`, [idOf(imported)]);
    const graduateIds = [...(await listed(schoolAdmin, 'status=UNCONFIRMED')), ...(await listed(schoolAdmin, 'status=DISPUTED'))];
    expect(graduateIds).toEqual([idOf(imported), idOf(wrong)]);
    const remind = async () =>
      (await schoolAdmin.post('/api/reminders', { graduateIds })).body.items.map(
        ({ status, code }: { status: string; code: string | null }) => code ?? status,
      );
    expect(await remind()).toEqual(['DONE', 'NOTHING_TO_REMIND']);
    expect(await remind()).toEqual(['REMINDED_TODAY', 'NOTHING_TO_REMIND']);
    expect((await schoolAdmin.get('/api/confirmations?status=UNCONFIRMED')).body.items).toMatchObject([
      { graduateId: idOf(imported), remindedAt: expect.any(String) },
    ]);
  });
});

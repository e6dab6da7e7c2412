import { forgetPhotographs } from '../../../infra/dispatch/forget-photographs.ts';
import { createRulePacks } from '../../../infra/record/rule-packs.ts';
import { sentDispatch } from '../../support/record/dispatches.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { photograph, reportReceipt, tokenOf } from '../support/dispatches.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

interface Reported extends SchoolWithPeople {
  readonly dispatchId: string;
  readonly key: string;
}

/** A file whose receipt was reported so many days ago, of a graduate of that month. */
async function reported(daysAgo: number, graduatedAt: string): Promise<Reported> {
  const people = await schoolWithPeople(app);
  await numbered(app, people);
  const { pool } = app.record;
  const dispatchId = await sentDispatch(app.record, people.graduate.graduateId);
  expect(
    (await reportReceipt(app, { token: tokenOf(app, dispatchId), name: '收件人', phone: '010-87654321' }, await photograph())).status,
  ).toBe(201);
  await pool.query('UPDATE "graduate" SET "graduatedAt" = $2 WHERE "id" = $1', [people.graduate.graduateId, graduatedAt]);
  const {
    rows: [row],
  } = await pool.query<{ key: string }>(
    'UPDATE "dispatch" SET "reportedAt" = app_now() - make_interval(days => $2) WHERE "id" = $1 RETURNING "photographKey" AS "key"',
    [dispatchId, daysAgo],
  );
  return { ...people, dispatchId, key: row!.key };
}

const keeper = () => ({ pool: app.record.pool, files: app.deps.files, rulePacks: createRulePacks(app.record.pool) });
const forget = () => forgetPhotographs(keeper(), () => undefined);
const statusOf = async ({ clients, dispatchId }: Reported) =>
  (await clients.schoolAdmin.get(`/api/dispatches/${dispatchId}/photograph`)).status;
const auditOf = async ({ graduate }: Reported, action = 'DISPATCH_PHOTOGRAPH_GONE') =>
  (
    await app.record.pool.query(
      'SELECT "actor", "actorRole", "schoolId", "fields" FROM "audit_event" WHERE "graduateId" = $1 AND "action" = $2 ORDER BY "seq"',
      [graduate.graduateId, action],
    )
  ).rows;

describe('photographs of receipts', () => {
  it('R63 R64 X20 are deleted when the evidence of their graduate would be, half a year after the report at the earliest; the report stays', async () => {
    const [over, fresh, young] = [await reported(181, '202406'), await reported(179, '202406'), await reported(181, '202706')];
    expect(await forget()).toBeGreaterThanOrEqual(1);
    expect(await Promise.all([over, fresh, young].map(statusOf))).toEqual([410, 200, 200]);
    expect(await Promise.all([over, fresh, young].map(async ({ key }) => (await app.deps.files.get(key)) === undefined))).toEqual([
      true,
      false,
      false,
    ]);
    expect((await over.clients.schoolAdmin.get(`/api/dispatches/${over.dispatchId}`)).body).toMatchObject({
      status: 'REPORTED',
      report: { name: '收件人', photograph: false },
    });
    expect(await auditOf(over)).toEqual([
      { actor: 'system:retention', actorRole: 'SYSTEM', schoolId: over.school.schoolId, fields: [over.dispatchId] },
    ]);
    expect([await auditOf(fresh), await auditOf(young)]).toEqual([[], []]);
    await forget();
    expect(await auditOf(over)).toHaveLength(1);
  }, 60_000);

  it('R63 F7 each look is audited, once an hour for each reader, and shown to the graduate', async () => {
    const fresh = await reported(0, '202706');
    const {
      clients: { schoolAdmin, schoolReviewer, graduate },
      school: { schoolId, staff },
      graduate: { graduateId },
    } = fresh;
    expect([
      await statusOf(fresh),
      await statusOf(fresh),
      (await schoolReviewer.get(`/api/dispatches/${fresh.dispatchId}/photograph`)).status,
    ]).toEqual([200, 200, 200]);
    expect((await schoolAdmin.get(`/api/dispatches/${fresh.dispatchId}`)).status).toBe(200);
    const common = { schoolId, fields: [fresh.dispatchId] };
    expect(await auditOf(fresh, 'DISPATCH_PHOTOGRAPH_READ')).toEqual([
      { actor: staff.schoolAdmin, actorRole: 'SCHOOL_ADMIN', ...common },
      { actor: staff.schoolReviewer, actorRole: 'SCHOOL_REVIEWER', ...common },
    ]);
    expect((await graduate.get(`/api/graduates/${graduateId}/history`)).body.items[0]).toMatchObject({
      action: 'DISPATCH_PHOTOGRAPH_READ',
      by: 'SCHOOL',
      words: { zh: '工作人员查看回执照片' },
    });
  }, 60_000);

  it('R63 after a crash between file and row it is come back to', async () => {
    const over = await reported(400, '202406');
    const { files } = app.deps;
    const failing = {
      ...keeper(),
      files: {
        ...files,
        delete: async (key: string) => {
          await files.delete(key);
          throw new Error('the worker is gone');
        },
      },
    };
    await expect(forgetPhotographs(failing, () => undefined)).rejects.toThrow('the worker is gone');
    expect([await files.get(over.key), await auditOf(over)]).toEqual([undefined, []]);
    await forget();
    expect([await statusOf(over), (await auditOf(over)).length]).toEqual([410, 1]);
  }, 60_000);
});

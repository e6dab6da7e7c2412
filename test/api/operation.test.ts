import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from './support/people.ts';
import { registered } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let operator: Client;
const moves: number[] = [];

beforeAll(async () => {
  app = await openApplication({
    replace: () => ({
      moveClock: (aheadMs) => {
        moves.push(aheadMs);
        return Promise.resolve();
      },
    }),
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
  operator = await staffClient(app, app.record.newId(), { role: 'OPERATOR' });
});

const change = (table: string, what: string) =>
  app.record.pool.query(`UPDATE "${table}" SET ${what} WHERE "${table === 'graduate' ? 'id' : 'graduateId'}" = $1`, [
    people.graduate.graduateId,
  ]);

describe('an operator', () => {
  it('finds who is overdue, with the way to the workflow and nothing personal', async () => {
    await change('graduate', '"overdue" = true');
    const reply = await operator.get('/api/operator/graduates?stuck=OVERDUE');
    const { uiUrl, namespace } = app.deps.config.temporal;
    expect(reply.body.items).toContainEqual({
      graduateId: people.graduate.graduateId,
      school: people.school.schoolCode,
      cohort: 2027,
      stage: 'CHECKING',
      overdue: true,
      nextDeadline: null,
      waitingCommands: 0,
      oldestCommandAt: null,
      workflow: `${uiUrl}/namespaces/${namespace}/workflows/graduate-${people.graduate.graduateId}`,
    });
    expect(reply.text).not.toContain('示例同学');
  });

  it('finds whose commands nobody has answered, once they are older than an answer may take', async () => {
    await people.clients.graduate.post(`/api/graduates/${people.graduate.graduateId}/confirmation/retraction`);
    const stuck = async () =>
      (await operator.get('/api/operator/graduates?stuck=COMMANDS')).body.items.filter(
        ({ graduateId }: { graduateId: string }) => graduateId === people.graduate.graduateId,
      );
    expect(await stuck()).toEqual([]);
    await change('command', '"acknowledgedAt" = NULL');
    expect(await stuck()).toEqual([]);
    await change('command', '"receivedAt" = app_now() - interval \'1 minute\'');
    expect(await stuck()).toEqual([expect.objectContaining({ waitingCommands: 1, oldestCommandAt: expect.any(String) })]);
  });

  it('sends a mail again that was given up, which is audited', async () => {
    await registered(app, people);
    await change('notification', `"mailStatus" = 'FAILED', "failure" = '550', "attempts" = 8`);
    const { items } = (await operator.get('/api/operator/notifications')).body;
    const [failed] = items;
    expect(failed).toEqual({
      id: expect.any(String),
      event: 'review.decided',
      recipientKind: 'GRADUATE',
      createdAt: expect.any(String),
      attempts: 8,
      failure: '550',
    });
    expect((await operator.post(`/api/operator/notifications/${failed.id}/resend`)).status).toBe(204);
    const { rows } = await app.record.pool.query(
      'SELECT "mailStatus", "attempts", "failure", "nextAttemptAt" <= app_now() AS "due" FROM "notification" WHERE "id" = $1',
      [failed.id],
    );
    expect(rows).toEqual([{ mailStatus: 'PENDING', attempts: 0, failure: null, due: true }]);
    expect((await operator.post(`/api/operator/notifications/${failed.id}/resend`)).status).toBe(404);
    const audit = await app.record.pool.query(
      'SELECT "action", "actorRole" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq" DESC LIMIT 1',
      [people.graduate.graduateId],
    );
    expect(audit.rows).toEqual([{ action: 'NOTIFICATION_RESENT', actorRole: 'OPERATOR' }]);
  });

  it('sees what is up and what is waiting', async () => {
    expect((await operator.get('/api/operator/health')).body).toEqual({
      database: true,
      temporal: true,
      unfinishedCommands: expect.any(Number),
      undeliveredChanges: expect.any(Number),
      pendingMails: expect.any(Number),
      failedMails: expect.any(Number),
    });
  });
});

describe('the development clock', () => {
  it('moves forward for record and workflows, never back, while the session stays on real time', async () => {
    const before = (await new Client(app.url).get('/api/development/clock')).body;
    expect(before).toMatchObject({ aheadMs: 0 });
    const moveTo = new Date(Date.now() + 40 * 86_400_000).toISOString();
    const moved = await operator.post('/api/development/clock', { moveTo });
    expect(moved.status).toBe(200);
    expect(Math.abs(Date.parse(moved.body.now.at) - Date.parse(moveTo))).toBeLessThan(5_000);
    expect(moves).toEqual([moved.body.aheadMs]);
    expect(await operator.post('/api/development/clock', { moveTo: new Date().toISOString() })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'moveTo', code: 'DATES_OUT_OF_ORDER' }] },
    });
    expect((await operator.get('/api/me')).status).toBe(200);
    expect(await people.clients.schoolAdmin.post('/api/development/clock', { moveTo })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
  });

  it('is not there where the setting is not', async () => {
    const production = await openApplication({ environment: { DEVELOPMENT_CLOCK: 'false' } });
    try {
      expect(await new Client(production.url).get('/api/development/clock')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    } finally {
      await production.close();
    }
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { deliverNotifications } from '../../../activities/upkeep/deliver-notifications.ts';
import { startMail } from '../../../scripts/stack/mail.ts';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { listReceivedMails } from '../../../scripts/stack/received-mails.ts';
import { recordingLogger, upkeepOf, type UpkeepOptions } from '../../support/record/activity-dependencies.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { startRefusingMailServer } from '../../support/record/refusing-mail-server.ts';
import { newScene, stages, type Scene, type StageName } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';

interface NotificationRow {
  id: string;
  event: string;
  mailStatus: string;
  attempts: number;
  failure: string | null;
  sentAt: number | null;
  nextAttemptAt: number;
  waitsMs: number;
}

let record: TestRecord;
let school: SchoolFixture;
let sequence = 0;
beforeEach(async () => {
  record = await openTestRecord();
  school = await createSchool(record.pool);
});
afterEach(() => record.close());

/** The activity inside an activity's context, with its mailer closed afterwards. */
async function deliver(options: UpkeepOptions = {}): Promise<number> {
  const dependencies = upkeepOf(record, options);
  try {
    return await new MockActivityEnvironment().run<[], number, () => Promise<number>>(() => deliverNotifications(dependencies));
  } finally {
    dependencies.mailer.close();
  }
}

async function rowsOf({ graduate }: Scene): Promise<NotificationRow[]> {
  const { rows } = await record.pool.query<NotificationRow>(
    `SELECT n.*, extract(epoch FROM n."nextAttemptAt" - app_now()) * 1000 AS "waitsMs" FROM "notification" n WHERE "graduateId" = $1 ORDER BY "createdAt", "id"`,
    [graduate.graduateId],
  );
  return rows;
}

/** A graduate whose notifications are due, with an address that nobody else has in any run. */
async function withNotifications(
  stage: StageName,
  overrides: Readonly<Record<string, unknown>> = {},
): Promise<{ scene: Scene; address: string }> {
  const address = `graduate-${process.pid}-${(sequence += 1)}-${school.schoolCode}@example.com`;
  const scene = await stages[stage](await newScene(record, school, { email: address, ...overrides }));
  await makeDue();
  return { scene, address };
}

/** The season of the tests lies ahead of the clock; and a postponed one becomes due again. */
const makeDue = () =>
  record.pool.query(`UPDATE "notification" SET "nextAttemptAt" = app_now() - INTERVAL '1 second' WHERE "mailStatus" = 'PENDING'`);

describe('delivery of notifications', () => {
  it('R54 X7 a message to a province goes to its office', async () => {
    const address = `province-${process.pid}-${school.schoolCode}@example.com`;
    await record.pool.query('UPDATE "province" SET "officeEmail" = $1', [address]);
    const scene = await stages.asked(await newScene(record, school));
    await makeDue();
    await deliver();
    expect((await rowsOf(scene)).find(({ event }) => event === 'exception.requested')).toMatchObject({ mailStatus: 'SENT' });
    expect(await listReceivedMails(stackAddresses().mail.webUrl, address)).toHaveLength(1);
  });

  it('R54 a mail arrives with the id of its notification as Message-ID, in text and HTML, and is booked as sent', async () => {
    const { scene, address } = await withNotifications('granted');
    expect(await deliver()).toBe(2);
    const rows = await rowsOf(scene);
    expect(rows.map(({ event, mailStatus, attempts, failure, sentAt }) => [event, mailStatus, attempts, failure, sentAt !== null])).toEqual(
      [
        ['review.decided', 'SENT', 1, null, true],
        ['grant.issued', 'SENT', 1, null, true],
      ],
    );
    const mails = await listReceivedMails(stackAddresses().mail.webUrl, address);
    expect(mails.map(({ headers }) => headers['message-id']).sort()).toEqual(rows.map(({ id }) => `<${id}@example.com>`).sort());
    const granted = mails.find(({ subject }) => subject === '核验授权已生效');
    expect(granted?.text).toContain('示例同学，您好：');
    expect(granted?.html).toContain('核验授权已生效，有效期至 2027-06-10 23:59:59');
  });

  it('R54 a graduate who chose English is written to in English', async () => {
    const { scene, address } = await withNotifications('registered');
    await record.pool.query(`UPDATE "account" SET "language" = 'en' WHERE "id" = $1`, [scene.graduate.accountId]);
    await deliver();
    const [mail] = await listReceivedMails(stackAddresses().mail.webUrl, address);
    expect(mail?.subject).toMatch(/^Your destination registration was approved/);
  });

  it('R25 R36 no number is in any mail', async () => {
    const { scene, address } = await withNotifications('granted');
    await deliver();
    const { rows } = await record.pool.query<{ id: string; numberSealed: string }>(
      'SELECT "id", "numberSealed" FROM "verification_grant" WHERE "graduateId" = $1',
      [scene.graduate.graduateId],
    );
    const text = JSON.stringify(await listReceivedMails(stackAddresses().mail.webUrl, address));
    for (const { id, numberSealed } of rows) expect(text).not.toContain(record.seals.open('VERIFICATION', id, numberSealed));
  });

  it('R54 what was sent is not sent again', async () => {
    const { address } = await withNotifications('registered');
    await deliver();
    await makeDue();
    expect(await deliver()).toBe(0);
    expect(await listReceivedMails(stackAddresses().mail.webUrl, address)).toHaveLength(1);
  });

  it('R54 what is not due yet waits', async () => {
    const { scene } = await withNotifications('registered');
    await record.pool.query(`UPDATE "notification" SET "nextAttemptAt" = app_now() + INTERVAL '1 hour'`);
    expect(await deliver()).toBe(0);
    expect(await rowsOf(scene)).toMatchObject([{ mailStatus: 'PENDING', attempts: 0 }]);
  });

  it('R54 the office of the school gets its own', async () => {
    await withNotifications('disputed');
    await deliver();
    const mails = await listReceivedMails(stackAddresses().mail.webUrl, `careers-${school.schoolCode}@example.com`);
    expect(mails.map(({ text }) => text ?? '').filter((text) => text.includes('示例同学'))).not.toEqual([]);
  });

  it('R54 many graduates have no address: the inbox has it, and nobody tries again', async () => {
    const { scene } = await withNotifications('registered', { email: null });
    expect(await deliver()).toBe(1);
    expect(await rowsOf(scene)).toMatchObject([{ event: 'review.decided', mailStatus: 'NO_ADDRESS', sentAt: null, failure: null }]);
    await makeDue();
    expect(await deliver()).toBe(0);
  });

  it('R54 a mail server that is down delays, longer each time and at most six hours, and loses nothing', async () => {
    const { scene, address } = await withNotifications('registered');
    const [smtpPort = 0, webPort = 0] = await findFreePorts(2);
    const smtpUrl = `smtp://127.0.0.1:${smtpPort}`;
    for (const [attempt, seconds] of [
      [1, 30],
      [2, 60],
      [3, 120],
    ] as const) {
      await makeDue();
      expect(await deliver({ smtpUrl })).toBe(1);
      const [row] = await rowsOf(scene);
      expect(row).toMatchObject({
        mailStatus: 'PENDING',
        attempts: attempt,
        failure: expect.stringMatching(/^E(SOCKET|CONNECTION)$/),
        sentAt: null,
      });
      expect(Math.abs(row!.waitsMs - seconds * 1000)).toBeLessThan(5_000);
    }
    await record.pool.query('UPDATE "notification" SET "attempts" = 40');
    await makeDue();
    await deliver({ smtpUrl });
    expect(Math.abs((await rowsOf(scene))[0]!.waitsMs - 6 * 3_600_000)).toBeLessThan(5_000);

    const directory = await mkdtemp(join(tmpdir(), 'quxiang-late-mail-'));
    const server = await startMail({ directory, smtpPort, webPort });
    try {
      await makeDue();
      expect(await deliver({ smtpUrl })).toBe(1);
      const [row] = await rowsOf(scene);
      expect(row).toMatchObject({ mailStatus: 'SENT', attempts: 42, failure: null });
      expect((await listReceivedMails(server.webUrl, address)).map(({ headers }) => headers['message-id'])).toEqual([
        `<${row!.id}@example.com>`,
      ]);
    } finally {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    }
  });

  it('R54 a refusal for good is booked as failed and not tried again; neither the address nor the server’s words reach the log', async () => {
    const { scene, address } = await withNotifications('registered');
    const server = await startRefusingMailServer('550 no such user');
    const { logger, lines } = recordingLogger();
    try {
      expect(await deliver({ smtpUrl: server.smtpUrl, logger })).toBe(1);
      expect(await rowsOf(scene)).toMatchObject([{ mailStatus: 'FAILED', failure: '550', attempts: 1, sentAt: null }]);
      await makeDue();
      expect(await deliver({ smtpUrl: server.smtpUrl })).toBe(0);
    } finally {
      await server.stop();
    }
    expect(lines()).toContain('notification not mailed');
    expect(lines()).not.toContain(address.split('@')[0]);
    expect(lines()).not.toContain('no such user');
  });

  it('R54 a refusal for now is tried again', async () => {
    const { scene } = await withNotifications('registered');
    const server = await startRefusingMailServer('451 come back later');
    try {
      await deliver({ smtpUrl: server.smtpUrl });
    } finally {
      await server.stop();
    }
    expect(await rowsOf(scene)).toMatchObject([{ mailStatus: 'PENDING', failure: '451', attempts: 1 }]);
  });

  it('R54 one that cannot be written is booked as failed, and the others go out', async () => {
    const { scene, address } = await withNotifications('granted');
    await record.pool.query(`UPDATE "notification" SET "params" = '{"name": "110105194912310028"}' WHERE "event" = 'review.decided'`);
    const { logger, lines } = recordingLogger();
    expect(await deliver({ logger })).toBe(2);
    expect((await rowsOf(scene)).map(({ event, mailStatus, failure }) => [event, mailStatus, failure])).toEqual([
      ['review.decided', 'FAILED', 'RENDERING'],
      ['grant.issued', 'SENT', null],
    ]);
    expect(await listReceivedMails(stackAddresses().mail.webUrl, address)).toHaveLength(1);
    expect(lines()).not.toContain('110105194912310028');
  });

  it('R54 two workers at once send each mail once', async () => {
    const { address } = await withNotifications('granted');
    const tried = await Promise.all([deliver(), deliver(), deliver()]);
    expect(tried.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await listReceivedMails(stackAddresses().mail.webUrl, address)).toHaveLength(2);
  });

  it('R54 a worker that died between the server’s yes and the row: another sends again, with the same Message-ID', async () => {
    const { scene, address } = await withNotifications('registered');
    await deliver();
    await record.pool.query(`UPDATE "notification" SET "mailStatus" = 'PENDING', "sentAt" = NULL`);
    await makeDue();
    await deliver();
    const [{ id } = { id: '' }] = await rowsOf(scene);
    expect((await listReceivedMails(stackAddresses().mail.webUrl, address)).map(({ headers }) => headers['message-id'])).toEqual([
      `<${id}@example.com>`,
      `<${id}@example.com>`,
    ]);
  });
});

import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { MockActivityEnvironment } from '@temporalio/testing';
import { resendCommands } from '../../activities/upkeep/resend-commands.ts';
import { giveConsent } from '../../infra/identity/consents.ts';
import { beginSession } from '../../infra/identity/sessions.ts';
import { waitUntil } from '../../scripts/stack/wait-until.ts';
import { Client } from '../api/support/client.ts';
import { seenBasic, stateOf } from '../support/record/commands.ts';
import { createGraduate, createSchool } from '../support/record/graduates.ts';
import { startApiProcess } from '../support/stack/api-process.ts';
import { onRealServer } from '../support/temporal/real-server.ts';

const server = onRealServer();

/** Takes connections and never answers: Temporal as the API sees it at the worst moment. */
async function startBlackHole(): Promise<{ address: string; close(): void }> {
  const hole: Server = createServer((socket) => {
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(hole, 'listening');
  const address = hole.address();
  return {
    address: `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close: () => {
      hole.close();
    },
  };
}

describe('the API killed between storing a command and sending it', () => {
  it('the command is in the record, the sweeper sends it, and the same key gets the same answer from another API', async () => {
    const { record, worker } = server();
    const graduate = await createGraduate(record.pool, record, await createSchool(record.pool));
    await giveConsent(record, graduate.accountId);
    const cookie = `quxiang=${await beginSession(record.pool, graduate.accountId)}`;
    const ask = async (url: string) =>
      new Client(url, cookie).post(
        `/api/graduates/${graduate.graduateId}/basic-information/check`,
        { digest: await seenBasic(record, graduate.graduateId) },
        { key: 'check-once' },
      );

    const hole = await startBlackHole();
    const api = await startApiProcess(record.database.url, { TEMPORAL_ADDRESS: hole.address });
    await api.ready();
    const unanswered = expect(ask(api.url)).rejects.toThrow();
    const stored = () => record.pool.query('SELECT "outcome" FROM "command" WHERE "graduateId" = $1', [graduate.graduateId]);
    await waitUntil(async () => (await stored()).rowCount === 1, { timeoutMs: 10_000, explain: () => new Error(api.output()) });
    await api.kill();
    await unanswered;
    hole.close();
    expect((await stored()).rows).toEqual([{ outcome: null }]);

    await record.pool.query(`UPDATE "command" SET "receivedAt" = "receivedAt" - interval '1 minute' WHERE "graduateId" = $1`, [
      graduate.graduateId,
    ]);
    await new MockActivityEnvironment().run(() => resendCommands(worker.dependencies));
    expect(await stateOf(record, graduate.graduateId)).toMatchObject({ basicCheck: 'CHECKED', version: 1 });
    const next = await startApiProcess(record.database.url);
    try {
      await next.ready();
      expect((await ask(next.url)).status).toBe(200);
    } finally {
      await next.kill();
    }
    const { rows } = await record.pool.query('SELECT "action" FROM "audit_event" WHERE "graduateId" = $1 AND "commandId" IS NOT NULL', [
      graduate.graduateId,
    ]);
    expect(rows).toEqual([{ action: 'BASIC_INFORMATION_CHECKED' }]);
  }, 120_000);
});

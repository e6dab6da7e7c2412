import { randomUUID } from 'node:crypto';
import { submitCommand } from '../../api/commands/submit-command.ts';
import { createStatementPort } from '../../api/statements/printed-statements.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { standingQueryName, type StandingReport } from '../../domain/lifecycle/messages.ts';
import { findStatement } from '../../infra/statements/find-statement.ts';
import { verifySignature } from '../../infra/signing/verify-signature.ts';
import { waitUntil } from '../../scripts/stack/wait-until.ts';
import { readPdf } from '../support/pdf/read-pdf.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { confirmed, numbered } from './support/stages.ts';

let app: TestApplication;
let worker: TestWorker;
let people: SchoolWithPeople;
/** Where commands go; a queue that nobody serves stands for a worker that is down. */
let taskQueue: string;

beforeAll(async () => {
  app = await openApplication({
    replace: ({ pool, rulePacks, newId }, { logger }) => ({
      submitCommand: (request) =>
        submitCommand(
          { pool, rulePacks, newId, logger, client: worker.client, taskQueue, clockOffsetMs: () => Promise.resolve(0) },
          request,
        ),
      statements: {
        forGrant: (...request) => statements().forGrant(...request),
        forTransferNumber: (...request) => statements().forTransferNumber(...request),
        preview: (...request) => statements().preview(...request),
      },
    }),
  });
  worker = await startTestWorker(app.record);
});
afterAll(async () => {
  await worker.stop();
  await app.close();
});
beforeEach(async () => {
  taskQueue = worker.taskQueue;
  people = await schoolWithPeople(app);
});

function statements() {
  const { statements: source, files, contentKey, certificate } = worker.dependencies.printing;
  return createStatementPort({ ...source, files, contentKey, certificate, client: worker.client, taskQueue: worker.taskQueue });
}

const own = () => `/api/graduates/${people.graduate.graduateId}`;

async function pdfOf(client: Client, path: string): Promise<Uint8Array> {
  const response = await fetch(app.url + path, { headers: { cookie: client.cookie } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.pdf"$/);
  return new Uint8Array(await response.arrayBuffer());
}

async function pdfText(client: Client, path: string): Promise<string> {
  const { text } = await readPdf(await pdfOf(client, path));
  return text.replace(/\s/g, '');
}

describe('a command on the real server', () => {
  it('R6 is decided by the lifecycle workflow, which it starts', async () => {
    const { graduate } = people.clients;
    const { basicDigest } = (await graduate.get(own())).body;
    expect(await graduate.post(`${own()}/basic-information/check`, { digest: basicDigest })).toMatchObject({
      status: 200,
      body: { command: { status: 'DONE' }, graduate: { basicCheck: 'CHECKED' } },
    });
    const standing = await worker.client.workflow
      .getHandle(graduateWorkflowId(people.graduate.graduateId))
      .query<StandingReport>(standingQueryName);
    expect(standing).toMatchObject({ stage: 'REGISTERING', commandsHandled: 1 });
  });

  it('that is refused is recorded, and a repeat has the same answer', async () => {
    const key = randomUUID();
    const retract = () => people.clients.graduate.post(`${own()}/confirmation/retraction`, {}, { key });
    const [first, second] = [await retract(), await retract()];
    expect([first, second].map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'NO_DISPUTE'],
      [409, 'NO_DISPUTE'],
    ]);
  });

  it('that nobody works on is accepted, has an address, and comes through when a worker is there', async () => {
    taskQueue = `nobody-${randomUUID()}`;
    const { graduate } = people.clients;
    const { basicDigest } = (await graduate.get(own())).body;
    const accepted = await graduate.post(`${own()}/basic-information/check`, { digest: basicDigest });
    expect(accepted).toMatchObject({ status: 202, body: { command: { status: 'PENDING' }, graduate: null } });
    const address = accepted.headers.get('location') ?? '';
    expect(address).toBe(`/api/commands/${accepted.body.command.id}`);
    expect((await graduate.get(address)).body).toMatchObject({ status: 'PENDING', outcome: null });
    const late = await startTestWorker(app.record, { taskQueue });
    try {
      await waitUntil(async () => (await graduate.get(address)).body.status === 'DONE', {
        timeoutMs: 30_000,
        intervalMs: 100,
        explain: () => new Error('never applied'),
      });
      expect((await graduate.get(own())).body).toMatchObject({ basicCheck: 'CHECKED' });
    } finally {
      await late.stop();
    }
  });
});

describe('statements', () => {
  it('R27 R45 of a live grant is the graduate’s and carries the number; R34 a preview carries none', async () => {
    const { grantId } = await numbered(app, people);
    const { graduate, schoolAdmin } = people.clients;
    const { verificationNumber } = (await graduate.get(own())).body.grants.grants[0];
    expect(await pdfText(graduate, `/api/grants/${grantId}/statement`)).toContain(verificationNumber);
    for (const client of [graduate, schoolAdmin]) {
      const preview = await pdfText(client, `${own()}/statement-previews/DOSSIER`);
      expect(preview).toContain('示例同学');
      expect(preview).not.toContain(verificationNumber);
    }
    expect(await schoolAdmin.get(`/api/grants/${grantId}/statement`)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    await graduate.post(`${own()}/grants/${grantId}/closing`);
    expect(await graduate.get(`/api/grants/${grantId}/statement`)).toMatchObject({ status: 409, body: { code: 'GRANT_NOT_LIVE' } });
  });

  it('R36 R45 of a transfer number is college’s and school’s, never the graduate’s', async () => {
    const { transferNumberId } = await numbered(app, people);
    const { graduate, collegeReviewer } = people.clients;
    const { transferNumber } = (await collegeReviewer.get(own())).body.transferNumbers[0];
    expect(await pdfText(collegeReviewer, `/api/transfer-numbers/${transferNumberId}/statement`)).toContain(transferNumber);
    expect(await graduate.get(`/api/transfer-numbers/${transferNumberId}/statement`)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
  });

  it('R44 R47 in English and in large type on request, and each has its own place in the store', async () => {
    const { grantId } = await numbered(app, people);
    const { graduate } = people.clients;
    const path = `/api/grants/${grantId}/statement`;
    const [zh, en, large] = [
      await pdfText(graduate, path),
      await pdfText(graduate, `${path}?rendering=en`),
      await pdfText(graduate, `${path}?rendering=large`),
    ];
    expect(zh).toContain('核验编号：');
    expect(en).toMatch(/Verificationnumber:.*Twowaystoverify:/s);
    expect(large).toBe(zh);
    const { rows } = await app.record.pool.query('SELECT 1 FROM "statement" WHERE "grantId" = $1', [grantId]);
    expect(rows).toHaveLength(3);
    expect(await graduate.get(`${path}?rendering=fr`)).toMatchObject({ status: 400 });
  });

  it('R47 says at which position of the audit log its number was issued, is signed, and comes from the store the second time', async () => {
    const { grantId } = await numbered(app, people);
    const path = `/api/grants/${grantId}/statement`;
    const pdf = await pdfOf(people.clients.graduate, path);
    const check = verifySignature(Buffer.from(pdf));
    expect(check.intact && check.signer.fingerprint256).toBe(worker.dependencies.printing.certificate.fingerprint256);
    const [, position] = /审计位置：No\.\s*(\d+)/.exec((await readPdf(pdf)).text) ?? [];
    const { rows } = await app.record.pool.query('SELECT "action", "graduateId", "fields" FROM "audit_event" WHERE "seq" = $1', [position]);
    expect(rows).toEqual([{ action: 'GRANT_ISSUED', graduateId: people.graduate.graduateId, fields: ['DOSSIER'] }]);
    expect(Buffer.from(await pdfOf(people.clients.graduate, path)).equals(Buffer.from(pdf))).toBe(true);
  });

  it('of a name that cannot be printed is refused with its reason', async () => {
    await confirmed(app, people);
    await app.record.pool.query('UPDATE "graduate" SET "name" = $2 WHERE "id" = $1', [people.graduate.graduateId, '𠮷样例']);
    expect(await people.clients.graduate.get(`${own()}/statement-previews/DOSSIER`)).toMatchObject({
      status: 422,
      body: { code: 'GLYPH_MISSING', characters: ['𠮷'] },
    });
    expect(app.log()).not.toContain('𠮷');
  });
});

describe('a scan', () => {
  it('R49 X23 verifies without a name, in the entry of its kind, and is shown to the graduate as a scan', async () => {
    const { grantId } = await numbered(app, people);
    const { content } = await findStatement(worker.dependencies.printing.statements, {
      type: 'NUMBER',
      numberKind: 'VERIFICATION',
      id: grantId,
    });
    const token = content.number!.qrContent.split('#')[1]!;
    const verifier = new Client(app.url);
    expect((await verifier.post('/api/verification/dossier', { token })).body).toMatchObject({
      outcome: 'VALID',
      record: { basics: { name: '示例同学' } },
    });
    expect((await verifier.post('/api/verification/hukou', { token })).body).toEqual({ outcome: 'NOT_FOUND' });
    const altered = token.slice(0, 40) + (token[40] === 'A' ? 'B' : 'A') + token.slice(41);
    expect((await verifier.post('/api/verification/dossier', { token: altered })).body).toEqual({ outcome: 'NOT_FOUND' });
    expect((await people.clients.graduate.get(`${own()}/lookups`)).body.items).toEqual([
      expect.objectContaining({ way: 'SCAN', kind: 'DOSSIER' }),
    ]);
    expect(app.log()).not.toContain(token);
  });
});

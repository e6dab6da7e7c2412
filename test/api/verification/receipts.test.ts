import { compactVerify, createLocalJWKSet } from 'jose';
import { moveRecordClock } from '../../../api/development/move-record-clock.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client } from '../support/client.ts';
import { numberOf } from '../support/numbers.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let clerk: Client;
let grantId: string;
let number: string;

beforeAll(async () => {
  app = await openApplication();
  clerk = new Client(app.url);
  people = await schoolWithPeople(app);
  ({ grantId } = await numbered(app, people));
  number = await numberOf(app, 'VERIFICATION', grantId);
});
afterAll(() => app.close());

const name = '示例同学';
const verify = async () => (await clerk.post('/api/verification/dossier', { name, number })).body;
const receiptOf = async (slip: string) => (await clerk.post('/api/receipts', { slip })).body;

describe('the clerk’s receipt', () => {
  it('R49 is signed, has time, entry, outcome and a number of its own, and neither number nor full name', async () => {
    const { slip, checkedAt } = await verify();
    const reply = await clerk.post('/api/receipts', { slip });
    const { receipt, signed } = reply.body;
    expect(receipt).toEqual({ id: expect.any(String), entry: 'DOSSIER', outcome: 'VALID', at: checkedAt, maskedName: '示**学' });
    const { payload } = await compactVerify(signed, createLocalJWKSet((await clerk.get('/.well-known/jwks.json')).body));
    const text = Buffer.from(payload).toString();
    expect(JSON.parse(text)).toMatchObject({ id: receipt.id, outcome: 'VALID', at: Date.parse(checkedAt.at) });
    for (const secret of [number, number.slice(7), name]) expect(reply.text + text).not.toContain(secret);
    expect((await receiptOf(slip)).receipt).toEqual(receipt);
  });

  it('R49 can be checked by whoever is shown it; a changed one is not genuine', async () => {
    const { receipt, signed } = await receiptOf((await verify()).slip);
    expect((await clerk.post('/api/receipts/check', { signed: ` ${signed}\n` })).body).toEqual({ genuine: true, receipt });
    const changed = signed.replace(/^(.{80})./, (_: string, head: string) => `${head}${signed[80] === 'A' ? 'B' : 'A'}`);
    for (const text of [changed, 'nonsense', '..', signed.split('.').slice(0, 2).join('.')])
      expect((await clerk.post('/api/receipts/check', { signed: text })).body).toEqual({ genuine: false });
  });

  it('R49 a slip that is made up, changed or older than an hour gives none', async () => {
    const { slip } = await verify();
    for (const bad of ['made-up', `${slip.slice(0, -2)}AA`])
      expect(await clerk.post('/api/receipts', { slip: bad })).toMatchObject({ status: 410, body: { code: 'RECEIPT_SLIP_UNKNOWN' } });
    await moveRecordClock(app.record.database.adminUrl, 61 * 60_000);
    expect(await clerk.post('/api/receipts', { slip })).toMatchObject({ status: 410, body: { code: 'RECEIPT_SLIP_UNKNOWN' } });
  });

  it('R31 of a closed grant says so; R49 of nothing found there is none', async () => {
    await people.clients.graduate.post(`/api/graduates/${people.graduate.graduateId}/grants/${grantId}/closing`);
    const closed = await verify();
    expect((await receiptOf(closed.slip)).receipt).toMatchObject({ outcome: 'CLOSED', maskedName: '示**学' });
    expect((await clerk.post('/api/verification/dossier', { name: '别人', number })).body).toEqual({ outcome: 'NOT_FOUND' });
  });
});

import { encodeReceiptToken } from '../../../domain/dispatch/receipt-token.ts';
import { toBase32 } from '../../../domain/offline/base32.ts';
import { signDocument } from '../../../infra/offline/sign-document.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client } from '../support/client.ts';
import { dispatchAuditOf, photograph, prepare, readyToDispatch, reportReceipt, send, tokenOf } from '../support/dispatches.ts';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

describe('the receipt, without an account', () => {
  it.each([
    ['a token of nobody', async () => 'MADEUP', 404],
    [
      'a token signed for something else',
      async (id: string) =>
        toBase32(
          signDocument(
            app.deps.offlineSigning,
            'statement',
            encodeReceiptToken({ keyId: app.deps.offlineSigning.current, dispatchId: id }),
          ),
        ),
      404,
    ],
    [
      'a token of which a character has changed',
      async (id: string) => {
        const token = tokenOf(app, id);
        return `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`;
      },
      404,
    ],
    ['a token of a dispatch that is not there', async () => tokenOf(app, app.record.newId()), 404],
  ])('R63 refuses %s and changes nothing', async (_, make, status) => {
    const people = await readyToDispatch(app);
    const id = await prepare(people);
    await send(people.clients.schoolAdmin, id);
    const token = await make(id);
    expect((await new Client(app.url).post('/api/dispatch-receipts/slip', { token })).status).toBe(status);
    expect((await reportReceipt(app, { token, name: '收件人', phone: '010-87654321' }, await photograph())).status).toBe(status);
    expect((await people.clients.schoolAdmin.get(`/api/dispatches/${id}`)).body).toMatchObject({ status: 'SENT', report: null });
  });

  it('R63 takes one report of a file that is on its way, and none before or after', async () => {
    const people = await readyToDispatch(app);
    const id = await prepare(people);
    const fields = { token: tokenOf(app, id), name: '收件人', phone: '010-87654321' };
    const picture = await photograph();
    expect(await reportReceipt(app, fields, picture)).toMatchObject({ status: 409, body: { code: 'DISPATCH_ELSEWHERE' } });
    await send(people.clients.schoolAdmin, id);
    expect(await reportReceipt(app, { ...fields, phone: 'x' }, picture)).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'phone', code: 'PHONE_INVALID' }] },
    });
    expect(await reportReceipt(app, { ...fields, extra: '1' }, picture)).toMatchObject({ status: 400 });
    expect(await reportReceipt(app, fields, Buffer.from('no picture'))).toMatchObject({
      status: 422,
      body: { code: 'FILE_TYPE_MISMATCH' },
    });
    const both = await Promise.all([reportReceipt(app, fields, picture), reportReceipt(app, { ...fields, name: '另一人' }, picture)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await dispatchAuditOf(app, people.id)).toEqual([
      'SCHOOL_ADMIN DISPATCH_PREPARED',
      'SCHOOL_ADMIN DISPATCH_SENT',
      'RECEIVER DISPATCH_REPORTED',
    ]);
  });

  it('R63 stops whoever tries again and again with one slip', async () => {
    const people = await readyToDispatch(app);
    const id = await prepare(people);
    const picture = await photograph();
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1)
      statuses.push((await reportReceipt(app, { token: tokenOf(app, id), name: '收件人', phone: '010-87654321' }, picture)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 409), 429]);
  });
});

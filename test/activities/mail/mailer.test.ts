import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderNotification } from '../../../domain/notifications/render-notification.ts';
import { MailError } from '../../../infra/mail/mail-error.ts';
import { createMailer, type Mailer } from '../../../infra/mail/mailer.ts';
import { startMail, type Mail as MailServer } from '../../../scripts/stack/mail.ts';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { listReceivedMails } from '../../../scripts/stack/received-mails.ts';

let directory: string;
let server: MailServer;
let mailer: Mailer;
const from = '毕业去向登记 <office@quxiang.example>';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-mailer-'));
  const [smtpPort = 0, webPort = 0] = await findFreePorts(2);
  server = await startMail({ directory, smtpPort, webPort });
  mailer = createMailer({ smtpUrl: server.smtpUrl, from });
});
afterAll(async () => {
  mailer.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

const mailTo = (to: string) => ({
  to,
  messageId: '01a204a3-d998-7914-b46d-9e896a427d15',
  lang: 'zh' as const,
  ...renderNotification('review.decided', { name: '买买提·艾力', section: 'DOSSIER', desk: 'SCHOOL', decision: 'APPROVED' }, 'zh'),
});
const errorOf = async (send: Promise<void>): Promise<MailError> => {
  const error: unknown = await send.then(
    () => new Error('it was sent'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(MailError);
  return error as MailError;
};

/** A server that speaks just enough SMTP to refuse: the answer to each command, by its first word. */
const refusingServer = async (answers: Readonly<Record<string, string>>): Promise<{ smtpUrl: string; close: () => Promise<void> }> => {
  const sockets = new Set<Socket>();
  const tcp: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    if (answers['CONNECT'] !== undefined) socket.write(`${answers['CONNECT']}\r\n`);
    socket.on('data', (data) => {
      const command = data.toString().split(/[\s:]/)[0]?.toUpperCase() ?? '';
      socket.write(`${answers[command] ?? '250 ok'}\r\n`);
    });
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => tcp.close(resolve));
  };
  return { smtpUrl: `smtp://127.0.0.1:${(tcp.address() as AddressInfo).port}`, close };
};

describe('mailer', () => {
  it('R54 delivers text and HTML with the same Message-ID at every attempt (trap 18)', async () => {
    const mail = mailTo('first@example.test');
    await mailer.send(mail);
    await mailer.send(mail);
    const received = await listReceivedMails(server.webUrl, 'first@example.test');
    expect(received).toHaveLength(2);
    for (const one of received) {
      expect(one.subject).toBe('档案信息登记已通过学校审核');
      expect(one.text?.trim()).toBe(mail.text.trim());
      expect(one.html).toContain('<p>买买提·艾力，您好：</p>');
      expect(one.from).toEqual([{ address: 'office@quxiang.example', name: '毕业去向登记' }]);
      expect(one.headers).toMatchObject({
        'message-id': '<01a204a3-d998-7914-b46d-9e896a427d15@quxiang.example>',
        'content-language': 'zh-CN',
        'auto-submitted': 'auto-generated',
      });
    }
  });

  it('sends many at once over its few connections', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => mailer.send({ ...mailTo('many@example.test'), messageId: `step-${index}` })),
    );
    const received = await listReceivedMails(server.webUrl, 'many@example.test');
    expect(new Set(received.map(({ headers }) => headers['message-id'])).size).toBe(30);
  });

  it('takes one recipient as one, and a header in a subject as text', async () => {
    const before = (await listReceivedMails(server.webUrl)).length;
    const error = await errorOf(mailer.send({ ...mailTo('a@example.test, b@example.test') }));
    expect(error.message).not.toContain('example.test');
    expect(await listReceivedMails(server.webUrl)).toHaveLength(before);
    await mailer.send({ ...mailTo('subject@example.test'), subject: 'x\r\nBcc: c@example.test' });
    const [received] = await listReceivedMails(server.webUrl, 'subject@example.test');
    expect(received?.headers['bcc']).toBeUndefined();
  });

  it('says TRANSIENT when the server is down, without any address', async () => {
    const [port = 0] = await findFreePorts(1);
    const down = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from });
    const error = await errorOf(down.send(mailTo('lost@example.test')));
    expect(error).toMatchObject({ kind: 'TRANSIENT' });
    expect(`${error.message} ${error.code} ${error.stack ?? ''}`).not.toContain('example.test');
    down.close();
  });

  it('says TRANSIENT when the server never answers', async () => {
    const silent = await refusingServer({});
    const waiting = createMailer({ smtpUrl: silent.smtpUrl, from, timeoutMs: 200 });
    expect(await errorOf(waiting.send(mailTo('lost@example.test')))).toMatchObject({ kind: 'TRANSIENT', code: 'ETIMEDOUT' });
    waiting.close();
    await silent.close();
  });

  it.each([
    ['PERMANENT', '550', { RCPT: '550 5.1.1 <gone@example.test> no such user' }],
    ['TRANSIENT', '451', { RCPT: '451 4.7.1 <gone@example.test> try later' }],
    ['TRANSIENT', '421', { CONNECT: '421 too many connections' }],
    ['PERMANENT', '554', { DATA: '554 refused' }],
  ])('says %s for an answer %s', async (kind, code, answers) => {
    const refusing = await refusingServer({ CONNECT: '220 ready', ...answers });
    const refused = createMailer({ smtpUrl: refusing.smtpUrl, from, timeoutMs: 2_000 });
    const error = await errorOf(refused.send(mailTo('gone@example.test')));
    expect(error).toMatchObject({ kind, code });
    expect(error.message).toBe(`the mail server did not take the mail (${kind}, ${code})`);
    refused.close();
    await refusing.close();
  });
});

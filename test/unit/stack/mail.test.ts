import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startMail, type Mail } from '../../../scripts/stack/mail.ts';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { deleteReceivedMails, listReceivedMails } from '../../../scripts/stack/received-mails.ts';

let directory: string;
let mail: Mail;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-mail-'));
  const [smtpPort = 0, webPort = 0] = await findFreePorts(2);
  mail = await startMail({ directory, smtpPort, webPort });
});

afterAll(async () => {
  await mail.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('the local mail server', () => {
  it('shows what it was given and lists it by recipient', async () => {
    const transport = createTransport(mail.smtpUrl);
    await transport.sendMail({
      from: 'office@example.test',
      to: 'zhang@example.test',
      subject: '去向登记',
      text: '请确认',
      headers: { 'message-id': '<step-1@quxiang>' },
    });
    await transport.sendMail({ from: 'office@example.test', to: 'li@example.test', subject: 'Other', text: 'x' });
    transport.close();
    const received = await listReceivedMails(mail.webUrl, 'zhang@example.test');
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      subject: '去向登记',
      text: expect.stringContaining('请确认') as string,
      headers: { 'message-id': '<step-1@quxiang>' },
    });
    expect(await listReceivedMails(mail.webUrl)).toHaveLength(2);
    expect(await (await fetch(mail.webUrl, { headers: { accept: 'text/html' } })).text()).toContain('<html');
    await deleteReceivedMails(mail.webUrl);
    expect(await listReceivedMails(mail.webUrl)).toEqual([]);
  });
});

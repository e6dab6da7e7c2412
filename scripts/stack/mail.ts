import { mkdir } from 'node:fs/promises';
import { MailDev } from 'maildev';

export interface MailOptions {
  /** Where received mails are kept. */
  directory: string;
  /** The address to listen on; 0.0.0.0 only inside a container. */
  host?: string;
  smtpPort: number;
  webPort: number;
}

export interface Mail {
  smtpUrl: string;
  /** The page on which people read the mails. */
  webUrl: string;
  stop(): Promise<void>;
}

const ownMachine = '127.0.0.1';

/** Starts a mail server that delivers nothing and shows everything. */
export async function startMail({ directory, host = ownMachine, smtpPort, webPort }: MailOptions): Promise<Mail> {
  await mkdir(directory, { recursive: true });
  const server = new MailDev({
    smtp: smtpPort,
    ip: host,
    web: webPort,
    webIp: host,
    mailDirectory: directory,
    maxEmails: 2_000,
    silent: true,
  });
  await quietly(() => server.start());
  return { smtpUrl: `smtp://${ownMachine}:${smtpPort}`, webUrl: `http://${ownMachine}:${webPort}`, stop: () => server.stop() };
}

// The server announces its address on the console by itself, in the middle of our own table.
async function quietly(work: () => Promise<unknown>): Promise<void> {
  const { info } = console;
  console.info = () => undefined;
  try {
    await work();
  } finally {
    console.info = info;
  }
}

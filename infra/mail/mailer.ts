import { createTransport } from 'nodemailer';
import type { Language } from '../../domain/text/language.ts';
import { MailError, mailErrorOf } from './mail-error.ts';

/** One mail to one person. */
export interface Mail {
  readonly to: string;
  /** Id of the notification; every attempt carries the same Message-ID, by which servers drop duplicates (trap 18). */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly lang: Language;
}

/** Sends mail; resolves when the server has taken it, else throws a MailError that says whether to try again. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** `smtpUrl` is smtp:// or smtps://, `from` an address with or without a name. */
export interface MailerConfig {
  readonly smtpUrl: string;
  readonly from: string;
  readonly timeoutMs?: number;
}

const idPattern = /^[A-Za-z0-9._-]{1,128}$/;
const domainOf = (address: string): string => /@([A-Za-z0-9.-]+)/.exec(address)?.[1] ?? 'localhost';

/** A pool of connections to the mail server that is made at the first mail and lives as long as the process. */
export const createMailer = ({ smtpUrl, from, timeoutMs = 15_000 }: MailerConfig): Mailer => {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    maxMessages: 200,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = domainOf(from);
  return {
    send: async ({ to, messageId, subject, text, html, lang }) => {
      if (!idPattern.test(messageId)) throw new MailError('PERMANENT', 'MESSAGEID');
      try {
        await transport.sendMail({
          from,
          // As an object it is one address; as text it could be a list.
          to: { name: '', address: to },
          messageId: `<${messageId}@${domain}>`,
          subject,
          text,
          html,
          headers: { 'Content-Language': lang === 'zh' ? 'zh-CN' : 'en', 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw mailErrorOf(error);
      }
    },
    close: () => transport.close(),
  };
};

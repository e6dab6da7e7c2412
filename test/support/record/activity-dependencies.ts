import { pino } from 'pino';
import type { ActivityDependencies } from '../../../activities/dependencies.ts';
import { createLogger, type Logger } from '../../../infra/logger/logger.ts';
import { createMailer, type Mailer } from '../../../infra/mail/mailer.ts';
import { stackAddresses } from '../stack/addresses.ts';
import type { TestRecord } from './test-record.ts';

export interface UpkeepOptions {
  /** Of a mail server other than the one of this run. */
  readonly smtpUrl?: string;
  readonly logger?: Logger;
}

/** What the upkeep of a record works with, Temporal aside: sealing and mailing do not need it. */
export function upkeepOf(
  record: TestRecord,
  { smtpUrl = stackAddresses().mail.smtpUrl, logger = pino({ level: 'silent' }) }: UpkeepOptions = {},
): ActivityDependencies & { readonly mailer: Mailer } {
  const mailer = createMailer({ smtpUrl, from: 'quxiang@example.com', timeoutMs: 3_000 });
  const needsTemporal = (): never => {
    throw new Error('this test has no Temporal');
  };
  return {
    ...record,
    mailer,
    logger,
    auditSigning: record.keyring.auditSigning,
    offlineSigning: record.keyring.offlineSigning,
    taskQueue: 'none',
    get client() {
      return needsTemporal();
    },
    get printing() {
      return needsTemporal();
    },
    get files() {
      return needsTemporal();
    },
    site: { name: '毕业去向登记', url: 'http://127.0.0.1:3000' },
  };
}

/** The real logger with its lines kept. */
export function recordingLogger(): { readonly logger: Logger; readonly lines: () => string } {
  const kept: string[] = [];
  return {
    logger: createLogger({ log: { level: 'trace' } }, 'test', {
      write: (line: string) => {
        kept.push(line);
      },
    }),
    lines: () => kept.join(''),
  };
}

import { pino, type DestinationStream, type Logger } from 'pino';
import { describeError } from './describe-error.ts';
import { maskIdentityNumbers } from './mask-identity-numbers.ts';
import { personalFields } from './personal-fields.ts';

export type { Logger } from 'pino';

/** A JSON logger that lets no personal data and no secret through, in three layers: fields, errors, whole lines. */
export function createLogger(
  config: { log: { level: string } },
  name: string,
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Logger {
  return pino(
    {
      name,
      level: config.log.level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: personalFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[removed]' },
      serializers: { err: describeError, error: describeError },
      hooks: { streamWrite: maskIdentityNumbers },
    },
    destination,
  );
}

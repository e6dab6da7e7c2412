import { z } from 'zod';
import { VerificationLimits } from '../../domain/verification/limits.ts';
import { flag, jsonOf, port, secret, url, variable } from './value-kinds.ts';

/** Every environment variable the application reads, with what it is for; nothing else reads the environment. */
export const variables = {
  NODE_ENV: variable(z.enum(['production', 'development', 'test']).default('production'), 'how strict to be; unset means production'),
  LOG_LEVEL: variable(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'least severe level that is logged',
  ),

  DATABASE_URL: secret(url('postgresql', 'postgres'), 'PostgreSQL under the application role'),
  DATABASE_ADMIN_URL: secret(
    url('postgresql', 'postgres').optional(),
    'PostgreSQL under the role that owns the schema; only migrations need it',
  ),

  TEMPORAL_ADDRESS: variable(z.string().regex(/^[^\s/]+:\d+$/, 'must be host:port'), 'host:port of the Temporal frontend'),
  TEMPORAL_NAMESPACE: variable(z.string().min(1).default('quxiang'), 'Temporal namespace'),
  TEMPORAL_UI_URL: variable(url('http', 'https'), 'address of the Temporal UI, for links'),
  TASK_QUEUE: variable(z.string().min(1).default('quxiang'), 'task queue of worker and API'),
  WORKER_RELEASE: variable(
    z.enum(['current', 'manual']).default('current'),
    'whether a starting worker gives all workflows to its version, or `npm run release` does',
  ),
  WORKFLOW_CACHE_SIZE: variable(z.coerce.number().int().min(1).max(100_000).default(2_000), 'workflows a worker keeps in memory'),

  SMTP_URL: secret(url('smtp', 'smtps'), 'mail server that delivers notifications'),
  MAIL_FROM: variable(z.string().min(3), 'sender of notifications'),

  OIDC_ISSUER: variable(url('http', 'https'), 'OpenID provider that graduates sign in with'),
  OIDC_CLIENT_ID: variable(z.string().min(1), 'client id at that provider'),
  OIDC_CLIENT_SECRET: secret(z.string().min(1), 'client secret at that provider'),
  OIDC_PROOFING_ACR: variable(z.string().min(1).default('urn:quxiang:acr:proofed'), 'acr value that stands for identity proofing'),

  PUBLIC_URL: variable(url('http', 'https'), 'address under which people reach the application; printed into QR codes'),
  HTTP_HOST: variable(z.string().min(1).default('127.0.0.1'), 'address the API listens on'),
  HTTP_PORT: variable(port.default(3000), 'port the API listens on'),
  TRUSTED_PROXIES: variable(
    z.string().min(1).default('loopback'),
    'addresses or networks of the proxies that may say whom they speak for, comma-separated',
  ),
  VERIFICATION_LIMITS: variable(
    jsonOf(VerificationLimits).prefault('{}'),
    'limits of online verification as JSON, for what differs from domain/verification/limits.ts',
  ),
  PLACE_HEADER: variable(
    z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header')
      .optional(),
    'header in which a trusted proxy says the city of a request, percent-encoded; told to graduates',
  ),
  METRICS_PORT: variable(port.default(9464), 'port of metrics and health, never public'),

  KEYS_FILE: variable(z.string().min(1), 'path of the JSON keyring'),
  FILES_DIR: variable(z.string().min(1), 'folder of evidence, statements and exports, encrypted'),
  PUPPETEER_EXECUTABLE_PATH: variable(z.string().min(1).optional(), 'Chromium to print with, if not the one found by itself'),
  PRESS_THREADS: variable(
    z.coerce.number().int().min(1).max(16).default(1),
    'threads that typeset batches of statements, about 100 MB each while a batch is printed; only workers',
  ),

  STATEMENT_ISSUER: variable(z.string().min(1), 'who issues statements'),
  STATEMENT_SOURCE_NOTE: variable(z.string().min(1), 'source note printed on statements'),
  STATEMENT_ISSUER_EN: variable(z.string().min(1).optional(), 'the same in English; the one above where it is not set'),
  STATEMENT_SOURCE_NOTE_EN: variable(z.string().min(1).optional(), 'the same in English; the one above where it is not set'),
  STATEMENT_SIGNING_CERTIFICATE_FILE: variable(
    z.string().min(1),
    'path of the certificate that statements are signed with, in PEM, followed by its issuers',
  ),
  STATEMENT_SIGNING_KEY_FILE: variable(z.string().min(1).optional(), 'path of its private key, PKCS#8 in PEM; only workers need it'),
  STATEMENT_SIGNING_PASSPHRASE: secret(z.string().min(1).optional(), 'passphrase of that key, if it has one'),
  STATEMENT_SPECIMEN: variable(flag.default(true), 'print 样例 across statements'),

  DEVELOPMENT_CLOCK: variable(flag.default(false), 'let the clock be moved forward; refused in production'),
  STAFF_SECOND_FACTOR: variable(z.enum(['required', 'optional']).optional(), 'second factor of staff; required in production unless set'),
  REVEALS_PER_HOUR: variable(
    z.coerce.number().int().min(1).max(10_000).default(120),
    'how often one person of the staff may see masked personal data in full within an hour',
  ),
  SHUTDOWN_GRACE_SECONDS: variable(z.coerce.number().int().min(1).max(3_600).default(20), 'seconds to drain after SIGTERM'),
};

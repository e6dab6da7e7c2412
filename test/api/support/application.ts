import { join } from 'node:path';
import { applyCommand } from '../../../activities/record/apply-command.ts';
import { createApp } from '../../../api/app.ts';
import type { CommandResult } from '../../../api/commands/submit-command.ts';
import type { ApiDependencies } from '../../../api/dependencies.ts';
import { listen } from '../../../api/http/listening-server.ts';
import { createMetrics } from '../../../api/http/metrics.ts';
import { createRateLimits } from '../../../api/http/rate-limits.ts';
import { openVerification } from '../../../api/verification/open-verification.ts';
import { readConfig } from '../../../infra/config/config.ts';
import { createFieldCipher } from '../../../infra/crypto/field-cipher.ts';
import { currentKey } from '../../../infra/crypto/keyring.ts';
import { createPrisma } from '../../../infra/database/prisma.ts';
import { createOpenId } from '../../../infra/identity/open-id.ts';
import { createLogger } from '../../../infra/logger/logger.ts';
import { acknowledgeCommand, storeCommand, type CommandRequest } from '../../../infra/record/command-store.ts';
import { createFileStore } from '../../../infra/storage/file-store.ts';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { attachTestRecord, openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';

export interface TestApplication {
  readonly record: TestRecord;
  readonly deps: ApiDependencies;
  readonly url: string;
  /** Everything that was logged so far. */
  readonly log: () => string;
  close(): Promise<void>;
}

export interface ApplicationOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Another replica on the database of this one, which keeps the database. */
  readonly beside?: TestApplication;
  /** Replaces single dependencies, for the real ports and for faults. */
  readonly replace?: (record: TestRecord, deps: ApiDependencies) => Partial<ApiDependencies>;
}

/** Decides a stored command as the lifecycle workflow would, in this process: the record is real, the process is not there. */
async function submitDirectly(record: TestRecord, request: CommandRequest): Promise<CommandResult> {
  const command = await storeCommand(record.pool, record.newId, request);
  await applyCommand(record, command.id);
  const done = await acknowledgeCommand(record.pool, command.id);
  if (!done?.outcome) throw new Error('the command has no outcome');
  return { commandId: command.id, status: 'DONE', outcome: done.outcome };
}

const notHere = () => Promise.reject(new Error('this needs a worker: see the tests on the real stack'));

/** The application on a database of its own, listening on a free port. */
export async function openApplication({
  environment = {},
  beside,
  replace = () => ({}),
}: ApplicationOptions = {}): Promise<TestApplication> {
  const record = beside ? attachTestRecord(beside.record.database) : await openTestRecord();
  const { identity, temporal, mail, keysFile, directory } = stackAddresses();
  const [port = 0] = await findFreePorts(1);
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'info',
    DATABASE_URL: record.database.url,
    DATABASE_ADMIN_URL: record.database.adminUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    TEMPORAL_UI_URL: temporal.uiUrl,
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: 'quxiang@example.com',
    KEYS_FILE: keysFile,
    STATEMENT_SIGNING_CERTIFICATE_FILE: join(directory, 'signing', 'signing-certificate.pem'),
    FILES_DIR: join(directory, 'api-files', String(port)),
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: identity.clientId,
    OIDC_CLIENT_SECRET: identity.clientSecret,
    OIDC_PROOFING_ACR: identity.proofingAcr,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HTTP_PORT: String(port),
    STATEMENT_ISSUER: '示例签发机构',
    STATEMENT_SOURCE_NOTE: '样例数据',
    DEVELOPMENT_CLOCK: 'true',
    ...environment,
  });
  const lines: string[] = [];
  const { pool, keyring, rulePacks, cipher, index, seals, newId } = record;
  const metrics = createMetrics();
  const prisma = createPrisma(record.database.url);
  const base: ApiDependencies = {
    config,
    pool,
    prisma,
    rulePacks,
    cipher,
    index,
    seals,
    newId,
    offlineSigning: keyring.offlineSigning,
    metrics,
    logger: createLogger(config, 'api-test', { write: (line: string) => void lines.push(line) }),
    cookieCipher: createFieldCipher(keyring.cookie),
    files: createFileStore({ directory: config.files.directory, keys: keyring.files }),
    openId: createOpenId({ ...config.identity, redirectUri: `${config.http.publicUrl}/auth/callback` }),
    rateLimits: createRateLimits(pool, currentKey(keyring.cookie), {
      revealsPerHour: config.staff.revealsPerHour,
      onLimited: (name) => metrics.countRateLimit(name),
    }),
    submitCommand: (request) => submitDirectly(record, request),
    startRosterImport: notHere,
    startTransferNumberBatch: () => Promise.resolve(),
    startExport: () => Promise.resolve(),
    startPrintBatch: () => Promise.resolve(),
    startRosterStep: notHere,
    startCalendars: () => Promise.resolve(),
    statements: { forGrant: notHere, forTransferNumber: notHere, preview: notHere },
    dispatchPapers: notHere,
    ...openVerification({ pool, seals, keyring, newId, limits: config.verification.limits, metrics }),
    isTemporalServing: () => Promise.resolve(true),
    moveClock: () => Promise.resolve(),
  };
  const deps = { ...base, ...replace(record, base) };
  const server = await listen(createApp(deps), { host: '127.0.0.1', port });
  return {
    record,
    deps,
    url: config.http.publicUrl,
    log: () => lines.join(''),
    close: async () => {
      await server.stop(1_000);
      await prisma.$disconnect();
      await (beside ? record.pool.end() : record.close());
    },
  };
}

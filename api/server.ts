import { Client, Connection } from '@temporalio/client';
import { readConfig } from '../infra/config/config.ts';
import { createBlindIndex } from '../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../infra/crypto/field-cipher.ts';
import { currentKey, readKeyring } from '../infra/crypto/keyring.ts';
import { newId } from '../infra/crypto/secure-random.ts';
import { createPool } from '../infra/database/pool.ts';
import { createPrisma } from '../infra/database/prisma.ts';
import { createOpenId } from '../infra/identity/open-id.ts';
import { createLogger } from '../infra/logger/logger.ts';
import { refuseLostAuditCount } from '../infra/record/audit-count.ts';
import { readClockOffset, refuseMovedClock } from '../infra/record/clock.ts';
import { createNumberSeals } from '../infra/record/number-seals.ts';
import { createRulePacks } from '../infra/record/rule-packs.ts';
import { readSigningCertificates } from '../infra/signing/signing-identity.ts';
import { createContentKeys } from '../infra/storage/content-key.ts';
import { createFileStore } from '../infra/storage/file-store.ts';
import { alignOpenWorkflows } from '../infra/temporal/align-open-workflows.ts';
import { startCohortCalendars } from '../infra/temporal/start-cohort-calendar.ts';
import { startExport } from '../infra/temporal/start-export.ts';
import { startPrintBatch } from '../infra/temporal/start-print-batch.ts';
import { startRosterStep } from '../infra/temporal/start-roster-step.ts';
import { startRosterImport } from '../infra/temporal/start-roster-import.ts';
import { startSoon } from '../infra/temporal/start-soon.ts';
import { startTransferNumberBatch } from '../infra/temporal/start-transfer-number-batch.ts';
import { createApp } from './app.ts';
import { submitCommand } from './commands/submit-command.ts';
import type { ApiDependencies } from './dependencies.ts';
import { createPaperPort } from './dispatch/printed-papers.ts';
import { listen } from './http/listening-server.ts';
import { createMetrics } from './http/metrics.ts';
import { createMetricsApp } from './http/metrics-app.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { createStatementPort } from './statements/printed-statements.ts';
import { openVerification } from './verification/open-verification.ts';

const config = readConfig(process.env);
const logger = createLogger(config, 'api');
const graceMs = config.shutdown.graceSeconds * 1000;

const fail = (error: unknown, message: string): void => {
  logger.fatal({ err: error }, message);
  process.exit(1);
};
process
  .once('uncaughtException', (error) => fail(error, 'unexpected error'))
  .once('unhandledRejection', (error) => fail(error, 'unexpected rejection'));

const pool = createPool(config.database.url, 30);
if (!config.clock.development) await refuseMovedClock(pool);
await refuseLostAuditCount(pool);
const prisma = createPrisma(config.database.url);
const keyring = readKeyring(config.keys.file);
const cipher = createFieldCipher(keyring.field);
const index = createBlindIndex(keyring.blindIndex);
const seals = createNumberSeals(cipher, index);
const rulePacks = createRulePacks(pool);
const files = createFileStore({ directory: config.files.directory, keys: keyring.files });
const metrics = createMetrics();
// Connects at first use: while Temporal is away, commands are taken and the sweeper sends them later.
const connection = Connection.lazy({ address: config.temporal.address });
const client = new Client({ connection, namespace: config.temporal.namespace });
const { taskQueue } = config.temporal;
const { offlineSigning } = keyring;

const deps: ApiDependencies = {
  config,
  logger,
  metrics,
  pool,
  prisma,
  rulePacks,
  cipher,
  index,
  seals,
  files,
  newId,
  offlineSigning,
  cookieCipher: createFieldCipher(keyring.cookie),
  openId: createOpenId({ ...config.identity, redirectUri: `${config.http.publicUrl}/auth/callback` }),
  rateLimits: createRateLimits(pool, currentKey(keyring.cookie), {
    revealsPerHour: config.staff.revealsPerHour,
    onLimited: (name) => metrics.countRateLimit(name),
  }),
  submitCommand: (request) =>
    submitCommand(
      {
        pool,
        rulePacks,
        newId,
        logger,
        client,
        taskQueue,
        clockOffsetMs: async () => (config.clock.development ? readClockOffset(pool) : 0),
      },
      request,
    ),
  statements: createStatementPort({
    pool,
    seals,
    offlineSigning,
    files,
    client,
    taskQueue,
    contentKey: createContentKeys(keyring.files),
    certificate: readSigningCertificates(config.signing.certificateFile).signer,
    settings: { ...config.statement, publicUrl: config.http.publicUrl },
  }),
  dispatchPapers: createPaperPort({ client, taskQueue, files }),
  ...openVerification({ pool, seals, keyring, newId, limits: config.verification.limits, metrics }),
  isTemporalServing: () =>
    connection
      .withDeadline(Date.now() + 3_000, () => connection.workflowService.getSystemInfo({}))
      .then(
        () => true,
        () => false,
      ),
  startRosterImport: (importId, trialOnly) =>
    startSoon(connection, logger, () => startRosterImport(client, taskQueue, importId, trialOnly)),
  startRosterStep: (importId, step) => startSoon(connection, logger, () => startRosterStep(client, taskQueue, importId, step)),
  startTransferNumberBatch: (batchId) => startSoon(connection, logger, () => startTransferNumberBatch(client, taskQueue, batchId)),
  startExport: (exportId) => startSoon(connection, logger, () => startExport(client, taskQueue, exportId)),
  startPrintBatch: (batchId) => startSoon(connection, logger, () => startPrintBatch(client, taskQueue, batchId)),
  startCalendars: (schoolId) => startCohortCalendars({ pool, client, taskQueue }, schoolId),
  moveClock: async (aheadMs) => {
    await alignOpenWorkflows(client, aheadMs);
  },
};

let stopping = false;
const isStopping = (): boolean => stopping;
const api = await listen(createApp(deps, isStopping), config.http);
const measurements = await listen(createMetricsApp(metrics, pool, isStopping), { host: config.http.host, port: config.metrics.port });
logger.info({ port: api.port, metricsPort: measurements.port }, 'api is listening');

const stop = async (signal: string): Promise<void> => {
  stopping = true;
  logger.info({ signal, graceSeconds: config.shutdown.graceSeconds }, 'no new connections; requests may finish');
  const finished = await api.stop(graceMs);
  await measurements.stop(1_000);
  await Promise.allSettled([prisma.$disconnect(), connection.close(), pool.end()]);
  logger.info({ finished }, 'api has stopped');
};
const stopOnce = (signal: string): void => {
  if (!stopping) stop(signal).catch((error: unknown) => fail(error, 'could not stop cleanly'));
};
process.on('SIGTERM', stopOnce).on('SIGINT', stopOnce);

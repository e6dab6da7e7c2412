import { concealErrors } from './activities/conceal-errors.ts';
import { createActivities } from './activities/create-activities.ts';
import { readConfig } from './infra/config/config.ts';
import { createBlindIndex } from './infra/crypto/blind-index.ts';
import { createFieldCipher } from './infra/crypto/field-cipher.ts';
import { readKeyring } from './infra/crypto/keyring.ts';
import { newId, nextIndex } from './infra/crypto/secure-random.ts';
import { createPool } from './infra/database/pool.ts';
import { createPdfBrowser } from './infra/pdf/browser.ts';
import { createPaperRenderer } from './infra/pdf/render-paper.ts';
import { createStatementPress } from './infra/pdf/statement-press.ts';
import { createStatementRenderer } from './infra/pdf/render-statement.ts';
import { readSigningIdentity } from './infra/signing/signing-identity.ts';
import { createStatementSigner } from './infra/signing/statement-signer.ts';
import { createContentKeys } from './infra/storage/content-key.ts';
import { createFileStore } from './infra/storage/file-store.ts';
import { createLogger } from './infra/logger/logger.ts';
import { createMailer } from './infra/mail/mailer.ts';
import { createManyStatusPlaces, createStatusPlaces } from './infra/offline/status-places.ts';
import { refuseLostAuditCount } from './infra/record/audit-count.ts';
import { createNumberSeals } from './infra/record/number-seals.ts';
import { createRulePacks } from './infra/record/rule-packs.ts';
import { refuseMovedClock } from './infra/record/clock.ts';
import { connectTemporal } from './infra/temporal/connect.ts';
import { createWorker } from './infra/temporal/create-worker.ts';
import { buildIdOf, makeCurrent } from './infra/temporal/deployment.ts';
import { installRuntime } from './infra/temporal/runtime.ts';
import { ensureSchedules } from './infra/temporal/schedules.ts';
import { bundleWorkflows } from './infra/temporal/workflow-bundle.ts';

const config = readConfig(process.env);
const logger = createLogger(config, 'worker');
const { address, namespace, taskQueue, workflowCacheSize, release } = config.temporal;
installRuntime(logger, { host: config.http.host, port: config.metrics.port });

const pool = createPool(config.database.url, 40);
if (!config.clock.development) await refuseMovedClock(pool);
await refuseLostAuditCount(pool);
const keyring = readKeyring(config.keys.file);
const cipher = createFieldCipher(keyring.field);
const mailer = createMailer({ smtpUrl: config.mail.smtpUrl, from: config.mail.from });
const temporal = await connectTemporal(config.temporal);
const index = createBlindIndex(keyring.blindIndex);
const seals = createNumberSeals(cipher, index);
const files = createFileStore({ directory: config.files.directory, keys: keyring.files });
const signing = readSigningIdentity(config.signing);
const signer = createStatementSigner(signing);
const browser = createPdfBrowser({ executablePath: config.browser.executablePath });
const printing = {
  statements: { pool, seals, offlineSigning: keyring.offlineSigning, settings: { ...config.statement, publicUrl: config.http.publicUrl } },
  render: createStatementRenderer(browser, signer),
  renderPaper: createPaperRenderer(browser),
  files,
  certificate: signing.signer,
  signer,
  contentKey: createContentKeys(keyring.files),
  openPress: () => createStatementPress({ threads: config.press.threads, signing }),
};
const activities = createActivities({
  pool,
  cipher,
  mailer,
  newId,
  nextIndex,
  logger,
  taskQueue,
  client: temporal.client,
  rulePacks: createRulePacks(pool),
  seals,
  index,
  files,
  printing,
  site: { name: '毕业去向登记', url: config.http.publicUrl },
  auditSigning: keyring.auditSigning,
  offlineSigning: keyring.offlineSigning,
  takeStatusPlace: createStatusPlaces(keyring.statusPlace),
  takeStatusPlaces: createManyStatusPlaces(keyring.statusPlace),
});
const workflowBundle = await bundleWorkflows();
const version = { deploymentName: taskQueue, buildId: buildIdOf(workflowBundle) };
const running = await createWorker({
  address,
  namespace,
  taskQueue,
  activities,
  workflowBundle,
  interceptor: concealErrors(logger),
  cacheSize: workflowCacheSize,
  graceSeconds: config.shutdown.graceSeconds,
  version,
});
if (release === 'current') await makeCurrent(temporal.client, version);
await ensureSchedules(temporal.client, taskQueue);

const drain = (signal: string) => {
  logger.info({ signal, graceSeconds: config.shutdown.graceSeconds }, 'draining: no new work, running activities may finish');
  running.worker.shutdown();
};
process.once('SIGTERM', drain).once('SIGINT', drain);

logger.info({ taskQueue, buildId: version.buildId, release, workflowCacheSize }, 'worker is running');
try {
  await running.worker.run();
} catch (error) {
  logger.fatal({ err: error }, 'worker failed');
  process.exitCode = 1;
}
mailer.close();
await Promise.allSettled([browser.close(), running.close(), temporal.close(), pool.end()]);
logger.info('worker has stopped');

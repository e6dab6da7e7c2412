import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { concealErrors } from '../../../activities/conceal-errors.ts';
import { createActivities } from '../../../activities/create-activities.ts';
import type { ActivityDependencies } from '../../../activities/dependencies.ts';
import type { PrintingDependencies } from '../../../activities/statements/print-statement.ts';
import { createPdfBrowser, type PdfBrowser } from '../../../infra/pdf/browser.ts';
import { createPaperRenderer } from '../../../infra/pdf/render-paper.ts';
import { createStatementPress } from '../../../infra/pdf/statement-press.ts';
import { createStatementRenderer } from '../../../infra/pdf/render-statement.ts';
import { readSigningIdentity } from '../../../infra/signing/signing-identity.ts';
import { createStatementSigner } from '../../../infra/signing/statement-signer.ts';
import { createContentKeys } from '../../../infra/storage/content-key.ts';
import { createFileStore } from '../../../infra/storage/file-store.ts';
import { createMailer } from '../../../infra/mail/mailer.ts';
import { connectTemporal } from '../../../infra/temporal/connect.ts';
import { createWorker } from '../../../infra/temporal/create-worker.ts';
import type { DeploymentVersion } from '../../../infra/temporal/deployment.ts';
import { ensureSigningCertificate } from '../../../scripts/stack/signing-certificate.ts';
import { statementSettings } from '../statements/statement-settings.ts';
import { stackAddresses } from '../stack/addresses.ts';
import type { TestRecord } from '../record/test-record.ts';
import { coverageSinks, mergeCoverage, sharedBundle } from './shared-bundle.ts';

const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
Runtime.install({ logger: quiet, shutdownSignals: [] });

export interface TestWorker {
  readonly client: Client;
  readonly taskQueue: string;
  readonly dependencies: ActivityDependencies;
  /** Drains and closes. */
  stop(): Promise<void>;
}

export interface TestWorkerOptions {
  readonly taskQueue?: string;
  readonly version?: DeploymentVersion;
  /** Replaces single activities, for faults. */
  readonly activities?: (real: ReturnType<typeof createActivities>) => Partial<ReturnType<typeof createActivities>>;
}

async function printingOn({ pool, seals, keyring }: TestRecord, browser: PdfBrowser): Promise<PrintingDependencies> {
  const identity = readSigningIdentity(await ensureSigningCertificate(join(stackAddresses().directory, 'signing')));
  return {
    statements: { pool, seals, offlineSigning: keyring.offlineSigning, settings: statementSettings },
    render: createStatementRenderer(browser, createStatementSigner(identity)),
    renderPaper: createPaperRenderer(browser),
    contentKey: createContentKeys(keyring.files),
    openPress: () => createStatementPress({ threads: 1, signing: identity }),
    certificate: identity.signer,
    signer: createStatementSigner(identity),
    files: createFileStore({ directory: join(stackAddresses().directory, 'files'), keys: keyring.files }),
  };
}

/** A real worker on a task queue of its own, with the activities on the given record. */
export async function startTestWorker(record: TestRecord, options: TestWorkerOptions = {}): Promise<TestWorker> {
  const { temporal, mail } = stackAddresses();
  const taskQueue = options.taskQueue ?? `test-${randomUUID()}`;
  const { client, close } = await connectTemporal(temporal);
  const logger = pino({ level: 'silent' });
  const mailer = createMailer({ smtpUrl: mail.smtpUrl, from: 'quxiang@example.com' });
  const browser = createPdfBrowser();
  const printing = await printingOn(record, browser);
  const dependencies: ActivityDependencies = {
    ...record,
    printing,
    files: printing.files,
    site: { name: '毕业去向登记', url: statementSettings.publicUrl },
    client,
    taskQueue,
    mailer,
    logger,
    auditSigning: record.keyring.auditSigning,
    offlineSigning: record.keyring.offlineSigning,
  };
  const real = createActivities(dependencies);
  const running = await createWorker({
    ...temporal,
    taskQueue,
    workflowBundle: await sharedBundle(),
    activities: { ...real, ...options.activities?.(real) },
    interceptor: concealErrors(logger),
    cacheSize: 1_000,
    graceSeconds: 5,
    version: options.version,
    sinks: coverageSinks,
  });
  const finished = running.worker.run();
  return {
    client,
    taskQueue,
    dependencies,
    stop: async () => {
      running.worker.shutdown();
      await finished;
      mergeCoverage();
      await running.close();
      mailer.close();
      await browser.close();
      await close();
    },
  };
}

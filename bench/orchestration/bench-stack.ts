import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts } from '../../scripts/stack/ports.ts';
import { startApplication } from '../../scripts/start/application.ts';
import { startComponents } from '../../scripts/start/components.ts';
import { applicationEnvironment } from '../../scripts/start/environment.ts';
import { Lifetime } from '../../scripts/start/lifetime.ts';
import { readSettings } from '../../scripts/start/settings.ts';

export interface BenchStack {
  readonly url: string;
  readonly databaseUrl: string;
  readonly adminUrl: string;
  readonly keysFile: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly lifetime: Lifetime;
  /** Worker and API run when the stack is handed out; a benchmark may have the machine without them for a while. */
  readonly application: { start(): Promise<void>; stop(): Promise<void> };
}

/** The same processes as `npm start`, durable PostgreSQL included, on free ports and an empty folder. */
export async function startBenchStack(): Promise<BenchStack> {
  const directory = await mkdtemp(join(tmpdir(), 'quxiang-bench-'));
  await chmod(directory, 0o711);
  const names = [
    'HTTP_PORT',
    'METRICS_PORT',
    'WORKER_METRICS_PORT',
    'POSTGRES_PORT',
    'TEMPORAL_PORT',
    'TEMPORAL_UI_PORT',
    'SMTP_PORT',
    'MAIL_PORT',
    'OIDC_PORT',
  ];
  const ports = await findFreePorts(names.length);
  const settings = readSettings({
    QUXIANG_DATA_DIR: directory,
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
  });
  const lifetime = new Lifetime();
  lifetime.add('data folder', () => rm(directory, { recursive: true, force: true }));
  const components = await startComponents(settings, lifetime, () => undefined);
  const environment = { ...applicationEnvironment(settings, components, process.env), LOG_LEVEL: 'warn', DEVELOPMENT_CLOCK: 'false' };
  let running = new Lifetime();
  const application = {
    start: async (): Promise<void> => {
      running = new Lifetime();
      await startApplication(settings, environment, running);
    },
    stop: (): Promise<void> => running.end(),
  };
  lifetime.add('application', application.stop);
  await application.start();
  return {
    url: `http://127.0.0.1:${settings.HTTP_PORT}`,
    databaseUrl: components.database.url,
    adminUrl: components.database.adminUrl,
    keysFile: components.keysFile,
    lifetime,
    application,
    temporal: { address: components.temporal.address, namespace: settings.TEMPORAL_NAMESPACE },
  };
}

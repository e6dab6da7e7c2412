import { startApplication } from './start/application.ts';
import { startComponents } from './start/components.ts';
import { claimDataFolder, emptyDataFolder } from './start/data-folder.ts';
import { loadDemonstrationSchool } from './start/demonstration.ts';
import { readDemonstrationAccounts } from './start/demonstration-accounts.ts';
import { applicationEnvironment, seedFiles } from './start/environment.ts';
import { Lifetime } from './start/lifetime.ts';
import { logToTerminal } from './start/logs.ts';
import { checkDataFolder, checkPorts } from './start/preflight.ts';
import { readSettings } from './start/settings.ts';
import { onStopRequest } from './start/stop-request.ts';
import { renderSummary } from './start/summary.ts';
import { ensurePages } from './web/pages.ts';
import { StackError } from './stack/stack-error.ts';

const lifetime = new Lifetime();
const say = logToTerminal('stack');

/** Brings everything up; returns what went wrong when a part ends by itself. */
async function bringUp(args: readonly string[]): Promise<string> {
  const unknown = args.filter((arg) => arg !== '--reset');
  if (unknown.length > 0)
    throw new StackError(`npm start does not know ${unknown.join(' ')}.`, 'It knows one option: npm start -- --reset');
  const settings = readSettings(process.env);
  await checkDataFolder(settings.QUXIANG_DATA_DIR);
  const release = await claimDataFolder(settings.QUXIANG_DATA_DIR);
  lifetime.add('data folder', release);
  if (args.includes('--reset')) await emptyDataFolder(settings.QUXIANG_DATA_DIR);
  await checkPorts(settings);
  const [components] = await Promise.all([startComponents(settings, lifetime, say), ensurePages(say)]);
  const environment = applicationEnvironment(settings, components, process.env);
  const application = await startApplication(settings, environment, lifetime);
  const files = seedFiles(settings, components);
  await loadDemonstrationSchool(settings, { ...environment, ...files, DATABASE_ADMIN_URL: components.database.adminUrl }, lifetime);
  process.stdout.write(
    `${renderSummary({
      publicUrl: environment['PUBLIC_URL'] ?? '',
      temporalUiUrl: components.temporal.uiUrl,
      namespace: settings.TEMPORAL_NAMESPACE,
      mailUrl: components.mail.webUrl,
      issuer: components.identity.issuer,
      databaseAddress: new URL(components.database.url).host,
      dataFolder: settings.QUXIANG_DATA_DIR,
      accounts: await readDemonstrationAccounts(files.DEMONSTRATION_ACCOUNTS_FILE),
    })}\n`,
  );
  return Promise.race([components.ended, application.ended]);
}

function report(error: unknown): void {
  if (error instanceof StackError) process.stderr.write(`\n${error.message}\n\nWhat to do: ${error.advice}\n`);
  else process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

const stopRequest = onStopRequest(() => say('Stopping: the worker finishes what it has begun (Ctrl-C again ends it at once) …'));
try {
  const ended = await Promise.race([bringUp(process.argv.slice(2)), stopRequest]);
  if (ended !== undefined) {
    process.stderr.write(`\n${ended} has ended by itself. What it said stands above or in the logs folder of the data.\n`);
    process.exitCode = 1;
  }
} catch (error) {
  report(error);
  process.exitCode = 1;
}
await lifetime.end();
process.exit();

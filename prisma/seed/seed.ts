import { noProgress, type RosterDependencies } from '../../activities/roster/dependencies.ts';
import { startLifecycles } from '../../activities/roster/start-lifecycles.ts';
import { readConfig, type Config } from '../../infra/config/config.ts';
import { createBlindIndex } from '../../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createPool } from '../../infra/database/pool.ts';
import { createStatusPlaces } from '../../infra/offline/status-places.ts';
import { createNumberSeals } from '../../infra/record/number-seals.ts';
import { createRulePacks } from '../../infra/record/rule-packs.ts';
import { createFileStore } from '../../infra/storage/file-store.ts';
import { connectTemporal } from '../../infra/temporal/connect.ts';
import { seedDemonstration } from './seed-demonstration.ts';
import { demonstrationAccounts, identitiesOf, readSeededPeople, writeJson } from './seeded-people.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const config = readConfig(process.env);
if (config.environment === 'production') {
  process.stderr.write('The demonstration data have a known password and are never loaded with NODE_ENV=production.\n');
  process.exit(1);
}
const dependencies = compose(config);
try {
  const { importId, cohort, report } = await seedDemonstration(dependencies);
  say(`First class of cohort ${cohort}: ${report.imported} graduates.`);
  const people = await readSeededPeople(dependencies, importId);
  // Only the development stack has these files, so they are no part of the configuration.
  const { OIDC_ACCOUNTS_FILE, DEMONSTRATION_ACCOUNTS_FILE } = process.env;
  if (OIDC_ACCOUNTS_FILE) await writeJson(OIDC_ACCOUNTS_FILE, identitiesOf(cohort));
  if (DEMONSTRATION_ACCOUNTS_FILE) await writeJson(DEMONSTRATION_ACCOUNTS_FILE, demonstrationAccounts(people));
  say(await startWaiting(config, dependencies, importId));
} finally {
  await dependencies.pool.end();
}

function compose({ database, keys, files }: Config): RosterDependencies {
  const keyring = readKeyring(keys.file);
  const pool = createPool(database.url, 5);
  const cipher = createFieldCipher(keyring.field);
  const index = createBlindIndex(keyring.blindIndex);
  return {
    pool,
    rulePacks: createRulePacks(pool),
    cipher,
    index,
    seals: createNumberSeals(cipher, index),
    newId,
    takeStatusPlace: createStatusPlaces(keyring.statusPlace),
    files: createFileStore({ directory: files.directory, keys: keyring.files }),
  };
}

/** Needs the Temporal server but no worker; without the server the starts are left to the next seed or to the reconciliation. */
async function startWaiting({ temporal }: Config, { pool, rulePacks }: RosterDependencies, importId: string): Promise<string> {
  const connected = await connectTemporal(temporal).catch(() => undefined);
  if (!connected) return 'Temporal does not answer: the lifecycle workflows are yet to be started.';
  try {
    const { client } = connected;
    return `Lifecycle workflows started: ${await startLifecycles({ pool, rulePacks, client, taskQueue: temporal.taskQueue }, importId, noProgress)}.`;
  } finally {
    await connected.close();
  }
}

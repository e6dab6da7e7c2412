import { noProgress, type RosterDependencies } from '../../activities/roster/dependencies.ts';
import { processRoster } from '../../activities/roster/process-roster.ts';
import { createBlindIndex } from '../../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createPool } from '../../infra/database/pool.ts';
import { createStatusPlaces } from '../../infra/offline/status-places.ts';
import { createNumberSeals } from '../../infra/record/number-seals.ts';
import { createRulePacks } from '../../infra/record/rule-packs.ts';
import { createFileStore } from '../../infra/storage/file-store.ts';

/** What a process that does nothing but import says about itself: seconds of each run, those of its processor time, and the most memory it has held. */
export interface ImportRun {
  readonly validateSeconds: number;
  readonly validateProcessorSeconds: number;
  readonly commitSeconds: number;
  readonly commitProcessorSeconds: number;
  readonly imported: number;
  readonly residentMegabytes: number;
}

const [databaseUrl = '', keysFile = '', directory = '', importId = ''] = process.argv.slice(2);
const keyring = readKeyring(keysFile);
const pool = createPool(databaseUrl, 4);
const [cipher, index] = [createFieldCipher(keyring.field), createBlindIndex(keyring.blindIndex)];
const dependencies: RosterDependencies = {
  pool,
  cipher,
  index,
  newId,
  takeStatusPlace: createStatusPlaces(keyring.statusPlace),
  rulePacks: createRulePacks(pool),
  seals: createNumberSeals(cipher, index),
  files: createFileStore({ directory, keys: keyring.files }),
};
const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};
const [began, processorBegan] = [performance.now(), processorSeconds()];
const trial = await processRoster(dependencies, importId, 'TRIAL', noProgress);
const [between, processorBetween] = [performance.now(), processorSeconds()];
const report = await processRoster(dependencies, importId, 'COMMIT', noProgress);
const [ended, processorEnded] = [performance.now(), processorSeconds()];
if (trial.invalid > 0 || trial.refusal !== null)
  throw new Error(`the roster of the benchmark has mistakes: ${trial.refusal ?? trial.invalid}`);
const run: ImportRun = {
  validateSeconds: (between - began) / 1000,
  validateProcessorSeconds: processorBetween - processorBegan,
  commitSeconds: (ended - between) / 1000,
  commitProcessorSeconds: processorEnded - processorBetween,
  imported: report.imported,
  residentMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(`${JSON.stringify(run)}\n`);
await pool.end();

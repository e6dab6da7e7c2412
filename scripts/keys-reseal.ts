import { parseArgs } from 'node:util';
import { createBlindIndex } from '../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../infra/crypto/field-cipher.ts';
import { readKeyring } from '../infra/crypto/keyring.ts';
import { createPool } from '../infra/database/pool.ts';
import { findKeysInUse } from '../infra/rotation/keys-in-use.ts';
import { resealTable } from '../infra/rotation/reseal-rows.ts';
import { sealedTables } from '../infra/rotation/sealed-tables.ts';
import { resealFiles } from '../infra/storage/reseal-files.ts';
import { required } from './compose/required.ts';
import { keyringPath, runCommand } from './keys/purpose.ts';
import { renderTable } from './text-table.ts';

/** `keys:reseal [--batch 500]`: everything under the current keys, then which keys are still needed. May be killed and run again. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { batch: { type: 'string', default: '500' } } });
  const keyring = readKeyring(keyringPath());
  const seals = { cipher: createFieldCipher(keyring.field), index: createBlindIndex(keyring.blindIndex) };
  const directory = required('FILES_DIR');
  const pool = createPool(required('DATABASE_URL'), 2);
  const say = (place: string, count: number): void => void process.stdout.write(`${place}: ${count}\n`);
  try {
    for (const table of sealedTables) await resealTable(pool, table, { keyring, seals, batch: Number(values.batch), onBatch: say });
    await resealFiles(directory, keyring.files, (count) => {
      if (count % 500 === 0) say('files', count);
    });
    const uses = await findKeysInUse(pool, directory);
    process.stdout.write(
      `${renderTable(
        ['purpose', 'key', '', 'place', 'count'],
        uses.map(({ purpose, keyId, place, count }) => [
          purpose,
          keyId,
          keyring[purpose].current === keyId ? 'current' : 'old',
          place,
          String(count),
        ]),
      )}\n`,
    );
  } finally {
    await pool.end();
  }
});

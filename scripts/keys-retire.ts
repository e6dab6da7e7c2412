import { parseArgs } from 'node:util';
import { createPool } from '../infra/database/pool.ts';
import { removeKey, RotationRefused } from '../infra/rotation/edit-keyring.ts';
import { findKeysInUse } from '../infra/rotation/keys-in-use.ts';
import { required } from './compose/required.ts';
import { keyringPath, purposeNamed, runCommand } from './keys/purpose.ts';

/** `keys:retire -- <purpose> <id>`: takes an old key away when nothing needs it any more. */
await runCommand(async () => {
  const {
    positionals: [name, id = ''],
  } = parseArgs({ allowPositionals: true });
  const purpose = purposeNamed(name);
  const pool = createPool(required('DATABASE_URL'), 2);
  try {
    const uses = (await findKeysInUse(pool, required('FILES_DIR'))).filter((use) => use.purpose === purpose && use.keyId === id);
    if (uses.length > 0)
      throw new RotationRefused(`${purpose} ${id} is still needed: ${uses.map(({ place, count }) => `${place} (${count})`).join(', ')}`);
    removeKey(keyringPath(), purpose, id);
    process.stdout.write(
      `${purpose}: ${id} is gone from the keyring. Restart every process; keep a backup of the key for as long as backups of the record need it.\n`,
    );
  } finally {
    await pool.end();
  }
});

import { parseArgs } from 'node:util';
import { shanghaiDate } from '../domain/calendar/shanghai.ts';
import { readKeyring } from '../infra/crypto/keyring.ts';
import { addKey, promoteKey } from '../infra/rotation/edit-keyring.ts';
import { keyringPath, purposeNamed, runCommand } from './keys/purpose.ts';

/** `keys:rotate -- <purpose> [--prepare | --use <id>]` (docs/operations.md, "Keys"). */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { prepare: { type: 'boolean', default: false }, use: { type: 'string' } },
  });
  const purpose = purposeNamed(positionals[0]);
  const path = keyringPath();
  const id = values.use ?? addKey(path, purpose, shanghaiDate(Date.now()));
  if (!values.prepare) promoteKey(path, purpose, id);
  const { current } = readKeyring(path)[purpose];
  process.stdout.write(
    values.prepare
      ? `${purpose}: ${id} is known, ${current} is still current. Restart every process, then: npm run keys:rotate -- ${purpose} --use ${id}\n`
      : `${purpose}: ${current} is current. Restart every process, then: npm run keys:reseal\n`,
  );
});

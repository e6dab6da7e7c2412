import { ensureKeyring } from '../stack/keys.ts';
import { required } from './required.ts';

await ensureKeyring(required('KEYS_FILE'));
process.stdout.write('The keyring is there.\n');

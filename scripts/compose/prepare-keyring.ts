import { ensureKeyring } from '../stack/keys.ts';
import { dirname } from 'node:path';
import { ensureSigningCertificate } from '../stack/signing-certificate.ts';
import { required } from './required.ts';

await ensureKeyring(required('KEYS_FILE'));
await ensureSigningCertificate(dirname(required('KEYS_FILE')));
process.stdout.write('Keyring and signing certificate are there.\n');

import { generateKeyPairSync, randomBytes } from 'node:crypto';

const generateSecretSet = (id: string) => ({ current: id, keys: { [id]: randomBytes(32).toString('base64') } });
const generateSigningSet = (id: string) => ({
  current: id, keys: { [id]: generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') },
});

/** A fresh keyring as JSON text, one key per purpose with the given id; for new installations, development and tests. */
export const generateKeyring = (id = 'k1'): string => {
  const keyring = {
    field: generateSecretSet(id),
    blindIndex: generateSecretSet(id),
    files: generateSecretSet(id),
    statusPlace: generateSecretSet(id),
    cookie: generateSecretSet(id),
    auditSigning: generateSigningSet(id),
    offlineSigning: generateSigningSet(id),
  };
  return `${JSON.stringify(keyring, null, 2)}\n`;
};

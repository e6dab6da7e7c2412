import { generateKeyPairSync, randomBytes } from 'node:crypto';

const generateSigningSet = (id: string) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { current: id, keys: { [id]: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') } };
};
const generateSecretSet = (id: string) => ({ current: id, keys: { [id]: randomBytes(32).toString('base64') } });

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
    receiptSigning: generateSigningSet(id),
  };
  return `${JSON.stringify(keyring, null, 2)}\n`;
};

/** A keyring with a fresh key for every purpose that it lacks, as after an update; undefined when it lacks none. Throws a SyntaxError. */
export const completeKeyring = (json: string): string | undefined => {
  const there = JSON.parse(json) as Record<string, unknown>;
  const all = { ...(JSON.parse(generateKeyring()) as Record<string, unknown>), ...there };
  return Object.keys(all).length === Object.keys(there).length ? undefined : `${JSON.stringify(all, null, 2)}\n`;
};

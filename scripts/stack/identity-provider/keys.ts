import { exportJWK, generateKeyPair } from 'jose';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { JWKS } from 'oidc-provider';

interface ProviderKeys {
  jwks: JWKS;
  cookieKeys: string[];
}

/** The provider's signing key, made at the first start and kept beside the data, readable by the owner only. */
export async function loadProviderKeys(path: string): Promise<ProviderKeys> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as ProviderKeys;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' };
  const keys = { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] } as ProviderKeys;
  await writeFile(path, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

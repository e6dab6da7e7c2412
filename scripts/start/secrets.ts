import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const Secrets = z.object({ oidcClientSecret: z.string(), appRolePassword: z.string() });

/** Secrets of the development stack, made at the first start, readable by the owner only. */
export async function loadSecrets(path: string): Promise<z.infer<typeof Secrets>> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return Secrets.parse(JSON.parse(text));
  const secrets = { oidcClientSecret: randomBytes(24).toString('base64url'), appRolePassword: randomBytes(18).toString('hex') };
  await writeFile(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

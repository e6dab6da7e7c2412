import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { StackError } from '../stack-error.ts';

const Credentials = z.object({ superuser: z.string(), admin: z.string(), app: z.string(), temporal: z.string() });

/** Passwords of the development database's roles. */
export type Credentials = z.infer<typeof Credentials>;

/** Reads the passwords beside the data, or makes them. Never committed, readable by the owner only. */
export async function loadCredentials(path: string): Promise<Credentials> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    const fresh = { superuser: secret(), admin: secret(), app: secret(), temporal: secret() };
    await writeFile(path, JSON.stringify(fresh, null, 2), { mode: 0o600 });
    return fresh;
  }
  try {
    return Credentials.parse(JSON.parse(text));
  } catch {
    throw new StackError(`The passwords of the database in ${path} cannot be read.`, 'Begin afresh with npm start -- --reset.');
  }
}

function secret(): string {
  return randomBytes(18).toString('hex');
}

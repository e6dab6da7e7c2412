import { currentKey, readKeyring } from '../../infra/crypto/keyring.ts';
import type { Purpose } from '../../infra/rotation/edit-keyring.ts';

/** The keyring that KEYS_FILE names, which every key command works on. */
export function keyringPath(): string {
  const path = process.env['KEYS_FILE'];
  if (!path) throw new Error('KEYS_FILE is missing: the path of the keyring.');
  return path;
}

/** A purpose of that keyring by its name. Throws with the names there are. */
export function purposeNamed(name: string | undefined): Purpose {
  const keyring = readKeyring(keyringPath());
  const purposes = Object.keys(keyring) as Purpose[];
  const purpose = purposes.find((known) => known === name);
  if (!purpose) throw new Error(`Name a purpose: ${purposes.join(', ')}.`);
  currentKey(keyring[purpose]);
  return purpose;
}

/** Prints what is wrong in one line and ends with 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

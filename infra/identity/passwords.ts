import { hash, verify } from '@node-rs/argon2';

// argon2id is the library's default algorithm; memory in KiB. About 50 ms on one core, and nothing a graphics card likes.
const cost = { memoryCost: 19_456, timeCost: 3, parallelism: 1 } as const;

/** argon2id in the PHC form, with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

let unknown: Promise<string> | undefined;

/** True when the password fits. Without a hash the same work is done for nothing, so that an unknown name takes as long. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const reference = stored ?? (await (unknown ??= hashPassword('no such account')));
  const fits = await verify(reference, password.normalize('NFC'));
  return fits && stored !== null;
}

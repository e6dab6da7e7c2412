import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { parseKeyring, type Keyring } from '../crypto/keyring.ts';

export type Purpose = keyof Keyring;

type KeyringFile = Record<string, { current: string; keys: Record<string, string> }>;

/** A change of the keyring that would lose something, or that there is nothing to make of. */
export class RotationRefused extends Error {
  override readonly name = 'RotationRefused';
}

const signing: readonly Purpose[] = ['auditSigning', 'offlineSigning'];

/** Places of numbers in a list come from one key each: another key in the middle of a list would give a place twice. */
const neverRotated: readonly Purpose[] = ['statusPlace'];

const newMaterial = (purpose: Purpose): string =>
  (signing.includes(purpose)
    ? generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })
    : randomBytes(32)
  ).toString('base64');

/** A key that is known and not used for new work: what every process must have read before `promoteKey`. Returns its id, the day. */
export function addKey(path: string, purpose: Purpose, today: string): string {
  let id = today;
  edit(path, purpose, (set) => {
    if (neverRotated.includes(purpose)) throw new RotationRefused(`${purpose} is never rotated: see docs/decisions/0013`);
    for (let again = 2; Object.hasOwn(set.keys, id); again += 1) id = `${today}-${again}`;
    set.keys[id] = newMaterial(purpose);
  });
  return id;
}

/** New work uses this key from the next start of a process on. */
export function promoteKey(path: string, purpose: Purpose, id: string): void {
  edit(path, purpose, (set) => {
    if (!Object.hasOwn(set.keys, id)) throw new RotationRefused(`${purpose} has no key ${id}`);
    set.current = id;
  });
}

/** Takes a key away for good. Whether anything still needs it is for the caller to find out first. */
export function removeKey(path: string, purpose: Purpose, id: string): void {
  edit(path, purpose, (set) => {
    if (!Object.hasOwn(set.keys, id)) throw new RotationRefused(`${purpose} has no key ${id}`);
    if (set.current === id) throw new RotationRefused(`${id} is the current key of ${purpose}`);
    delete set.keys[id];
  });
}

/** All or nothing: who reads the file finds the old keyring or the new one, whatever dies in between. */
function edit(path: string, purpose: Purpose, change: (set: KeyringFile[string]) => void): void {
  const text = readFileSync(path, 'utf8');
  parseKeyring(text);
  const file = JSON.parse(text) as KeyringFile;
  const set = file[purpose];
  if (!set) throw new RotationRefused(`there is no purpose ${purpose}`);
  change(set);
  const changed = `${JSON.stringify(file, null, 2)}\n`;
  parseKeyring(changed);
  const part = `${path}.${randomUUID()}.part`;
  const handle = openSync(part, 'wx', 0o600);
  writeSync(handle, changed);
  fsyncSync(handle);
  closeSync(handle);
  chmodSync(part, 0o600);
  renameSync(part, path);
}

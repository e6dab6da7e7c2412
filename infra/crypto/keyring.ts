import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Keys of one purpose: new work uses `current`, old work is read with the key whose id stands beside it. */
export interface KeySet {
  readonly current: string;
  readonly keys: ReadonlyMap<string, KeyObject>;
}

/** Every key of the installation, one set per purpose; values are KeyObjects, which no logger can print. */
export type Keyring = Readonly<
  Record<'field' | 'blindIndex' | 'files' | 'statusPlace' | 'cookie' | 'auditSigning' | 'offlineSigning' | 'receiptSigning', KeySet>
>;

/** The keyring cannot be used; the message names the place, never what stands there. */
export class KeyringError extends Error {
  override readonly name = 'KeyringError';
}

const keyId = /^[a-z0-9][a-z0-9-]{0,31}$/;

const secretKey = z.base64().transform((text, context): KeyObject => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 32) return createSecretKey(bytes);
  context.addIssue({ code: 'custom', message: 'a key has 32 bytes in base64' });
  return z.NEVER;
});

const signingKey = z.base64().transform((text, context): KeyObject => {
  try {
    const key = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The error of the parser is dropped on purpose: it may describe the key.
  }
  context.addIssue({ code: 'custom', message: 'a signing key is an Ed25519 key, PKCS8 in base64' });
  return z.NEVER;
});

const keySet = (key: typeof secretKey | typeof signingKey) =>
  z
    .strictObject({ current: z.string(), keys: z.record(z.string().regex(keyId), key) })
    .refine((set) => Object.hasOwn(set.keys, set.current), { message: 'current is not among the keys', path: ['current'] })
    .transform((set): KeySet => ({ current: set.current, keys: new Map(Object.entries(set.keys)) }));

const KeyringFile = z.strictObject({
  field: keySet(secretKey),
  blindIndex: keySet(secretKey),
  files: keySet(secretKey),
  statusPlace: keySet(secretKey),
  cookie: keySet(secretKey),
  auditSigning: keySet(signingKey),
  offlineSigning: keySet(signingKey),
  receiptSigning: keySet(signingKey),
});

// Names of a key in the wrong place could be material themselves, so only names we know are printed.
const knownNames = new Set<PropertyKey>([...Object.keys(KeyringFile.shape), 'current', 'keys']);
const issueText = (issue: z.core.$ZodIssue): string => {
  const place = issue.path.map((part) => (knownNames.has(part) ? String(part) : '*')).join('.') || 'keyring';
  return `${place}: ${issue.code === 'custom' ? issue.message : issue.code}`;
};

/** Checks a keyring in JSON; throws a KeyringError that never shows key material. */
export const parseKeyring = (json: string): Keyring => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // The message of JSON.parse quotes the text around the fault.
    throw new KeyringError('the keyring is not JSON');
  }
  const parsed = KeyringFile.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new KeyringError(`the keyring is not valid: ${parsed.error.issues.map(issueText).join('; ')}`);
};

/** Reads the keyring from the file that the configuration names; throws a KeyringError. */
export const readKeyring = (path: string): Keyring => {
  let json: string;
  try {
    json = readFileSync(path, 'utf8');
  } catch {
    throw new KeyringError('the keyring file cannot be read');
  }
  return parseKeyring(json);
};

/** The key for new work. */
export const currentKey = (set: KeySet): KeyObject => {
  const key = set.keys.get(set.current);
  if (key === undefined) throw new KeyringError('current is not among the keys');
  return key;
};

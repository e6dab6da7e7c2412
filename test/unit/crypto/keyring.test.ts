import { inspect } from 'node:util';
import { generateKeyring } from '../../../infra/crypto/generate-keyring.ts';
import { currentKey, KeyringError, parseKeyring, readKeyring } from '../../../infra/crypto/keyring.ts';

const edited = (edit: (keyring: Record<string, { current: string; keys: Record<string, string> }>) => void): string => {
  const keyring = JSON.parse(generateKeyring()) as Record<string, { current: string; keys: Record<string, string> }>;
  edit(keyring);
  return JSON.stringify(keyring);
};

const messageOf = (json: string): string => {
  try {
    parseKeyring(json);
  } catch (error) {
    expect(error).toBeInstanceOf(KeyringError);
    return `${(error as Error).message} ${inspect(error)} ${String((error as Error).cause)}`;
  }
  throw new Error('the keyring was taken');
};

describe('keyring', () => {
  it('reads what is generated, each purpose with a key of its own', () => {
    const keyring = parseKeyring(generateKeyring('2024-06'));
    const secrets = [keyring.field, keyring.blindIndex, keyring.files, keyring.statusPlace, keyring.cookie].map((set) =>
      currentKey(set).export().toString('hex'),
    );
    expect(new Set(secrets).size).toBe(5);
    const signing = [keyring.auditSigning, keyring.receiptSigning, keyring.offlineSigning].map((set) => currentKey(set));
    expect(signing.map(({ asymmetricKeyType }) => asymmetricKeyType)).toEqual(['ed25519', 'ed25519', 'ed25519']);
    expect(new Set(signing.map((key) => key.export({ format: 'der', type: 'pkcs8' }).toString('hex'))).size).toBe(3);
    expect(keyring.field.current).toBe('2024-06');
  });

  it('never shows key material, not even when printed whole', () => {
    const json = generateKeyring();
    const material = Object.values(JSON.parse(json) as Record<string, { keys: Record<string, string> }>).flatMap(({ keys }) =>
      Object.values(keys),
    );
    const printed = inspect(parseKeyring(json), { depth: 10 }) + JSON.stringify(parseKeyring(json));
    for (const text of material) expect(printed).not.toContain(text.slice(0, 12));
  });

  it('names the place of a fault and never what stands there', () => {
    const shortKey = Buffer.from('only sixteen byt').toString('base64');
    const short = messageOf(
      edited(({ field }) => {
        field!.keys['k1'] = shortKey;
      }),
    );
    expect(short).toContain('field.keys.*: a key has 32 bytes in base64');
    expect(short).not.toContain(shortKey.slice(0, 8));

    let misplaced = '';
    const swapped = messageOf(
      edited(({ files }) => {
        misplaced = files!.keys['k1']!;
        files!.keys = { [misplaced]: 'k1' };
      }),
    );
    expect(misplaced).toHaveLength(44);
    expect(swapped).not.toContain(misplaced.slice(0, 8));

    const broken = generateKeyring().slice(0, -10);
    expect(messageOf(broken)).toContain('the keyring is not JSON');
    expect(messageOf(broken)).not.toContain(broken.slice(-30, -12));
  });

  it.each([
    [
      'a current key that is missing',
      edited(({ cookie }) => {
        cookie!.current = 'k2';
      }),
      'cookie.current: current is not among the keys',
    ],
    [
      'a purpose that is missing',
      edited((keyring) => {
        delete keyring['statusPlace'];
      }),
      'statusPlace: invalid_type',
    ],
    [
      'a purpose that nobody knows',
      edited((keyring) => {
        keyring['spare'] = keyring['field']!;
      }),
      'keyring: unrecognized_keys',
    ],
    [
      'a secret where a signing key belongs',
      edited((keyring) => {
        keyring['auditSigning'] = keyring['field']!;
      }),
      'a signing key is an Ed25519 key',
    ],
  ])('refuses %s', (_, json, message) => {
    expect(messageOf(json)).toContain(message);
  });

  it('says that the file cannot be read without its content or cause', () => {
    expect(() => readKeyring('/nowhere/keyring.json')).toThrow(new KeyringError('the keyring file cannot be read'));
  });
});

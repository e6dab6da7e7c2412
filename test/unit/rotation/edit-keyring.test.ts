import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFieldCipher } from '../../../infra/crypto/field-cipher.ts';
import { generateKeyring } from '../../../infra/crypto/generate-keyring.ts';
import { readKeyring } from '../../../infra/crypto/keyring.ts';
import { addKey, promoteKey, removeKey } from '../../../infra/rotation/edit-keyring.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quxiang-keyring-'));
  path = join(folder, 'keyring.json');
  writeFileSync(path, generateKeyring('k1'), { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the keyring is edited', () => {
  it.each(['field', 'blindIndex', 'files', 'cookie', 'auditSigning', 'offlineSigning'] as const)(
    '%s: a key is added, then made current, then the old one is removed',
    (purpose) => {
      const before = readKeyring(path);
      expect(addKey(path, purpose, '2026-11-23')).toBe('2026-11-23');
      expect([readKeyring(path)[purpose].current, [...readKeyring(path)[purpose].keys.keys()]]).toEqual(['k1', ['k1', '2026-11-23']]);
      promoteKey(path, purpose, '2026-11-23');
      expect(readKeyring(path)[purpose].current).toBe('2026-11-23');
      removeKey(path, purpose, 'k1');
      expect([...readKeyring(path)[purpose].keys.keys()]).toEqual(['2026-11-23']);
      for (const other of Object.keys(before) as (keyof typeof before)[])
        if (other !== purpose) expect([...readKeyring(path)[other].keys.keys()]).toEqual(['k1']);
      expect([readdirSync(folder), statSync(path).mode & 0o777]).toEqual([['keyring.json'], 0o600]);
    },
  );

  it('a prepared key reads what it will seal: processes that know it can work beside those that use it', () => {
    const id = addKey(path, 'field', '2026-11-23');
    const prepared = createFieldCipher(readKeyring(path).field);
    promoteKey(path, 'field', id);
    const sealed = createFieldCipher(readKeyring(path).field).seal('text', 'place');
    expect(prepared.open(sealed, 'place')).toBe('text');
  });

  it('two keys of one day have ids of their own', () => {
    expect([addKey(path, 'field', '2026-11-23'), addKey(path, 'field', '2026-11-23')]).toEqual(['2026-11-23', '2026-11-23-2']);
  });

  it('what would lose something is refused, and nothing is written', () => {
    const before = readFileSync(path, 'utf8');
    expect(() => removeKey(path, 'field', 'k1')).toThrow('k1 is the current key of field');
    expect(() => removeKey(path, 'field', 'k7')).toThrow('field has no key k7');
    expect(() => promoteKey(path, 'field', 'k7')).toThrow('field has no key k7');
    expect(() => addKey(path, 'statusPlace', '2026-11-23')).toThrow('statusPlace is never rotated');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});

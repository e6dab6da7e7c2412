import { createPrivateKey } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKeyring } from '../../../scripts/stack/keys.ts';

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-keys-'));
  path = join(directory, 'keys', 'keyring.json');
});

afterEach(() => rm(directory, { recursive: true, force: true }));

type Keyring = Record<string, { current: string; keys: Record<string, string> }>;

async function read(): Promise<Keyring> {
  return JSON.parse(await readFile(path, 'utf8')) as Keyring;
}

describe('ensureKeyring', () => {
  it('makes one 32-byte key for each purpose, all different, and Ed25519 keys for what we sign', async () => {
    await ensureKeyring(path);
    const { auditSigning, receiptSigning, offlineSigning, ...symmetric } = await read();
    expect(Object.keys(symmetric).sort()).toEqual(['blindIndex', 'cookie', 'field', 'files', 'statusPlace']);
    const keys = Object.values(symmetric).map(({ current, keys: all }) => Buffer.from(all[current]!, 'base64'));
    expect(keys.map((key) => key.length)).toEqual([32, 32, 32, 32, 32]);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(5);
    for (const set of [auditSigning, receiptSigning, offlineSigning]) {
      expect(
        createPrivateKey({ key: Buffer.from(set!.keys[set!.current]!, 'base64'), format: 'der', type: 'pkcs8' }).asymmetricKeyType,
      ).toBe('ed25519');
    }
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('keeps the keys that are there', async () => {
    await ensureKeyring(path);
    const before = await read();
    await ensureKeyring(path);
    expect(await read()).toEqual(before);
  });

  it('adds the purposes that an older one lacks, and keeps the rest', async () => {
    await ensureKeyring(path);
    const { receiptSigning: _, ...older } = await read();
    await writeFile(path, JSON.stringify(older));
    await ensureKeyring(path);
    expect(await read()).toEqual({ ...older, receiptSigning: expect.anything() as unknown });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('never overwrites a file it cannot read, and says what to do', async () => {
    await ensureKeyring(path);
    await writeFile(path, '{ "field": "broken" ');
    await expect(ensureKeyring(path)).rejects.toMatchObject({
      message: expect.stringContaining(path) as string,
      advice: expect.stringContaining('--reset') as string,
    });
    expect(await readFile(path, 'utf8')).toBe('{ "field": "broken" ');
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealedError } from '../../../infra/crypto/sealed-error.ts';
import { createFileStore, newFileKey, type FileStore } from '../../../infra/storage/file-store.ts';
import { rotatedKeySet, testKeySet } from '../../support/crypto/key-sets.ts';

let directory: string;
let store: FileStore;
const keys = testKeySet();
const plain = new TextEncoder().encode('370101199901011234 的调档函');

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-files-'));
  store = createFileStore({ directory, keys });
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const pathOf = (key: string): string => join(directory, key.slice(0, 2), key.slice(2, 4), key);
const allFiles = async (): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);

describe('file store', () => {
  it('gives back what was put, again after a second put, and nothing after delete', async () => {
    const key = newFileKey();
    await store.put(key, plain);
    expect(new Uint8Array((await store.get(key))!)).toEqual(plain);
    await store.put(key, Uint8Array.of(1, 2));
    expect([...(await store.get(key))!]).toEqual([1, 2]);
    await store.delete(key);
    expect(await store.get(key)).toBeUndefined();
    await expect(store.delete(key)).resolves.toBeUndefined();
  });

  it('holds files of no bytes and of many', async () => {
    const large = new Uint8Array(5_000_000).fill(7);
    const [a, b] = [newFileKey(), newFileKey()];
    await Promise.all([store.put(a, new Uint8Array()), store.put(b, large)]);
    expect((await store.get(a))?.length).toBe(0);
    expect(Buffer.compare(large, (await store.get(b))!)).toBe(0);
  });

  it('writes nothing in the clear, for nobody else to read, and leaves no part behind (trap 17)', async () => {
    const key = newFileKey();
    await store.put(key, plain);
    const bytes = await readFile(pathOf(key));
    expect(bytes.includes('37010119990101')).toBe(false);
    expect(bytes.includes('调档函')).toBe(false);
    expect((await stat(pathOf(key))).mode & 0o077).toBe(0);
    expect(await allFiles()).toEqual([key]);
  });

  it('writes all or nothing: a write that fails at its last step leaves nothing behind', async () => {
    const key = newFileKey();
    // A folder in the place of the file makes the rename fail.
    await mkdir(pathOf(key), { recursive: true });
    await expect(store.put(key, plain)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await allFiles()).toEqual([]);
  });

  it('refuses a file that was cut, changed or exchanged on the disk', async () => {
    const [a, b] = [newFileKey(), newFileKey()];
    await store.put(a, plain);
    await store.put(b, plain);
    await writeFile(pathOf(b), await readFile(pathOf(a)));
    await expect(store.get(b)).rejects.toThrow(SealedError);
    await truncate(pathOf(a), 40);
    await expect(store.get(a)).rejects.toThrow(SealedError);
  });

  it('reads old files after a rotation of the keys', async () => {
    const key = newFileKey();
    await store.put(key, plain);
    const rotated = createFileStore({ directory, keys: rotatedKeySet(keys) });
    expect(new Uint8Array((await rotated.get(key))!)).toEqual(plain);
  });

  it.each(['', 'abc', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64)])('takes no key %p that is not opaque hex', async (key) => {
    await expect(store.put(key, plain)).rejects.toThrow('a storage key has 64 hex characters');
    await expect(store.get(key)).rejects.toThrow(TypeError);
    await expect(store.delete(key)).rejects.toThrow(TypeError);
    expect(await allFiles()).toEqual([]);
  });
});

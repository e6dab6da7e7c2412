import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SealedError } from '../../../infra/crypto/sealed-error.ts';
import { createFileStore, newFileKey, type FileStore } from '../../../infra/storage/file-store.ts';
import { countFileKeys, resealFiles } from '../../../infra/storage/reseal-files.ts';
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

  it('R45 what a killed process was writing is no file, and goes when nobody has added to it for a day', async () => {
    const key = newFileKey();
    const script = `
      import { createSecretKey } from 'node:crypto';
      import { createFileStore } from ${JSON.stringify(join(import.meta.dirname, '../../../infra/storage/file-store.ts'))};
      const store = createFileStore({ directory: ${JSON.stringify(directory)}, keys: { current: 'k1', keys: new Map([['k1', createSecretKey(Buffer.alloc(32, 1))]]) } });
      await store.putStream('${key}', (async function* () { for (;;) { yield Buffer.alloc(300_000); process.stdout.write('.'); } })());`;
    const writer = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const parts = join(directory, 'parts');
    expect([(await readdir(parts)).length, await store.getStream(key)]).toEqual([1, undefined]);
    expect([await store.forgetParts(), (await allFiles()).length]).toEqual([0, 1]);
    const dayAgo = Date.now() / 1000 - 24 * 3_600 - 1;
    for (const part of await readdir(parts)) await utimes(join(parts, part), dayAgo, dayAgo);
    await store.put(key, plain);
    expect([await store.forgetParts(), await allFiles()]).toEqual([1, [key]]);
    expect(await createFileStore({ directory: join(directory, 'not-yet'), keys }).forgetParts()).toBe(0);
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

  const frames = async function* (...sizes: readonly number[]): AsyncGenerator<Buffer> {
    for (const [index, size] of sizes.entries()) yield Buffer.alloc(size, index + 1);
  };
  const collect = async (key: string, from = store): Promise<Buffer> => buffer((await from.getStream(key))!);

  it.each([[[]], [[0]], [[1]], [[262_144]], [[262_144, 1]], [[100_000, 200_000, 5, 700_000]], [[524_288]]])(
    'streams pieces of %j bytes in and out, nothing in the clear',
    async (sizes) => {
      const key = newFileKey();
      const whole = await buffer(frames(...sizes));
      expect(await store.putStream(key, frames(...sizes))).toBe(whole.length);
      expect((await collect(key)).equals(whole)).toBe(true);
      expect((await readFile(pathOf(key))).includes(Buffer.alloc(64, 1))).toBe(false);
      await expect(store.get(key)).rejects.toThrow(SealedError);
      expect(await store.getStream(newFileKey())).toBeUndefined();
    },
  );

  it('reads of a stream no more than it writes, and leaves nothing behind when the stream fails', async () => {
    let asked = 0;
    const failing = async function* () {
      for (; asked < 8; asked += 1) yield Buffer.alloc(300_000);
      throw new Error('the source failed');
    };
    await expect(store.putStream(newFileKey(), failing())).rejects.toThrow('the source failed');
    expect(await allFiles()).toEqual([]);
    const key = newFileKey();
    await store.putStream(key, frames(...Array<number>(40).fill(300_000)));
    for await (const piece of (await store.getStream(key))!) {
      expect(piece.length).toBeLessThanOrEqual(262_144);
      break;
    }
  });

  it('refuses a stream that was cut at a frame, whose frames were exchanged, or that has another name', async () => {
    const [a, b] = [newFileKey(), newFileKey()];
    await store.putStream(a, frames(300_000, 300_000, 300_000));
    const sealed = await readFile(pathOf(a));
    await store.putStream(b, frames(1));
    await writeFile(pathOf(b), sealed);
    await expect(collect(b)).rejects.toThrow(SealedError);
    const frame = 262_144 + 28;
    const head = sealed.length - (3 * frame + (900_000 - 3 * 262_144) + 28);
    await writeFile(
      pathOf(a),
      Buffer.concat([
        sealed.subarray(0, head),
        sealed.subarray(head + frame, head + 2 * frame),
        sealed.subarray(head, head + frame),
        sealed.subarray(head + 2 * frame),
      ]),
    );
    await expect(collect(a)).rejects.toThrow(SealedError);
    for (const length of [3, head, head + frame, head + 2 * frame, sealed.length - 1]) {
      await writeFile(pathOf(a), sealed.subarray(0, length));
      await expect(collect(a)).rejects.toThrow(SealedError);
    }
  });

  it('brings streams under a new key as well', async () => {
    const key = newFileKey();
    await store.putStream(key, frames(300_000, 7));
    const rotated = rotatedKeySet(keys);
    expect(await countFileKeys(directory)).toEqual(new Map([[keys.current, 1]]));
    expect(await resealFiles(directory, rotated, () => undefined)).toBe(1);
    expect(await countFileKeys(directory)).toEqual(new Map([[rotated.current, 1]]));
    expect((await collect(key, createFileStore({ directory, keys: rotated }))).length).toBe(300_007);
    await truncate(pathOf(key), 1_000);
    expect(await resealFiles(directory, { ...rotated, current: keys.current }, () => undefined)).toBe(0);
    expect(await allFiles()).toEqual([key]);
  });

  it.each(['', 'abc', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64)])('takes no key %p that is not opaque hex', async (key) => {
    await expect(store.put(key, plain)).rejects.toThrow('a storage key has 64 hex characters');
    await expect(store.get(key)).rejects.toThrow(TypeError);
    await expect(store.delete(key)).rejects.toThrow(TypeError);
    expect(await allFiles()).toEqual([]);
  });
});

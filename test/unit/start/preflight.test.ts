import { createServer } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder, emptyDataFolder } from '../../../scripts/start/data-folder.ts';
import { requireDiskSpace } from '../../../scripts/start/preflight.ts';
import { readSettings } from '../../../scripts/start/settings.ts';
import { findFreePorts, requireFreePort } from '../../../scripts/stack/ports.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-start-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

const text = (words: string): string => expect.stringContaining(words) as string;

describe('a port in use', () => {
  it('is named together with the variable that moves it', async () => {
    const [port = 0] = await findFreePorts(1);
    await requireFreePort(port, 'the API', 'HTTP_PORT');
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', () => resolve()));
    try {
      await expect(requireFreePort(port, 'the API', 'HTTP_PORT')).rejects.toMatchObject({
        message: `Port ${port}, wanted for the API, is in use.`,
        advice: text('HTTP_PORT='),
      });
    } finally {
      await new Promise((resolve) => squatter.close(resolve));
    }
  });

  it('is never handed out as free, and no two are the same', async () => {
    const ports = await findFreePorts(20);
    expect(new Set(ports).size).toBe(20);
    expect(Math.max(...ports)).toBeLessThanOrEqual(32_767);
  });
});

describe('the disk', () => {
  it('must have room, and the message says where and what else can be done', async () => {
    await requireDiskSpace(directory, 0);
    await expect(requireDiskSpace(directory, 1_000_000)).rejects.toMatchObject({
      message: text('1000000 GB are needed'),
      advice: text('QUXIANG_DATA_DIR='),
    });
  });
});

describe('the data folder', () => {
  it("is refused when it holds somebody else's files, and those stay", async () => {
    await writeFile(join(directory, 'thesis.docx'), 'x');
    await expect(claimDataFolder(directory)).rejects.toMatchObject({ message: text('not from npm start') });
  });

  it('serves one npm start at a time, and a lock that was left behind locks nobody out', async () => {
    const release = await claimDataFolder(directory);
    await release();
    await writeFile(join(directory, 'running'), '999999999');
    await (
      await claimDataFolder(directory)
    )();
  });

  it('is emptied by --reset', async () => {
    await claimDataFolder(directory);
    await writeFile(join(directory, 'keyring.json'), '{}');
    await emptyDataFolder(directory);
    await expect(claimDataFolder(directory)).resolves.toBeDefined();
    await expect(writeFile(join(directory, 'keyring.json'), '{}', { flag: 'wx' })).resolves.toBeUndefined();
  });
});

describe('settings', () => {
  it('have usual values and can be moved one by one', () => {
    expect(readSettings({})).toMatchObject({ HTTP_PORT: 3000, TEMPORAL_UI_PORT: 8233 });
    expect(readSettings({ HTTP_PORT: '4000', POSTGRES_PORT: '' })).toMatchObject({ HTTP_PORT: 4000, POSTGRES_PORT: 25432 });
  });

  it('name what cannot be used and show no value', () => {
    expect(() => readSettings({ HTTP_PORT: 'hunter2', TEMPORAL_PORT: '40000' })).toThrow(/HTTP_PORT[\s\S]*TEMPORAL_PORT/);
    expect(() => readSettings({ HTTP_PORT: 'hunter2' })).not.toThrow(/hunter2/);
    expect(() => readSettings({ OIDC_ISSUER: 'https://id.example.test' })).toThrow('OIDC_CLIENT_SECRET');
  });
});

import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { findCli } from '../../../scripts/stack/temporal/command-line-tool.ts';
import { downloadCli } from '../../../scripts/stack/temporal/download-cli.ts';
import { noTemporalServer } from '../../../scripts/stack/temporal/no-server.ts';
import { cliVersion, isAtLeast } from '../../../scripts/stack/temporal/versions.ts';

let directory: string;
let server: Server;
let archive: string;
let asked: string[];
let answer: Buffer | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-cli-'));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (answer) response.end(answer);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  archive = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cli/archive`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(directory, { recursive: true, force: true });
});

async function pack(program: string): Promise<Buffer> {
  const folder = join(directory, 'pack');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'temporal'), program);
  await chmod(join(folder, 'temporal'), 0o755);
  execFileSync('tar', ['-czf', join(directory, 'archive.tar.gz'), '-C', folder, 'temporal']);
  return readFile(join(directory, 'archive.tar.gz'));
}

describe('the Temporal command line tool', () => {
  it('is downloaded for this machine in the version the tests run', async () => {
    answer = await pack(`#!/bin/sh\necho "temporal version ${cliVersion} (Server 1.32.0, UI 2.54.1)"\n`);
    const said: string[] = [];
    const found = await downloadCli(join(directory, 'cache', cliVersion), (message) => said.push(message), archive);
    expect(found).toEqual({ temporal: join(directory, 'cache', cliVersion, 'temporal'), version: cliVersion });
    expect(asked).toEqual([
      `/cli/archive/v${cliVersion}?platform=${process.platform}&arch=${process.arch === 'x64' ? 'amd64' : process.arch}`,
    ]);
    expect(said[0]).toMatch(/usually under a minute/);
    expect(await findCli(found.temporal)).toEqual(found);
  });

  it('leaves nothing behind when the download is refused or broken', async () => {
    answer = undefined;
    await expect(downloadCli(join(directory, 'cache', cliVersion), () => undefined, archive)).rejects.toThrow('the answer was 503');
    answer = await pack('#!/bin/sh\nexit 3\n');
    await expect(downloadCli(join(directory, 'cache', cliVersion), () => undefined, archive)).rejects.toThrow('no program that runs here');
    expect(await readdir(join(directory, 'cache'))).toEqual([]);
  });

  it('is not taken for one when it is something else', async () => {
    expect(await findCli('true')).toBeUndefined();
    expect(await findCli(join(directory, 'nothing'))).toBeUndefined();
  });
});

describe('versions', () => {
  it.each([
    ['1.9.0', '1.9.0', true],
    ['1.10.0', '1.9.0', true],
    ['1.5.1', '1.9.0', false],
    ['2.0', '1.9.0', true],
    ['1.9', '1.9.1', false],
  ])('%s is at least %s: %s', (version, minimum, expected) => {
    expect(isAtLeast(version, minimum)).toBe(expected);
  });
});

describe('no Temporal server at all', () => {
  it('names all four ways and why those that were tried failed', () => {
    const error = noTemporalServer(['download: nobody answered']);
    expect(error.message).toContain('download: nobody answered');
    expect(error.advice).toMatch(/TEMPORAL_ADDRESS[\s\S]*on the PATH[\s\S]*download[\s\S]*Go 1\.21/);
  });
});

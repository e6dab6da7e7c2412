import { execFile } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProcess } from '../managed-process.ts';
import { isAtLeast, serverVersion, uiVersion } from './versions.ts';

const run = promisify(execFile);
const reportEveryMs = 10_000;

// All three programs are named by their folder, two of them "server": each gets a folder of its own.
const packages = [
  { folder: 'sql', what: 'the database tool (1 of 3)', source: `go.temporal.io/server/cmd/tools/sql@v${serverVersion}` },
  { folder: 'ui', what: 'the web pages (2 of 3)', source: `github.com/temporalio/ui-server/v2/cmd/server@v${uiVersion}` },
  { folder: 'server', what: 'the server (3 of 3)', source: `go.temporal.io/server/cmd/server@v${serverVersion}` },
];

/** A Go that can build the server; older ones than 1.21 cannot fetch the toolchain it needs. */
export async function findGo(): Promise<string | undefined> {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION'], { timeout: 10_000 });
    const version = /go(\d+\.\d+)/.exec(stdout)?.[1];
    return version !== undefined && isAtLeast(version, '1.21') ? 'go' : undefined;
  } catch {
    return undefined;
  }
}

/** Builds server, database tool and pages into `folder`, and says all the while what is going on. */
export async function buildServer(go: string, folder: string, progress: (message: string) => void): Promise<void> {
  const began = Date.now();
  progress(`Building Temporal ${serverVersion} with Go: usually 4 to 5 minutes on 2 cores, this once.`);
  for (const { folder: name, what, source } of packages) {
    const say = setInterval(() => progress(`  still building ${what}, ${spent(began)} so far …`), reportEveryMs);
    try {
      await install(go, source, join(folder, name));
    } finally {
      clearInterval(say);
    }
    progress(`  built ${what}, ${spent(began)} so far`);
  }
}

async function install(go: string, source: string, folder: string): Promise<void> {
  const partial = join(folder, `partial-${process.pid}`);
  await mkdir(partial, { recursive: true });
  try {
    const build = startProcess({
      name: 'go',
      command: go,
      args: ['install', source],
      env: { ...process.env, GOBIN: partial, GOFLAGS: '', GO111MODULE: 'on', CGO_ENABLED: '0', GOTOOLCHAIN: 'auto' },
    });
    const { code } = await build.exited;
    if (code !== 0) throw new Error(`go install ${source} failed:\n${build.recentOutput()}`);
    // Only a whole program may ever stand in the cache.
    await rm(join(folder, 'bin'), { recursive: true, force: true });
    await rename(partial, join(folder, 'bin'));
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function spent(since: number): string {
  const seconds = Math.round((Date.now() - since) / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { findCli } from './command-line-tool.ts';
import { cliVersion } from './versions.ts';

const run = promisify(execFile);
const officialArchive = 'https://temporal.download/cli/archive';
const answerTimeoutMs = 10_000;
const downloadTimeoutMs = 300_000;

/** Downloads the official command line tool into `folder`. Gives up soon when nobody answers, so that the next way gets its turn. */
export async function downloadCli(
  folder: string,
  progress: (message: string) => void,
  archive: string = officialArchive,
): Promise<{ temporal: string; version: string }> {
  progress(`Downloading the Temporal command line tool ${cliVersion} (60 MB, once, usually under a minute) …`);
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const response = await open(`${archive}/v${cliVersion}?platform=${process.platform}&arch=${architecture}`);
  await mkdir(join(folder, '..'), { recursive: true });
  const partial = await mkdtemp(join(folder, '..', 'partial-'));
  try {
    const file = join(partial, 'archive.tar.gz');
    await pipeline(response, createWriteStream(file), { signal: AbortSignal.timeout(downloadTimeoutMs) });
    await run('tar', ['-xzf', file, '-C', partial]);
    await rm(file);
    if (!(await findCli(join(partial, 'temporal')))) throw new Error('the archive holds no program that runs here');
    await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  const found = await findCli(join(folder, 'temporal'));
  if (!found) throw new Error('the downloaded program does not run');
  return found;
}

async function open(address: string): Promise<Readable> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), answerTimeoutMs);
  try {
    const response = await fetch(address, { signal: patience.signal });
    if (!response.ok || !response.body) throw new Error(`the answer was ${response.status}`);
    return Readable.fromWeb(response.body);
  } catch (error) {
    throw new Error(patience.signal.aborted ? 'nobody answered' : describe(error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

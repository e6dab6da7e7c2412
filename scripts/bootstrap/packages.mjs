import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './own-node.mjs';

/** True when every package of the lockfile is there in its version. Compares contents: times say little after a checkout. */
export function isInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing or broken: get a fresh copy of the project.');
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const installed = present[path];
    return installed ? installed.version === version : optional === true;
  });
}

/** Installs the packages exactly as the lockfile says. */
export async function installPackages() {
  process.stderr.write('Installing packages: usually 1 to 2 minutes, this once …\n');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = npm ? await run(process.execPath, [npm, ...args]) : await run('npm', args);
  if (code !== 0)
    throw new Error(`npm ci failed (${code}). Look at the reason above; a network that reaches the npm registry is needed this once.`);
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

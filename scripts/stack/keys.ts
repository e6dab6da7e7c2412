import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { completeKeyring, generateKeyring } from '../../infra/crypto/generate-keyring.ts';
import { parseKeyring } from '../../infra/crypto/keyring.ts';
import { StackError } from './stack-error.ts';

/** Makes the development keyring where it is missing. One that is there is checked and keeps its keys, without which the data are lost; purposes it lacks are added. */
export async function ensureKeyring(path: string): Promise<void> {
  try {
    const json = await readFile(path, 'utf8');
    const completed = completeKeyring(json);
    parseKeyring(completed ?? json);
    if (completed === undefined) return;
    await writeFile(`${path}.new`, completed, { mode: 0o600 });
    await rename(`${path}.new`, path);
  } catch (error) {
    if (!isMissing(error)) throw unreadable(path, error);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, generateKeyring(), { mode: 0o600, flag: 'wx' });
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

function unreadable(path: string, cause: unknown): StackError {
  return new StackError(
    `The keys in ${path} cannot be read.`,
    'Put the right file back: without it the stored numbers and files cannot be read. Or begin afresh with npm start -- --reset (this deletes the data).',
    cause,
  );
}

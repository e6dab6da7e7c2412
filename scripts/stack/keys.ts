import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generateKeyring } from '../../infra/crypto/generate-keyring.ts';
import { parseKeyring } from '../../infra/crypto/keyring.ts';
import { StackError } from './stack-error.ts';

/** Makes the development keyring where it is missing; one that is there is checked and never replaced: without it the data are lost. */
export async function ensureKeyring(path: string): Promise<void> {
  try {
    parseKeyring(await readFile(path, 'utf8'));
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

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../bootstrap/digest.mjs';
import { run } from '../bootstrap/own-node.mjs';
import { projectRoot } from '../stack/project-root.ts';
import { StackError } from '../stack/stack-error.ts';

/** Where the built pages are. */
export const pagesFolder = join(projectRoot, 'generated', 'web');
const stamp = join(pagesFolder, 'digest');

const digest = (): string => digestOf('package-lock.json', 'generated/openapi.ts', 'web', 'domain', 'scripts/web/rare-fonts.ts');

/** Builds the pages when their sources have changed since; some seconds. In a process of its own: the builder changes the environment. */
export async function ensurePages(progress: (message: string) => void): Promise<void> {
  const before = digest();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === before) return;
  progress('Building the web pages: usually 5 seconds, after each change of theirs, and twice that at first …');
  const code = await run(process.execPath, [join(projectRoot, 'scripts', 'build-pages.ts')]);
  if (code !== 0) throw new StackError('The web pages could not be built.', 'What the builder said stands above.');
  await writeFile(stamp, before);
}

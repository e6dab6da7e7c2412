import { createHash } from 'node:crypto';
import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess } from '../stack/managed-process.ts';
import { projectRoot } from '../stack/project-root.ts';
import { StackError } from '../stack/stack-error.ts';
import type { Lifetime } from './lifetime.ts';
import { logToTerminal } from './logs.ts';
import type { Settings } from './settings.ts';

/** Loads the demonstration school, once for each database. */
export async function loadDemonstrationSchool(
  settings: Settings,
  environment: Record<string, string | undefined>,
  lifetime: Lifetime,
): Promise<void> {
  const script = join(projectRoot, 'prisma', 'seed', 'seed.ts');
  if (!(await exists(script))) return;
  // Another DATABASE_URL is another database, which has no school yet.
  const database = createHash('sha256')
    .update(settings.DATABASE_URL ?? 'embedded')
    .digest('hex')
    .slice(0, 12);
  const mark = join(settings.QUXIANG_DATA_DIR, `seeded-${database}`);
  if (await exists(mark)) return;
  const seed = startProcess({
    name: 'seed',
    command: process.execPath,
    args: [script],
    cwd: projectRoot,
    env: environment,
    log: logToTerminal('seed'),
  });
  lifetime.add('seed', () => seed.stop());
  const { code } = await seed.exited;
  if (code !== 0)
    throw new StackError(
      'The demonstration school could not be loaded.',
      'What it said stands above. To begin afresh: npm start -- --reset',
    );
  await writeFile(mark, new Date().toISOString());
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './stack/project-root.ts';

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const child = spawn(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: projectRoot,
  stdio: ['ignore', 'pipe', 'pipe'],
  // Generating needs no schema engine, but the command line tool downloads one unless told where it is.
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: join(projectRoot, 'package.json'), CHECKPOINT_DISABLE: '1' },
});
let output = '';
for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void (output += String(chunk)));
const [code] = (await once(child, 'close')) as [number | null];
process.exitCode = code ?? 1;
if (code !== 0) process.stderr.write(output);

import { runTool, type Tool, type ToolResult } from '../run-tools.ts';

const tools: readonly Tool[] = [
  // The longest first: two at a time, nothing waits for it at the end.
  {
    name: 'lint',
    script: 'node_modules/eslint/bin/eslint.js',
    args: ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  },
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the pages', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', 'web/tsconfig.json'] },
  { name: 'types of their tests', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit', '-p', 'test/components/tsconfig.json'] },
  { name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '--cache', '.'] },
  {
    name: 'import boundaries',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['.', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'dead code', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
  { name: 'migrations', script: 'scripts/migrate-check.ts', args: [] },
];
const atOnce = 2;

/** Runs every check, two at a time, and prints what each found. True when none found anything. */
export async function runChecks(): Promise<boolean> {
  const waiting = [...tools];
  const results: ToolResult[] = [];
  const work = async (): Promise<void> => {
    for (let tool = waiting.shift(); tool; tool = waiting.shift()) {
      const result = await runTool(tool);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results.every(({ code }) => code === 0);
}

function report({ name, code, output, seconds }: ToolResult): void {
  process.stdout.write(`${code === 0 ? '✔' : '✘'} ${name} (${seconds.toFixed(1)} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trim()}\n`);
}

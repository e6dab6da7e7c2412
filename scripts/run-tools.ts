import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './stack/project-root.ts';

/** A command line tool of the project, run with the project's own Node. */
export interface Tool {
  name: string;
  /** Path of its script below the project's folder. */
  script: string;
  args: readonly string[];
}

/** How a tool ended. */
export interface ToolResult {
  name: string;
  code: number;
  output: string;
  seconds: number;
}

/** Runs a tool and keeps what it writes. */
export function runTool({ name, script, args }: Tool): Promise<ToolResult> {
  const began = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, script), ...args], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ name, code: code ?? 1, output, seconds: (Date.now() - began) / 1_000 }));
  });
}

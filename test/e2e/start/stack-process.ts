import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/stack/project-root.ts';
import { waitUntil } from '../../../scripts/stack/wait-until.ts';

/** One run of `npm start`, without npm. */
export class StackProcess {
  readonly #child: ChildProcess;
  output = '';

  constructor(environment: Record<string, string>, args: readonly string[] = []) {
    this.#child = spawn(process.execPath, [join(projectRoot, 'scripts', 'start.ts'), ...args], {
      cwd: projectRoot,
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', (chunk) => void (this.output += String(chunk)));
  }

  /** Waits for the summary. Throws with the output when it ends before. */
  async waitUntilUp(): Promise<void> {
    const failure = (): Error => new Error(`npm start did not come up:\n${this.output}`);
    await waitUntil(() => this.output.includes('Ctrl-C stops everything') || this.#hasEnded(), {
      timeoutMs: 120_000,
      intervalMs: 100,
      explain: failure,
    });
    if (this.#hasEnded()) throw failure();
  }

  /** Sends a signal, or just waits, and returns the exit code. */
  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (this.#hasEnded()) return this.#child.exitCode;
    const ended = once(this.#child, 'exit');
    if (signal) this.#child.kill(signal);
    await ended;
    return this.#child.exitCode;
  }

  #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}

/** Processes of this machine whose command line or working environment names a folder. */
export async function processesNaming(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const texts = await Promise.all(['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')));
      return texts.some((text) => text.includes(folder)) ? [`${pid} ${texts[0]?.replaceAll('\0', ' ')}`] : [];
    }),
  );
  return found.flat();
}

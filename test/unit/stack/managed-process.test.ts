import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startProcess } from '../../../scripts/stack/managed-process.ts';
import { waitUntil } from '../../../scripts/stack/wait-until.ts';

const module = fileURLToPath(new URL('../../../scripts/stack/managed-process.ts', import.meta.url));
const stubborn = 'process.on("SIGTERM", () => {}); console.log("ready"); setInterval(() => {}, 1000);';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const until = (question: () => boolean): Promise<void> =>
  waitUntil(question, { timeoutMs: 20_000, explain: () => new Error('it did not happen') });

describe('startProcess', () => {
  it('asks first, then ends by force one that does not listen', async () => {
    const lines: string[] = [];
    const child = startProcess({
      name: 'stubborn',
      command: process.execPath,
      args: ['-e', stubborn],
      log: (line) => lines.push(line),
      stopTimeoutMs: 200,
    });
    await until(() => lines.includes('ready'));
    await child.stop();
    expect(await child.exited).toEqual({ code: null, signal: 'SIGKILL' });
    await child.stop();
  });

  it('keeps the last words of one that fails, and says when there is no such program', async () => {
    const child = startProcess({ name: 'failing', command: process.execPath, args: ['-e', 'console.error("no disk"); process.exit(3)'] });
    expect(await child.exited).toEqual({ code: 3, signal: null });
    await until(() => child.recentOutput().includes('no disk'));
    const missing = startProcess({ name: 'missing', command: '/nowhere/program', args: [] });
    expect(await missing.exited).toEqual({ code: 127, signal: null });
    expect(missing.recentOutput()).toContain('ENOENT');
  });

  it('ends with its parent, however that ended', async () => {
    const script = `
      const { startProcess } = await import(${JSON.stringify(module)});
      const child = startProcess({ name: 'child', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] });
      console.log(child.pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
    const child = Number(String(chunk));
    expect(isAlive(child)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(child));
  });
});

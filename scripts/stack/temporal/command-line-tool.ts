import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The official command line tool, if `command` is one. */
export async function findCli(command: string): Promise<{ temporal: string; version: string } | undefined> {
  try {
    const { stdout } = await run(command, ['--version'], { timeout: 10_000 });
    const version = /temporal version v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
    return version === undefined ? undefined : { temporal: command, version };
  } catch {
    return undefined;
  }
}

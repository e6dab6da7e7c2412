import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StackError } from '../stack-error.ts';
import type { SystemUser } from './system-user.ts';

const run = promisify(execFile);

/** How to start a program as the database's system user. */
export interface Launch {
  command: string;
  /** Stand before the program's own arguments. */
  args: string[];
  uid?: number;
  gid?: number;
}

/**
 * Says how to start `program` as `user`, who must be able to reach `folder` too. A project that root keeps in its own
 * home lies behind a door that is shut for others; there the program gets the right to pass through folders and to read.
 */
export async function launchAs(user: SystemUser, program: string, folder: string): Promise<Launch> {
  if (user.uid === undefined || user.gid === undefined) return { command: program, args: [] };
  const shut = (await findShutFolder(program)) ?? (await findShutFolder(folder));
  if (shut === undefined) return { command: program, args: [], uid: user.uid, gid: user.gid };
  const capability = await findCapability();
  if (
    !capability ||
    !(await run('setpriv', ['--version']).then(
      () => true,
      () => false,
    ))
  ) {
    throw new StackError(
      `PostgreSQL does not run as root, and the system user "postgres" may not enter ${shut}.`,
      `Allow it (chmod o+x ${shut}), or put the project and its data elsewhere, or start as an ordinary user.`,
    );
  }
  return {
    command: 'setpriv',
    args: [
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
      // Without this the kernel takes the capability away where PostgreSQL looks for its own program.
      '--securebits=+no_setuid_fixup',
      program,
    ],
  };
}

async function findShutFolder(path: string): Promise<string | undefined> {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return folder;
  }
  return undefined;
}

// Containers often have only the wider of the two.
async function findCapability(): Promise<'dac_read_search' | 'dac_override' | undefined> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  if (effective & (1n << 2n)) return 'dac_read_search';
  if (effective & (1n << 1n)) return 'dac_override';
  return undefined;
}

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StackError } from '../stack-error.ts';
import { launchAs, type Launch } from './run-as.ts';
import type { SystemUser } from './system-user.ts';

const run = promisify(execFile);
const majorVersion = '18';

/** Makes the data folder of a new database, or checks that the one that is there can be used. */
export async function prepareCluster({
  folder,
  initdb,
  password,
  user,
}: {
  folder: string;
  initdb: string;
  password: string;
  user: SystemUser;
}): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  if (files.length > 0) return checkCluster(folder, files);
  await mkdir(folder, { recursive: true });
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const passwordFile = join(folder, '..', `initial-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(passwordFile, user.uid, user.gid);
  try {
    // The built-in locale sorts the same on every machine, whatever its C library.
    const launch = await launchAs(user, initdb, folder);
    await run(
      launch.command,
      [
        ...launch.args,
        `--pgdata=${folder}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      { ...idsOf(launch), env: { ...process.env, LC_ALL: 'C' } },
    );
    await chmod(folder, 0o700);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const reason = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new StackError(
      `The database could not be created in ${folder}:\n${reason}`,
      'The folder must be on a disk with space, and its owner must be you.',
      error,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function checkCluster(folder: string, files: readonly string[]): Promise<void> {
  const version = files.includes('PG_VERSION') ? (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim() : undefined;
  if (version === majorVersion && files.includes('global')) return;
  const problem =
    version !== undefined && version !== majorVersion
      ? `The data folder ${folder} belongs to PostgreSQL ${version}, this project runs ${majorVersion}.`
      : `The data folder ${folder} is broken: it is no PostgreSQL database.`;
  throw new StackError(problem, 'Begin afresh with npm start -- --reset (this deletes the data), or put a good copy of the folder back.');
}

function idsOf({ uid, gid }: Launch): { uid?: number; gid?: number } {
  return uid === undefined || gid === undefined ? {} : { uid, gid };
}

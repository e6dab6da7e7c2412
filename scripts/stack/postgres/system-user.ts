import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StackError } from '../stack-error.ts';

const run = promisify(execFile);

/** The system user the database runs as; undefined ids mean the one who started us. */
export interface SystemUser {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root, so root gets a system user `postgres`, made if it is missing. */
export async function findSystemUser(): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return {};
  return (await look()) ?? (await create());
}

async function look(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)));
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

async function create(): Promise<SystemUser> {
  try {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
    await run('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres']);
  } catch (error) {
    throw new StackError(
      'PostgreSQL does not run as root, and no system user "postgres" could be made.',
      'Start as an ordinary user, or set DATABASE_URL and DATABASE_ADMIN_URL to a running PostgreSQL.',
      error,
    );
  }
  const user = await look();
  if (!user) throw new StackError('The system user "postgres" cannot be found.', 'Start as an ordinary user.');
  return user;
}

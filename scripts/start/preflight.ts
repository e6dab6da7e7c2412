import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { requireFreePort } from '../stack/ports.ts';
import { StackError } from '../stack/stack-error.ts';
import type { Settings } from './settings.ts';

const gibibyte = 1024 ** 3;
const neededGibibytes = 2;

/** Makes the data folder and finds out whether the data have room there. Throws `StackError`. */
export async function checkDataFolder(folder: string): Promise<void> {
  await requireWritable(folder);
  await requireDiskSpace(folder, neededGibibytes);
}

/** Finds out before anything starts whether a port is taken. Throws a `StackError` that names it and its variable. */
export async function checkPorts(settings: Settings): Promise<void> {
  for (const { variable, use } of portsInUse(settings)) await requireFreePort(settings[variable], use, variable);
}

/** Throws a `StackError` when the disk that holds `folder` has less than that much space. */
export async function requireDiskSpace(folder: string, gibibytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: Infinity, bsize: 1 }));
  const free = (bavail * bsize) / gibibyte;
  if (free >= gibibytes) return;
  throw new StackError(
    `Only ${free.toFixed(1)} GB are free on the disk of ${folder}; ${gibibytes} GB are needed.`,
    'Make room, or keep the data elsewhere: QUXIANG_DATA_DIR=/path/with/space npm start',
  );
}

async function requireWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StackError(
      `The data folder ${folder} cannot be written.`,
      'Correct its owner or rights, or choose another: QUXIANG_DATA_DIR=/path npm start',
      error,
    );
  }
}

function portsInUse(settings: Settings): { variable: keyof Settings & `${string}_PORT`; use: string }[] {
  return [
    { variable: 'HTTP_PORT', use: 'the API' },
    { variable: 'METRICS_PORT', use: 'the metrics of the API' },
    { variable: 'WORKER_METRICS_PORT', use: 'the metrics of the worker' },
    ...(needsEmbeddedPostgres(settings) ? [{ variable: 'POSTGRES_PORT', use: 'PostgreSQL' } as const] : []),
    ...(settings.TEMPORAL_ADDRESS
      ? []
      : [{ variable: 'TEMPORAL_PORT', use: 'Temporal' } as const, { variable: 'TEMPORAL_UI_PORT', use: 'the Temporal UI' } as const]),
    ...(settings.SMTP_URL
      ? []
      : [
          { variable: 'SMTP_PORT', use: 'the mail server' } as const,
          { variable: 'MAIL_PORT', use: 'the page of the mail server' } as const,
        ]),
    ...(settings.OIDC_ISSUER ? [] : [{ variable: 'OIDC_PORT', use: 'the OpenID provider' } as const]),
  ];
}

/** True when the application's or Temporal's data are kept in the PostgreSQL from npm. */
export function needsEmbeddedPostgres(settings: Settings): boolean {
  return !settings.DATABASE_URL || !settings.TEMPORAL_ADDRESS;
}

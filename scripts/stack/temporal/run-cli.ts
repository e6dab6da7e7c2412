import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess, type ManagedProcess } from '../managed-process.ts';
import { dynamicConfig } from './dynamic-config.ts';
import type { RunOptions } from './run-binaries.ts';

/** Starts the official development server, which brings its pages along and keeps its data in one file. */
export async function runCli(temporal: string, { directory, host, port, uiPort, log }: RunOptions): Promise<ManagedProcess[]> {
  await mkdir(directory, { recursive: true });
  const settings = Object.entries(dynamicConfig).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${JSON.stringify(value)}`]);
  return [
    startProcess({
      name: 'temporal',
      command: temporal,
      log,
      args: [
        'server',
        'start-dev',
        '--ip',
        host,
        '--port',
        String(port),
        '--ui-ip',
        host,
        '--ui-port',
        String(uiPort),
        '--db-filename',
        join(directory, 'temporal.sqlite'),
        '--log-level',
        'warn',
        ...settings,
      ],
    }),
  ];
}

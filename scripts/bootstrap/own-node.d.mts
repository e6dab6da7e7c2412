import type { SpawnOptions } from 'node:child_process';

/** Runs a program in the project's folder, passes signals on and ends as it ends. */
export function run(command: string, args: readonly string[], options?: SpawnOptions): Promise<number>;

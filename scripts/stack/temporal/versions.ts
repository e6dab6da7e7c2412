import { homedir } from 'node:os';
import { join } from 'node:path';

/** The Temporal server this project is tested with. */
export const serverVersion = '1.32.0';
/** Its pages. */
export const uiVersion = '2.54.1';
/** The official command line tool that carries that server; an older one has no time skipping. */
export const cliVersion = '1.9.0';

/** Where programs are kept, outside the tree, so that a fresh clone finds them. */
export const temporalCache = join(homedir(), '.cache', 'quxiang', 'temporal');

/** True when `version` ("1.10.2") is at least `minimum`. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [left, right] = [version, minimum].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

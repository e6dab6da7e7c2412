import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './own-node.mjs';

/** Digest over files and whole folders of the project, named relative to it: tells whether what was made from them is still current. */
export function digestOf(...paths) {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, path);
  return hash.digest('hex');
}

function add(hash, path) {
  const full = join(root, path);
  if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(hash, join(path, name));
  else hash.update(path).update('\0').update(readFileSync(full)).update('\0');
}

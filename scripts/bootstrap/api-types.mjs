import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest.mjs';
import { ownNode, root, run } from './own-node.mjs';

const generated = join(root, 'generated');
const stamp = join(generated, 'openapi-digest');

/** True when the types of the pages' client belong to the routes as they stand. */
export function areApiTypesCurrent() {
  return existsSync(join(generated, 'openapi.ts')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest();
}

/** Writes the types of the pages' client from the OpenAPI document. */
export async function writeApiTypes() {
  const before = digest();
  const code = await run(ownNode, ['--disable-warning=ExperimentalWarning', join(root, 'scripts', 'write-api-types.ts')]);
  if (code !== 0) throw new Error('The types of the API could not be written from its routes: see above.');
  writeFileSync(stamp, before);
}

const digest = () => digestOf('node_modules/openapi-typescript/package.json', 'api', 'domain');

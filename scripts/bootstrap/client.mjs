import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest.mjs';
import { ownNode, root, run } from './own-node.mjs';

const generated = join(root, 'generated');
const stamp = join(generated, 'schema-digest');

/** True when the generated database client belongs to the schema as it stands. */
export function isClientCurrent() {
  return existsSync(join(generated, 'prisma', 'client.ts')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest();
}

/** Generates the database client from the schema. */
export async function generateClient() {
  const before = digest();
  const code = await run(ownNode, [join(root, 'scripts', 'generate-client.ts')]);
  if (code !== 0) throw new Error('The database client could not be generated from prisma/schema: see above.');
  writeFileSync(stamp, before);
}

const digest = () => digestOf('node_modules/prisma/package.json', 'prisma/schema');

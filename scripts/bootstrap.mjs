// The first thing that runs in a fresh clone: plain JavaScript without dependencies, for Node 18 or newer.
// Installs what is missing, makes the database client and the types of the API, then hands over to the project's own Node:
//   node scripts/bootstrap.mjs scripts/start.ts --reset
import { areApiTypesCurrent, writeApiTypes } from './bootstrap/api-types.mjs';
import { generateClient, isClientCurrent } from './bootstrap/client.mjs';
import { installPackages, isInstalled } from './bootstrap/packages.mjs';
import { runWithOwnNode } from './bootstrap/own-node.mjs';

try {
  const [script, ...args] = process.argv.slice(2);
  if (!isInstalled()) await installPackages();
  if (!isClientCurrent()) await generateClient();
  if (!areApiTypesCurrent()) await writeApiTypes();
  if (script) await runWithOwnNode([script, ...args]);
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

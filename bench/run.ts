/** `npm run bench -- <name>`: each prints a table for people and one JSON line. */
const benches: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<void> }>>> = {
  cutoff: () => import('./cutoff/cutoff.ts'),
  'cutoff-arrivals': () => import('./cutoff/arrivals.ts'),
  import: () => import('./import/import.ts'),
  'long-list': () => import('./long-list/long-list.ts'),
  orchestration: () => import('./orchestration/orchestration.ts'),
  pages: () => import('./pages/pages.ts'),
  'print-batch': () => import('./print-batch/print-batch.ts'),
  review: () => import('./review/review.ts'),
  qr: () => import('./qr/qr.ts'),
  'transfer-numbers': () => import('./transfer-numbers/transfer-numbers.ts'),
  statement: () => import('./statement/statement.ts'),
  verify: () => import('./verify/verify.ts'),
  'verify-memory': () => import('./verify/memory.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = benches[name];
if (!load) {
  process.stderr.write(`Usage: npm run bench -- <${Object.keys(benches).join(' | ')}>\n`);
  process.exit(1);
}
await (await load()).run(args);
process.exit();

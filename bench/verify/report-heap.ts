import { renameSync, writeFileSync } from 'node:fs';

// Loaded into a server before its own code: at SIGUSR2 it collects its garbage and writes down what is left.
const path = process.env['HEAP_REPORT'];
let reports = 0;
process.on('SIGUSR2', () => {
  if (path === undefined || globalThis.gc === undefined) return;
  // Twice: what a finalizer lets go of is garbage for the next.
  for (let time = 0; time < 2; time += 1) globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  reports += 1;
  writeFileSync(`${path}.part`, JSON.stringify({ reports, heapUsed, external, rss }));
  renameSync(`${path}.part`, path);
});

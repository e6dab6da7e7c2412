import { runJest } from './run-jest.ts';

process.exitCode = await runJest([
  '--coverage',
  '--coverageReporters=text-summary',
  '--coverageReporters=html',
  '--coverageReporters=text',
  ...process.argv.slice(2),
]);

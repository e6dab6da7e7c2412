import { runJest } from './run-jest.ts';

process.exitCode = await runJest(['--config', 'jest.long.config.js', ...process.argv.slice(2)]);

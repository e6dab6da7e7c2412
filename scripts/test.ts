import { runChecks } from './check/run-checks.ts';
import { runJest } from './run-jest.ts';

// With arguments (a path, -t name) it is somebody at work on one thing, who wants Jest and nothing else.
const args = process.argv.slice(2);
const checked = args.length > 0 || (await runChecks());
const tested = await runJest(args);
process.exitCode = checked && tested === 0 ? 0 : 1;
if (!checked) process.stderr.write('\nnpm run check found something: see above.\n');

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Writes the workflow bundle to the file named as its argument. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('a file to write to is expected');
const quiet = () => undefined;
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
  logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: console.warn, error: console.error },
});
writeFileSync(file, code);

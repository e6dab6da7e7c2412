import { ensurePages } from '../../../scripts/web/pages.ts';
import { addressesVariable } from './addresses.ts';
import { startTestStack, type RunningStack } from './running-stack.ts';

// Jest calls the set-up once for each tier, in one process: the first call starts the stack, the others find it.
let stack: Promise<RunningStack> | undefined;

/** Starts the components and hands their addresses to the test files. */
export async function setUp(): Promise<void> {
  stack ??= startUnlessInterrupted();
  const { addresses } = await stack;
  process.env[addressesVariable] = JSON.stringify(addresses);
}

/** Stops what `setUp` started. */
export async function tearDown(): Promise<void> {
  const running = stack;
  stack = undefined;
  await (await running)?.stop();
}

// Jest tears nothing down when it is interrupted; the folder of the run would stay behind.
function startUnlessInterrupted(): Promise<RunningStack> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void tearDown().finally(() => process.exit(130)));
  return startOnFreePorts();
}

/** Another run on the same machine may take a port between finding it free and listening on it: then once more. */
async function startOnFreePorts(attempts = 3): Promise<RunningStack> {
  try {
    const progress = (message: string): void => void process.stderr.write(`${message}\n`);
    await ensurePages(progress);
    return await startTestStack(progress);
  } catch (error) {
    if (attempts === 1) throw error;
    return startOnFreePorts(attempts - 1);
  }
}

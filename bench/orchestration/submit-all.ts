import { randomUUID } from 'node:crypto';
import { submitCommand, type CommandDependencies } from '../../api/commands/submit-command.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createLogger } from '../../infra/logger/logger.ts';
import { createRulePacks } from '../../infra/record/rule-packs.ts';
import { connectTemporal } from '../../infra/temporal/connect.ts';
import { measure } from '../report/latencies.ts';
import type { BenchStack } from './bench-stack.ts';
import type { Population } from './population.ts';

/** Submissions are not what is measured: they go the same way below HTTP. */
export async function submitAll(
  stack: BenchStack,
  { pool, graduateIds, accounts }: Population,
  section: string,
  content: unknown,
): Promise<string[]> {
  const temporal = await connectTemporal(stack.temporal);
  const deps: CommandDependencies = {
    pool,
    client: temporal.client,
    taskQueue: 'quxiang',
    newId,
    rulePacks: createRulePacks(pool),
    clockOffsetMs: async () => 0,
    logger: createLogger({ log: { level: 'silent' } }, 'bench'),
  };
  const versions: string[] = [];
  await measure(
    graduateIds.map((graduateId, index) => async () => {
      const actor = { id: accounts[index] ?? '', role: 'GRADUATE' as const };
      const payload = { section, content, evidenceIds: [], basedOn: null };
      const result = await submitCommand(deps, {
        actor,
        type: 'SUBMIT_SECTION',
        graduateId,
        payload,
        idempotencyKey: randomUUID(),
        proofedAt: null,
      });
      if (result.status === 'DONE' && result.outcome.ids?.versionId) versions.push(result.outcome.ids.versionId);
    }),
    16,
  );
  await temporal.close();
  if (versions.length !== graduateIds.length) throw new Error(`only ${versions.length} of ${graduateIds.length} submissions were taken`);
  return versions;
}

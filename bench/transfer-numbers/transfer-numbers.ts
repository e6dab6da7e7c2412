import { transferNumberBatchWorkflowType, type TransferNumberBatchProgress } from '../../domain/transfer-numbers/batch.ts';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createPool } from '../../infra/database/pool.ts';
import { connectTemporal } from '../../infra/temporal/connect.ts';
import { startTransferNumberBatch } from '../../infra/temporal/start-transfer-number-batch.ts';
import { storeBatch } from '../../infra/transfer-numbers/batch-store.ts';
import { transferNumberBatchWorkflowId } from '../../domain/transfer-numbers/batch.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { createSchool } from '../../test/support/record/graduates.ts';
import { startBenchStack } from '../orchestration/bench-stack.ts';
import { insertRegisteredGraduates } from './registered-graduates.ts';

const cohort = 2027;

/** `transfer-numbers [graduates] [rounds]`. Each round: a school, a batch for all of it, through workflow and worker, until it says so. */
export async function run(args: readonly string[]): Promise<void> {
  const [graduates = 100_000, rounds = 3] = args.map(Number);
  const stack = await startBenchStack();
  const [pool, admin] = [createPool(stack.databaseUrl, 4), createPool(stack.adminUrl, 1)];
  await admin.query("SET statement_timeout = '10min'");
  const temporal = await connectTemporal(stack.temporal);
  const cipher = createFieldCipher(readKeyring(stack.keysFile).field);
  const lines: { what: string; seconds: number; issued: number }[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const { schoolId, staff } = await createSchool(pool);
      await insertRegisteredGraduates(admin, cipher, schoolId, cohort, graduates);
      await admin.query('VACUUM ANALYZE');
      const issue = async (what: string): Promise<void> => {
        const id = newId();
        await storeBatch(pool, {
          id,
          schoolId,
          kind: 'DOSSIER',
          cohort,
          collegeId: null,
          className: null,
          stage: null,
          requestedBy: staff.schoolAdmin,
          requestedByRole: 'SCHOOL_ADMIN',
          requestedAt: Date.now(),
          idempotencyKey: id,
        });
        const began = performance.now();
        await startTransferNumberBatch(temporal.client, 'quxiang', id);
        const { issued } = (await temporal.client.workflow
          .getHandle(transferNumberBatchWorkflowId(id))
          .result()) as TransferNumberBatchProgress;
        lines.push({ what: `round ${round}: ${what}`, seconds: (performance.now() - began) / 1000, issued });
      };
      await issue('all are missing');
      await issue('all are current');
      // The lifecycles hear of it one by one, at their own pace: not part of this.
      await admin.query('TRUNCATE "outbox"');
    }
    process.stdout.write(
      `${renderTable(
        ['what', 'seconds', 'issued'],
        lines.map(({ what, seconds, issued }) => [what, seconds.toFixed(2), String(issued)]),
      )}\n`,
    );
    process.stdout.write(`${JSON.stringify({ bench: 'transfer-numbers', workflow: transferNumberBatchWorkflowType, graduates, lines })}\n`);
  } finally {
    await temporal.close();
    await Promise.all([pool.end(), admin.end()]);
    await stack.lifetime.end();
  }
}

import { PrintQuery, printBatchWorkflowId, type PrintBatchProgress } from '../../domain/print-batches/print-batch.ts';
import { transferNumberBatchWorkflowId } from '../../domain/transfer-numbers/batch.ts';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createPool } from '../../infra/database/pool.ts';
import { findPrintBatch, storePrintBatch } from '../../infra/print-batches/batch-store.ts';
import { connectTemporal } from '../../infra/temporal/connect.ts';
import { startPrintBatch } from '../../infra/temporal/start-print-batch.ts';
import { startTransferNumberBatch } from '../../infra/temporal/start-transfer-number-batch.ts';
import { storeBatch } from '../../infra/transfer-numbers/batch-store.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { createSchool } from '../../test/support/record/graduates.ts';
import { startBenchStack } from '../orchestration/bench-stack.ts';
import { readProcessorTime, spentBetween } from '../report/processor-time.ts';
import { workerResidentMb } from '../report/worker-memory.ts';
import { insertRegisteredGraduates } from '../transfer-numbers/registered-graduates.ts';

const cohort = 2027;

/** `print-batch [graduates]`. A school with its numbers; a ZIP of all statements, then a print file of the same, through workflow and worker; how much memory the worker held. */
export async function run(args: readonly string[]): Promise<void> {
  const [graduates = 2_000] = args.map(Number);
  process.env['PRESS_THREADS'] ??= '2';
  const stack = await startBenchStack();
  const [pool, admin] = [createPool(stack.databaseUrl, 4), createPool(stack.adminUrl, 1)];
  const temporal = await connectTemporal(stack.temporal);
  try {
    const { schoolId, staff } = await createSchool(pool);
    await insertRegisteredGraduates(admin, createFieldCipher(readKeyring(stack.keysFile).field), schoolId, cohort, graduates);
    await admin.query('VACUUM ANALYZE');
    const asked = { schoolId, collegeId: null, requestedBy: staff.schoolAdmin, requestedByRole: 'SCHOOL_ADMIN' };
    const numbers = newId();
    await storeBatch(pool, {
      ...asked,
      id: numbers,
      kind: 'DOSSIER',
      cohort,
      className: null,
      stage: null,
      requestedAt: Date.now(),
      idempotencyKey: numbers,
    });
    await startTransferNumberBatch(temporal.client, 'quxiang', numbers);
    await temporal.client.workflow.getHandle(transferNumberBatchWorkflowId(numbers)).result();
    // The lifecycles that hear of the numbers would fill the worker's memory with workflows: not part of this.
    await admin.query('TRUNCATE "outbox"');
    const lines = [];
    for (const form of ['ZIP', 'PRINT_FILE'] as const) {
      const id = newId();
      await storePrintBatch(pool, {
        ...asked,
        id,
        query: PrintQuery.parse({ of: 'STATEMENTS', kind: 'DOSSIER', cohort, form }),
        idempotencyKey: id,
      });
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, workerResidentMb());
      }, 200);
      const [began, before] = [performance.now(), readProcessorTime()];
      await startPrintBatch(temporal.client, 'quxiang', id);
      const { printed } = (await temporal.client.workflow.getHandle(printBatchWorkflowId(id)).result()) as PrintBatchProgress;
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      const cpuMs = Object.fromEntries(spentBetween(before, readProcessorTime()).map(([kind, spent]) => [kind, (spent / printed) * 1000]));
      lines.push({
        form,
        printed,
        seconds,
        perSecond: printed / seconds,
        cpuMs,
        megabytes: Number((await findPrintBatch(pool, id))?.sizeBytes ?? 0) / 1e6,
        workerMegabytes: most,
      });
    }
    process.stdout.write(
      `${renderTable(
        ['form', 'printed', 'seconds', 'per second', 'file MB', 'worker MB at most', 'processor ms each: worker', 'PostgreSQL', 'Temporal'],
        lines.map(({ form, printed, seconds, perSecond, megabytes, workerMegabytes: most, cpuMs }) => [
          form,
          String(printed),
          seconds.toFixed(1),
          perSecond.toFixed(0),
          megabytes.toFixed(1),
          String(most),
          ...['worker', 'PostgreSQL for the record', 'Temporal server'].map((kind) => (cpuMs[kind] ?? 0).toFixed(2)),
        ]),
      )}\n`,
    );
    process.stdout.write(`${JSON.stringify({ bench: 'print-batch', graduates, lines })}\n`);
  } finally {
    await temporal.close();
    await Promise.all([pool.end(), admin.end()]);
    await stack.lifetime.end();
  }
}

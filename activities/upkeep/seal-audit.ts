import { sign } from 'node:crypto';
import { genesisHead, headOf, treeRoot } from '../../domain/audit/hash-tree.ts';
import { currentKey } from '../../infra/crypto/keyring.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import type { ActivityDependencies } from '../dependencies.ts';

interface AuditRow {
  seq: number;
  transactionId: number;
  [column: string]: unknown;
}

const batch = 10_000;

const horizon = 'SELECT "audit_base"() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "end"';
const rowsWithin = `SELECT "seq", "transactionId", (extract(epoch FROM "at") * 1000)::bigint AS "at", "actor", "actorRole", "action", "graduateId", "schoolId", "commandId", "fields", "digest", "rulePack"
  FROM "audit_event" WHERE "transactionId" >= $1 AND "transactionId" < $2 ORDER BY "transactionId", "seq"`;
/** First transaction that no longer fits a run; a run takes whole transactions, and the first one whatever its size. */
const firstBeyond = `SELECT "transactionId" AS "end" FROM "audit_event" WHERE "transactionId" < $2 AND "transactionId" >= $1
  AND "transactionId" > (SELECT min("transactionId") FROM "audit_event" WHERE "transactionId" >= $1) ORDER BY "transactionId", "seq" OFFSET ${batch} LIMIT 1`;
const lastSeal = 'SELECT "toTransaction", "head" FROM "audit_seal" ORDER BY "id" DESC LIMIT 1';
const insertSeal = `INSERT INTO "audit_seal" ("fromTransaction", "toTransaction", "rowCount", "root", "previousHead", "head", "keyId", "signature", "sealedAt")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app_now())`;

/**
 * Hashes finished audit rows into a tree, chains its root to the last head and signs it (Ed25519). The order is that of
 * transactions and not of the sequence: a slow transaction may hold a low sequence number and commit after a higher
 * one, but nothing can commit any more below the oldest running transaction.
 */
export async function sealAudit(dependencies: ActivityDependencies, progress: (sealed: number) => void): Promise<number> {
  let sealed = 0;
  // A cutoff leaves millions of rows at once: run after run, each in a transaction of its own.
  for (;;) {
    const { rows, more } = await sealRun(dependencies);
    sealed += rows;
    if (!more) return sealed;
    progress(sealed);
  }
}

/** `more` when finished transactions are left that did not fit. */
function sealRun({ pool, auditSigning }: ActivityDependencies): Promise<{ rows: number; more: boolean }> {
  return inTransaction(pool, async (connection) => {
    // One sealer at a time.
    await connection.query("SELECT pg_advisory_xact_lock(hashtext('audit-seal'))");
    const {
      rows: [last],
    } = await connection.query<{ toTransaction: number; head: string }>(lastSeal);
    const {
      rows: [oldest],
    } = await connection.query<{ end: number }>(horizon);
    if (!oldest) return { rows: 0, more: false };
    const from = last?.toTransaction ?? 0;
    const {
      rows: [beyond],
    } = await connection.query<{ end: number }>(firstBeyond, [from, oldest.end]);
    const to = beyond?.end ?? oldest.end;
    const { rows: sealable } = await connection.query<AuditRow>(rowsWithin, [from, to]);
    if (sealable.length === 0) return { rows: 0, more: false };
    const previousHead = last?.head ?? genesisHead;
    const root = treeRoot(sealable);
    const head = headOf(previousHead, from, to, root);
    const signature = sign(null, Buffer.from(head, 'hex'), currentKey(auditSigning)).toString('base64');
    await connection.query(insertSeal, [from, to, sealable.length, root, previousHead, head, auditSigning.current, signature]);
    return { rows: sealable.length, more: beyond !== undefined };
  });
}

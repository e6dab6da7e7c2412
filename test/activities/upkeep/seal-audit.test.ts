import { createPublicKey, verify } from 'node:crypto';
import { sealAudit } from '../../../activities/upkeep/seal-audit.ts';
import { genesisHead, headOf, treeRoot } from '../../../domain/audit/hash-tree.ts';
import { createPool, type Connection, type Pool } from '../../../infra/database/pool.ts';
import { continueAuditCount, refuseLostAuditCount } from '../../../infra/record/audit-count.ts';
import { upkeepOf } from '../../support/record/activity-dependencies.ts';
import { createSchool } from '../../support/record/graduates.ts';
import { newScene, stages } from '../../support/record/stages.ts';
import { waitUntil } from '../../../scripts/stack/wait-until.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

interface Seal {
  fromTransaction: number;
  toTransaction: number;
  rowCount: number;
  root: string;
  previousHead: string;
  head: string;
  keyId: string;
  signature: string;
}

let record: TestRecord;
let admin: Pool;
beforeEach(async () => {
  record = await openTestRecord();
  admin = createPool(record.database.adminUrl, 2);
});
afterEach(async () => {
  await admin.end();
  await record.close();
});

const seal = () => sealAudit(upkeepOf(record), () => undefined);
const insertRow = (connection: Pick<Connection, 'query'>, action: string) =>
  connection.query(
    `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "fields", "digest") VALUES (now(), 'system:test', 'SYSTEM', $1, '{}', '')`,
    [action],
  );

/** Whatever still runs in the cluster holds the horizon back (other test files do): wait until it has passed. */
async function sealAll(count: number): Promise<void> {
  let sealed = 0;
  await waitUntil(async () => (sealed += await seal()) >= count, {
    timeoutMs: 45_000,
    intervalMs: 50,
    explain: () => new Error(`${sealed} of ${count} rows were sealed`),
  });
  expect(sealed).toBe(count);
}

async function sealsOf(): Promise<Seal[]> {
  const { rows } = await record.pool.query<Seal>('SELECT * FROM "audit_seal" ORDER BY "id"');
  return rows;
}

/** Checks the chain as an auditor would: from the rows and the public key alone. The faults found. */
async function faultsOf(): Promise<string[]> {
  const publicKey = createPublicKey(record.keyring.auditSigning.keys.get(record.keyring.auditSigning.current)!);
  const faults: string[] = [];
  let [previousHead, from] = [genesisHead, 0];
  for (const { fromTransaction, toTransaction, rowCount, ...found } of await sealsOf()) {
    const { rows } = await record.pool.query(
      `SELECT "seq", "transactionId", (extract(epoch FROM "at") * 1000)::bigint AS "at", "actor", "actorRole", "action", "graduateId", "schoolId", "commandId", "fields", "digest", "rulePack"
       FROM "audit_event" WHERE "transactionId" >= $1 AND "transactionId" < $2 ORDER BY "transactionId", "seq"`,
      [fromTransaction, toTransaction],
    );
    if (fromTransaction !== from || found.previousHead !== previousHead) faults.push('a gap');
    if (rows.length !== rowCount) faults.push('rows lost or added');
    if (treeRoot(rows) !== found.root) faults.push('rows changed');
    if (headOf(previousHead, fromTransaction, toTransaction, found.root) !== found.head) faults.push('chain broken');
    if (!verify(null, Buffer.from(found.head, 'hex'), publicKey, Buffer.from(found.signature, 'base64'))) faults.push('signature wrong');
    [previousHead, from] = [found.head, toTransaction];
  }
  return faults;
}

describe('the seal of the audit log', () => {
  it('R22 seals what was committed, in runs that join, signed, and nothing twice', async () => {
    const school = await createSchool(record.pool);
    await stages.granted(await newScene(record, school));
    const {
      rows: [first],
    } = await record.pool.query<{ count: number }>('SELECT count(*) FROM "audit_event"');
    await sealAll(first!.count);
    expect(await seal()).toBe(0);
    await stages.inReview(await newScene(record, school));
    await sealAll(2);
    const seals = await sealsOf();
    expect(seals.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(first!.count + 2);
    expect(await faultsOf()).toEqual([]);
  });

  it('R22 seals all in one go, though a run is short because the next transaction does not fit', async () => {
    const insertMany = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "fields", "digest") SELECT now(), 'system:test', 'SYSTEM', 'MANY', '{}', '' FROM generate_series(1, $1)`;
    for (const rows of [5, 10_001, 5]) await record.pool.query(insertMany, [rows]);
    const passed = `SELECT "audit_base"() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint > max("transactionId") AS "passed" FROM "audit_event"`;
    const hasPassed = async () => (await record.pool.query<{ passed: boolean }>(passed)).rows[0]!.passed;
    await waitUntil(hasPassed, {
      timeoutMs: 45_000,
      intervalMs: 50,
      explain: () => new Error('a transaction of the cluster does not end'),
    });
    expect(await seal()).toBe(10_011);
    expect((await sealsOf()).map(({ rowCount }) => rowCount)).toEqual([5, 10_006]);
    expect(await faultsOf()).toEqual([]);
  }, 60_000);

  it.each([
    ['a changed actor', `UPDATE "audit_event" SET "actor" = 'nobody' WHERE "action" = 'CONFIRMATION_CHANGED'`, ['rows changed']],
    [
      'a changed digest of the values',
      `UPDATE "audit_event" SET "digest" = repeat('0', 64) WHERE "action" = 'SECTION_SUBMITTED'`,
      ['rows changed'],
    ],
    ['a row that is gone', `DELETE FROM "audit_event" WHERE "action" = 'SECTION_FORWARDED'`, ['rows lost or added', 'rows changed']],
    [
      'a row that was slipped in',
      `INSERT INTO "audit_event" ("transactionId", "at", "actor", "actorRole", "action", "fields", "digest") SELECT "transactionId", "at", "actor", "actorRole", 'GRANT_ENDED', "fields", "digest" FROM "audit_event" LIMIT 1`,
      ['rows lost or added', 'rows changed'],
    ],
    ['another root with its head', `UPDATE "audit_seal" SET "root" = repeat('0', 64)`, ['rows changed', 'chain broken']],
    ['another head', `UPDATE "audit_seal" SET "head" = repeat('a', 64)`, ['chain broken', 'signature wrong']],
  ])('R22 %s is noticed, though the owner of the tables did it', async (_, tampering, faults) => {
    await stages.registered(await newScene(record, await createSchool(record.pool)));
    await sealAll(5);
    expect(await faultsOf()).toEqual([]);
    await admin.query(tampering);
    expect([...new Set(await faultsOf())]).toEqual(faults);
  });

  it('R22 a slow transaction with a low sequence number is not lost', async () => {
    const slow = await record.pool.connect();
    await slow.query('BEGIN');
    await insertRow(slow, 'SLOW');
    await insertRow(record.pool, 'QUICK');
    expect(await seal()).toBe(0);
    await slow.query('COMMIT');
    slow.release();
    await insertRow(record.pool, 'LATER');
    await sealAll(3);
    const { rows } = await record.pool.query<{ action: string }>('SELECT "action" FROM "audit_event" ORDER BY "transactionId"');
    expect(rows.map(({ action }) => action)).toEqual(['SLOW', 'QUICK', 'LATER']);
    expect(await faultsOf()).toEqual([]);
  });

  it('R22 two sealers at once seal each row once', async () => {
    for (const action of ['A', 'B', 'C']) await insertRow(record.pool, action);
    const dependencies = upkeepOf(record);
    let sealed = 0;
    for (let round = 0; round < 200 && sealed < 3; round += 1) {
      sealed += (await Promise.all(Array.from({ length: 4 }, () => sealAudit(dependencies, () => undefined)))).reduce(
        (sum, count) => sum + count,
        0,
      );
    }
    expect(sealed).toBe(3);
    expect(await faultsOf()).toEqual([]);
  });

  // A run takes 10,000 rows and leaves the last transaction of a full batch to the next one: a transaction that fills the
  // batch alone is left for ever, and the sealing stands still behind it.
  it('R55 a sweep that wrote more rows in one transaction than a run takes is sealed all the same', async () => {
    await record.pool.query(
      `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "fields", "digest") SELECT now(), 'system:cutoff', 'SYSTEM', 'CUTOFF_RECORDED', '{}', '' FROM generate_series(1, 12000)`,
    );
    await insertRow(record.pool, 'AFTERWARDS');
    await sealAll(12_001);
    expect(await faultsOf()).toEqual([]);
  });

  it('R22 without rows there is no seal', async () => {
    expect(await seal()).toBe(0);
    expect(await sealsOf()).toEqual([]);
  });

  it('goes on where it was in a cluster that was restored from a dump, and nothing starts on it before that', async () => {
    const setBase = (base: number) =>
      admin.query(`CREATE OR REPLACE FUNCTION "audit_base"() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ${base}`);
    // What a count that has come far looks like to a cluster that begins.
    await setBase(5_000_000_000);
    await insertRow(record.pool, 'BEFORE');
    await sealAll(1);
    await setBase(0);
    await expect(refuseLostAuditCount(record.pool)).rejects.toThrow('npm run migrate');

    expect(await continueAuditCount(admin)).toBe(true);
    expect(await continueAuditCount(admin)).toBe(false);
    await expect(refuseLostAuditCount(record.pool)).resolves.toBeUndefined();
    await insertRow(record.pool, 'AFTER');
    await sealAll(1);
    expect((await sealsOf()).map(({ rowCount }) => rowCount)).toEqual([1, 1]);
    expect(await faultsOf()).toEqual([]);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { checkNumber } from '../../../domain/numbers/read-number.ts';
import { createBlindIndex } from '../../../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../../infra/crypto/keyring.ts';
import { identityIndex, identityIndexes, identityNumberContext } from '../../../infra/identity/identity-index.ts';
import { findCodeStep, newSecondFactor } from '../../../infra/identity/second-factor.ts';
import { openAuditKey } from '../../../infra/record/audit-rows.ts';
import { createNumberSeals } from '../../../infra/record/number-seals.ts';
import { writeMend } from '../../../infra/roster/mends.ts';
import { sealedTables } from '../../../infra/rotation/sealed-tables.ts';
import { createFileStore, newFileKey } from '../../../infra/storage/file-store.ts';
import { openVerificationDesk, verifyByNumber, type WellFormedNumber } from '../../../infra/verification/verify.ts';
import { projectRoot } from '../../../scripts/stack/project-root.ts';
import { adminActor, run } from '../../support/record/commands.ts';
import { createGraduate } from '../../support/record/graduates.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';
import { confirmedGraduate, issueGrant, issueTransferNumber, type Confirmed } from '../../support/offline/issued-numbers.ts';

const graduates = 60;
const purposes = ['field', 'blindIndex', 'files'] as const;

let record: TestRecord;
let folder: string;
let keysFile: string;
let holder: Confirmed;
let numbers: string[];
let fileKeys: string[];
let staffId: string;

beforeAll(async () => {
  record = await openTestRecord();
  folder = await mkdtemp(join(tmpdir(), 'quxiang-rotation-'));
  keysFile = join(folder, 'keyring.json');
  await copyFile(stackAddresses().keysFile, keysFile);
  holder = await confirmedGraduate(record);
  const { pool, seals, cipher, index, newId } = record;
  const ids = [await issueGrant(holder), await issueTransferNumber(holder)] as const;
  const {
    rows: [sealed],
  } = await pool.query<{ grant: string; transfer: string }>(
    'SELECT (SELECT "numberSealed" FROM "verification_grant" WHERE "id" = $1) AS "grant", (SELECT "numberSealed" FROM "transfer_number" WHERE "id" = $2) AS "transfer"',
    [...ids],
  );
  numbers = [seals.open('VERIFICATION', ids[0], sealed!.grant), seals.open('TRANSFER', ids[1], sealed!.transfer)];
  const corrected = await createGraduate(pool, record, holder.school);
  const changes = {
    idNumberIndex: identityIndex(index, 'RESIDENT_ID', '110105194912310021'),
    sealedIdNumber: cipher.seal('110105194912310021', identityNumberContext(corrected.graduateId)),
  };
  await run(record, corrected.graduateId, adminActor(holder.school), 'CORRECT_BASIC_INFORMATION', { changes, reason: '更正' });
  for (let n = 0; n < graduates; n += 1) await createGraduate(pool, record, holder.school);
  staffId = newId();
  await pool.query(
    `INSERT INTO "account" ("id", "kind", "displayName", "totpSecretSealed", "totpPendingSealed") VALUES ($1, 'STAFF', '样例人员', $2, $3)`,
    [staffId, newSecondFactor(cipher, staffId, 'staff').sealed, newSecondFactor(cipher, staffId, 'staff').sealed],
  );
  const mend = newId();
  await pool.query(
    `INSERT INTO "roster_import" ("id", "schoolId", "cohort", "fileKey", "fileName", "uploadedBy", "uploadedByRole", "uploadedAt") VALUES ($1, $2, 2027, '', '', $1, 'SCHOOL_ADMIN', app_now())`,
    [mend, holder.school.schoolId],
  );
  await writeMend(pool, record, { importId: mend, rowNumber: 2, cells: { name: '示例同学' }, mendedBy: staffId });
  fileKeys = Array.from({ length: 5 }, newFileKey);
  const files = createFileStore({ directory: join(folder, 'files'), keys: record.keyring.files });
  for (const key of fileKeys) await files.put(key, Buffer.from(`content of ${key}`));
});
afterAll(async () => {
  await record?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
}

/** A key command as a process of its own; `onOutput` may kill it. */
async function command(
  script: string,
  args: readonly string[] = [],
  onOutput: (out: string, child: ChildProcess) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(projectRoot, 'scripts', script), ...args], {
    env: { PATH: process.env['PATH'], KEYS_FILE: keysFile, DATABASE_URL: record.database.url, FILES_DIR: join(folder, 'files') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      out += String(chunk);
      onOutput(out, child);
    });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal, out };
}

/** What a process that has just been started with the keyring can do. */
function started() {
  const keyring = readKeyring(keysFile);
  const cipher = createFieldCipher(keyring.field);
  const index = createBlindIndex(keyring.blindIndex);
  const desk = openVerificationDesk({ ...record, seals: createNumberSeals(cipher, index), offlineSigning: keyring.offlineSigning });
  return { keyring, cipher, index, desk, files: createFileStore({ directory: join(folder, 'files'), keys: keyring.files }) };
}

const wellFormed = (number: string): WellFormedNumber => {
  const checked = checkNumber(number);
  if (!checked.ok) throw new Error('the number does not check');
  return checked;
};

const verifyAll = async (desk = started().desk) => {
  const answers = await Promise.all(
    numbers.map((number) => verifyByNumber(desk, { entry: 'DOSSIER', now: Date.now(), place: null }, '示例同学', wellFormed(number))),
  );
  return answers.map(({ outcome }) => outcome);
};

const keyIdsOf = async (table: string, column: string): Promise<string[]> => {
  const { rows } = await record.pool.query<{ id: string }>(
    `SELECT DISTINCT split_part("${column}", '.', 2) AS "id" FROM "${table}" WHERE "${column}" IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ id }) => id);
};

it('every sealed column and every blind index of the schema is known to the rotation', async () => {
  const { rows } = await record.pool.query<{
    name: string;
  }>(`SELECT table_name || '.' || column_name AS "name" FROM information_schema.columns
    WHERE table_schema = 'public' AND (column_name LIKE '%Sealed' OR column_name IN ('numberIndex', 'idNumberIndex')) ORDER BY 1`);
  const known = sealedTables.flatMap(({ table, sealed, indexes }) =>
    [...Object.keys(sealed), ...Object.keys(indexes)].map((column) => `${table}.${column}`),
  );
  // Values in audit rows are under keys of their graduates. What a command carries stands in its payload.
  expect(rows.map(({ name }) => name).filter((name) => name !== 'audit_event.payloadSealed')).toEqual(
    known.filter((name) => !name.startsWith('command.')).sort(),
  );
});

// One story, in order: each step begins where the one before it ended.
it('R25 R36 R49 keys are rotated while numbers are verified: before, after a kill in the middle, during the rest, and when the old keys are gone', async () => {
  expect(await verifyAll()).toEqual(['VALID', 'VALID']);
  const old = started();
  for (const purpose of purposes) {
    const prepared = await command('keys-rotate.ts', [purpose, '--prepare']);
    expect([prepared.code, prepared.out]).toEqual([0, expect.stringContaining('is known')]);
  }
  const beforeUse = started();
  const ids = purposes.map((purpose) => [...beforeUse.keyring[purpose].keys.keys()].at(-1)!);
  for (const [n, purpose] of purposes.entries()) expect((await command('keys-rotate.ts', [purpose, '--use', ids[n]!])).code).toBe(0);
  expect([await verifyAll(), await verifyAll(old.desk)]).toEqual([
    ['VALID', 'VALID'],
    ['VALID', 'VALID'],
  ]);

  const tooEarly = await command('keys-retire.ts', ['field', 'k1']);
  expect([tooEarly.code, tooEarly.out]).toEqual([1, expect.stringContaining('field k1 is still needed: graduate.idNumberSealed (')]);

  const killed = await command('keys-reseal.ts', ['--batch', '5'], (out, child) => {
    if (out.includes('graduate: 5\n')) child.kill('SIGKILL');
  });
  expect(killed.signal).toBe('SIGKILL');
  expect(await keyIdsOf('graduate', 'idNumberSealed')).toEqual([ids[0], 'k1'].sort());
  expect(await verifyAll()).toEqual(['VALID', 'VALID']);

  let ended: Ended | undefined;
  const resealing = command('keys-reseal.ts', ['--batch', '3']).then((result) => {
    ended = result;
  });
  const seen = new Set<string>();
  // Those that were started before the rotation was used and those after it serve side by side.
  while (!ended) for (const { desk } of [beforeUse, started()]) for (const outcome of await verifyAll(desk)) seen.add(outcome);
  await resealing;
  expect([ended.code, [...seen]]).toEqual([0, ['VALID']]);
  expect(ended.out).not.toMatch(/(field|blindIndex|files) +k1/);

  for (const { table, sealed } of sealedTables)
    if (table !== 'command')
      for (const column of Object.keys(sealed)) expect([table, column, await keyIdsOf(table, column)]).toEqual([table, column, [ids[0]]]);
  for (const purpose of purposes) expect(await command('keys-retire.ts', [purpose, 'k1'])).toMatchObject({ code: 0 });
  for (const purpose of purposes) expect([...readKeyring(keysFile)[purpose].keys.keys()]).toEqual([ids[purposes.indexOf(purpose)]]);
  expect(await verifyAll()).toEqual(['VALID', 'VALID']);
});

it('R22 X22 everything else that was sealed is read under the new keys alone', async () => {
  const { cipher, index, files } = started();
  const { pool } = record;
  const { rows: people } = await pool.query<{
    id: string;
    idType: 'RESIDENT_ID';
    idNumberSealed: string;
    auditKeySealed: string;
    idNumberIndex: string;
  }>('SELECT "id", "idType", "idNumberSealed", "auditKeySealed", "idNumberIndex" FROM "graduate"');
  expect(people).toHaveLength(graduates + 2);
  for (const { id, idType, idNumberSealed, auditKeySealed, idNumberIndex } of people) {
    expect(identityIndexes(index, idType, cipher.open(idNumberSealed, identityNumberContext(id)))).toContain(idNumberIndex);
    expect(openAuditKey(cipher, id, auditKeySealed)?.symmetricKeySize).toBe(32);
  }
  for (const key of fileKeys) expect(Buffer.from((await files.get(key))!).toString()).toBe(`content of ${key}`);
  const {
    rows: [staff],
  } = await pool.query<{ sealed: string }>('SELECT "totpSecretSealed" AS "sealed" FROM "account" WHERE "id" = $1', [staffId]);
  const secret = cipher.open(staff!.sealed, `account.totp:${staffId}`);
  expect(findCodeStep(cipher, staffId, staff!.sealed, new TOTP({ secret: Secret.fromBase32(secret) }).generate(), Date.now())).toEqual(
    expect.any(Number),
  );
  const {
    rows: [sent],
  } = await pool.query<{ graduateId: string; sealed: string; index: string }>(
    `SELECT "graduateId", "payload" -> 'changes' ->> 'sealedIdNumber' AS "sealed", "payload" -> 'changes' ->> 'idNumberIndex' AS "index" FROM "command" WHERE "type" = 'CORRECT_BASIC_INFORMATION'`,
  );
  const number = cipher.open(sent!.sealed, identityNumberContext(sent!.graduateId));
  expect([number, sent!.index]).toEqual(['110105194912310021', identityIndex(index, 'RESIDENT_ID', number)]);
});

it('X23 a signing key stays while paper that it signed may be good, and is never taken from the audit log', async () => {
  const [first] = [...readKeyring(keysFile).offlineSigning.keys.keys()];
  await record.pool.query(`INSERT INTO "signing_key_use" VALUES ($1, app_now())`, [first]);
  expect((await command('keys-rotate.ts', ['offlineSigning'])).code).toBe(0);
  expect(await command('keys-retire.ts', ['offlineSigning', first!])).toMatchObject({
    code: 1,
    out: expect.stringContaining('paper with live numbers (2)') as string,
  });
  await record.pool.query(`UPDATE "signing_key_use" SET "lastUsedAt" = app_now() - interval '2 days'`);
  expect(await command('keys-retire.ts', ['offlineSigning', first!])).toMatchObject({ code: 0 });
  expect(await command('keys-retire.ts', ['offlineSigning', readKeyring(keysFile).offlineSigning.current])).toMatchObject({
    code: 1,
    out: expect.stringContaining('is the current key') as string,
  });
  expect(await command('keys-rotate.ts', ['statusPlace'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('never rotated') as string,
  });
  expect(await command('keys-rotate.ts', ['nothing'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('Name a purpose: ') as string,
  });
});

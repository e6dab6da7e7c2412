import { email, phone } from '../../domain/text/contact.ts';
import type { BlindIndex } from '../crypto/blind-index.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Connection, Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { auditAccess } from './audit-access.ts';
import { identityIndexes } from './identity-index.ts';
import type { VerifiedPerson } from './open-id.ts';

export interface BindingDependencies {
  readonly pool: Pool;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly newId: () => string;
  readonly issuer: string;
}

interface RosterRow {
  id: string;
  schoolId: string;
  name: string;
  accountId: string | null;
  phone: string | null;
  email: string | null;
  auditKeySealed: string | null;
}

const columns = '"id", "schoolId", "name", "accountId", "phone", "email", "auditKeySealed"';
const onRoster = `SELECT ${columns} FROM "graduate" WHERE "idNumberIndex" = ANY($1) AND "removedAt" IS NULL ORDER BY "id" FOR NO KEY UPDATE`;
const noLongerOurs = `SELECT ${columns} FROM "graduate" WHERE "accountId" = $1 AND "idNumberIndex" <> ALL($2) ORDER BY "id" FOR NO KEY UPDATE`;
const upsertAccount = `INSERT INTO "account" ("id", "kind", "displayName", "issuer", "subject") VALUES ($1, 'GRADUATE', $2, $3, $4)
  ON CONFLICT ("issuer", "subject") DO UPDATE SET "displayName" = excluded."displayName" RETURNING "id"`;
const changeGraduate = `UPDATE "graduate" SET "accountId" = $2, "phone" = $3, "email" = $4, "version" = "version" + 1, "updatedAt" = app_now() WHERE "id" = $1`;
const tellWorkflow = 'INSERT INTO "outbox" ("graduateId") VALUES ($1)';

/**
 * Binds every graduate-year of a verified document to the account of its sign-in (X22) and takes over phone and mail (R7).
 * The document decides: a graduate-year whose number has been corrected since is let go. Undefined when no roster has it (R4).
 */
export async function bindPerson(dependencies: BindingDependencies, person: VerifiedPerson): Promise<string | undefined> {
  const { pool, index, newId, issuer } = dependencies;
  const indexes = identityIndexes(index, person.identity_document_type, person.identity_document_number);
  return inTransaction(pool, async (connection) => {
    const { rows: own } = await connection.query<RosterRow>(onRoster, [indexes]);
    const [first] = own;
    const known = await connection.query<{ id: string }>('SELECT "id" FROM "account" WHERE "issuer" = $1 AND "subject" = $2', [
      issuer,
      person.sub,
    ]);
    const knownId = known.rows[0]?.id;
    if (knownId !== undefined) await letGo(dependencies, connection, knownId, indexes);
    if (!first) return undefined;
    const {
      rows: [account],
    } = await connection.query<{ id: string }>(upsertAccount, [newId(), person.name ?? first.name, issuer, person.sub]);
    if (!account) throw new Error('the account was not stored');
    for (const graduate of own) await takeOver(dependencies, connection, graduate, account.id, person);
    return account.id;
  });
}

async function letGo(
  { cipher }: BindingDependencies,
  connection: Connection,
  accountId: string,
  indexes: readonly string[],
): Promise<void> {
  const { rows } = await connection.query<RosterRow>(noLongerOurs, [accountId, indexes]);
  for (const graduate of rows) {
    await connection.query(changeGraduate, [graduate.id, null, graduate.phone, graduate.email]);
    await connection.query(tellWorkflow, [graduate.id]);
    await auditAccess(connection, cipher, {
      action: 'ACCOUNT_UNBOUND',
      actor: { id: accountId, role: 'GRADUATE' },
      graduate,
      fields: [],
      values: { accountId },
    });
  }
}

async function takeOver(
  { cipher }: BindingDependencies,
  connection: Connection,
  graduate: RosterRow,
  accountId: string,
  person: VerifiedPerson,
): Promise<void> {
  const contact = { phone: usable(phone, person.phone_number) ?? graduate.phone, email: usable(email, person.email) ?? graduate.email };
  const changed = (['phone', 'email'] as const).filter((field) => contact[field] !== graduate[field]);
  const bound = graduate.accountId !== accountId;
  if (!bound && changed.length === 0) return;
  await connection.query(changeGraduate, [graduate.id, accountId, contact.phone, contact.email]);
  await connection.query(tellWorkflow, [graduate.id]);
  const actor = { id: accountId, role: 'GRADUATE' };
  if (bound) await auditAccess(connection, cipher, { action: 'ACCOUNT_BOUND', actor, graduate, fields: [], values: { accountId } });
  if (changed.length > 0) {
    const values = Object.fromEntries(changed.map((field) => [field, contact[field]]));
    await auditAccess(connection, cipher, { action: 'CONTACT_TAKEN_OVER', actor, graduate, fields: changed, values });
  }
}

/** A contact as our own forms would take it; what they would refuse is left as the roster has it. */
function usable(schema: typeof phone | typeof email, claim: string | undefined): string | undefined {
  return schema.safeParse(claim).data;
}

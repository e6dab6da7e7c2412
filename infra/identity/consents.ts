import { notice } from '../../domain/access/notice.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { auditAccess } from './audit-access.ts';

const insertConsent = `INSERT INTO "consent" ("accountId", "noticeVersion", "acceptedAt") VALUES ($1, $2, app_now()) ON CONFLICT DO NOTHING`;
const graduateYears = 'SELECT "id", "schoolId", "auditKeySealed" FROM "graduate" WHERE "accountId" = $1 ORDER BY "id"';

/** Stores that somebody accepted the notice in its present version, with an audit row for each graduate-year. May be repeated. */
export async function giveConsent({ pool, cipher }: { pool: Pool; cipher: FieldCipher }, accountId: string): Promise<void> {
  await inTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query(insertConsent, [accountId, notice.version]);
    if (rowCount === 0) return;
    const { rows } = await connection.query<{ id: string; schoolId: string; auditKeySealed: string | null }>(graduateYears, [accountId]);
    for (const graduate of rows) {
      await auditAccess(connection, cipher, {
        action: 'CONSENT_GIVEN',
        actor: { id: accountId, role: 'GRADUATE' },
        graduate,
        fields: [notice.version],
      });
    }
  });
}

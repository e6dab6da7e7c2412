import type { Invitation } from '../../domain/access/staff-posts.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { inTransaction } from '../database/transaction.ts';
import { auditAccess } from './audit-access.ts';
import { giveOneTimePassword, type OneTimePassword } from './one-time-password.ts';
import type { StaffOffice } from './school-staff.ts';
import { insertSchoolPost } from './staff-posts.ts';

const insertAccount = `INSERT INTO "account" ("id", "kind", "displayName", "signInName", "email", "schoolId") VALUES ($1, 'STAFF', $2, $3, $4, $5)
  ON CONFLICT ("signInName") DO NOTHING`;

/** Makes an account with its posts and a one-time password. Throws SIGN_IN_NAME_TAKEN, POST_EXISTS, and NOT_FOUND for a college of another school. */
export function inviteToSchool(
  { pool, cipher, newId, schoolId, actor }: StaffOffice,
  { signInName, displayName, email, posts }: Invitation,
): Promise<{ id: string; given: OneTimePassword }> {
  const id = newId();
  return inTransaction(pool, async (connection) => {
    if ((await connection.query(insertAccount, [id, displayName, signInName, email, schoolId])).rowCount !== 1)
      throw new RefusalError('SIGN_IN_NAME_TAKEN');
    for (const post of posts) await insertSchoolPost(connection, { ...post, id: newId(), accountId: id, schoolId });
    const given = await giveOneTimePassword(connection, id);
    await auditAccess(connection, cipher, {
      action: 'STAFF_INVITED',
      actor,
      graduate: null,
      schoolId,
      fields: [id, ...posts.map(({ role }) => role)],
    });
    return { id, given };
  });
}

import { createBlindIndex } from '../../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { createPool } from '../../infra/database/pool.ts';
import { giveConsent } from '../../infra/identity/consents.ts';
import { beginSession } from '../../infra/identity/sessions.ts';
import { createGraduate, createSchool } from '../../test/support/record/graduates.ts';
import type { VerifyStack } from '../verify/verify-stack.ts';

/** A graduate whose basic information is checked, who has accepted the notice and is signed in. */
export async function signedInGraduate({
  databaseUrl,
  keysFile,
}: VerifyStack): Promise<{ readonly cookie: string; readonly graduateId: string }> {
  const pool = createPool(databaseUrl, 1);
  const keyring = readKeyring(keysFile);
  const cipher = createFieldCipher(keyring.field);
  const { graduateId, accountId } = await createGraduate(
    pool,
    { cipher, index: createBlindIndex(keyring.blindIndex) },
    await createSchool(pool),
    { basicCheck: 'CHECKED', basicCheckedAt: new Date(), stage: 'REGISTERING' },
  );
  await giveConsent({ pool, cipher }, accountId);
  const cookie = `quxiang=${await beginSession(pool, accountId)}`;
  await pool.end();
  return { cookie, graduateId };
}

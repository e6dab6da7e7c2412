import { composeVerificationNumber } from '../../../domain/numbers/compose-number.ts';
import { nextIndex } from '../../../infra/crypto/secure-random.ts';
import type { TestApplication } from './application.ts';

/** The numbers of a graduate as they stand in the record, in the clear. */
export async function numberOf(
  { record: { pool, seals } }: TestApplication,
  kind: 'VERIFICATION' | 'TRANSFER',
  id: string,
): Promise<string> {
  const table = kind === 'VERIFICATION' ? 'verification_grant' : 'transfer_number';
  const {
    rows: [row],
  } = await pool.query<{ numberSealed: string }>(`SELECT "numberSealed" FROM "${table}" WHERE "id" = $1`, [id]);
  return seals.open(kind, id, row?.numberSealed ?? '');
}

/** A number that is well formed and was never issued. */
export const unknownNumber = (): string => composeVerificationNumber({ year2: '99', schoolCode: '99999', nextIndex });

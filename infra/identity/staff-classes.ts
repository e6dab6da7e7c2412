import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Connection } from '../database/pool.ts';

/** 班级: a name within a college and cohort (X31). */
export interface StaffClass {
  readonly cohort: number;
  readonly collegeId: string | null;
  readonly className: string;
}

const isCounsellor = `SELECT FROM "staff_role" WHERE "accountId" = $1 AND "schoolId" = $2 AND "role" = 'COUNSELLOR'`;
const ofClass = `"schoolId" = $2 AND "cohort" = $3 AND "collegeId" IS NOT DISTINCT FROM $4::uuid AND "className" = $5 AND "removedAt" IS NULL`;
const give = `UPDATE "graduate" SET "counsellorId" = $1 WHERE ${ofClass}`;
const take = `UPDATE "graduate" SET "counsellorId" = NULL WHERE "counsellorId" = $1 AND ${ofClass}`;

/** Gives a class to a counsellor, or takes it back; returns how many graduates it has. Throws NOT_A_COUNSELLOR, CLASS_EMPTY. */
export async function assignClassTo(
  connection: Connection,
  accountId: string,
  schoolId: string,
  { cohort, collegeId, className }: StaffClass,
  given: boolean,
): Promise<number> {
  if (given && (await connection.query(isCounsellor, [accountId, schoolId])).rowCount === 0) throw new RefusalError('NOT_A_COUNSELLOR');
  const { rowCount } = await connection.query(given ? give : take, [accountId, schoolId, cohort, collegeId, className]);
  if (!rowCount) throw new RefusalError('CLASS_EMPTY');
  return rowCount;
}

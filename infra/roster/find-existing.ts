import type { Connection } from '../database/pool.ts';

/** A graduate who is on the roster already, by the keys that a row may share with them. */
export interface ExistingGraduate { readonly id: string; readonly studentNo: string; readonly candidateNo: string; readonly idNumberIndex: string }

export interface RosterKeys {
  readonly studentNos: readonly string[];
  readonly candidateNos: readonly string[];
  /** Every index a document number may stand under while keys are being rotated. */
  readonly idNumberIndexes: readonly string[];
}

// Not prepared: a plan that was made while the roster was empty would go on reading the whole of it.
const select = `SELECT "id", "studentNo", "candidateNo", "idNumberIndex" FROM "graduate" WHERE "schoolId" = $1 AND "cohort" = $2
  AND ("studentNo" = ANY($3) OR "candidateNo" = ANY($4) OR "idNumberIndex" = ANY($5))`;

/**
 * Lets one import at a time write to a school's roster, and finds who of a chunk is on it. The lock goes with the
 * transaction; graduates of the school may be changed meanwhile.
 */
export async function findExistingGraduates(connection: Connection, schoolId: string, cohort: number, keys: RosterKeys): Promise<readonly ExistingGraduate[]> {
  await connection.query({ name: 'lock-roster', text: 'SELECT FROM "school" WHERE "id" = $1 FOR NO KEY UPDATE', values: [schoolId] });
  const values = [schoolId, cohort, keys.studentNos, keys.candidateNos, keys.idNumberIndexes];
  return (await connection.query<ExistingGraduate>(select, values)).rows;
}

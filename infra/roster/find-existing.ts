import type { BasicInformation } from '../../domain/graduate/basic-information.ts';
import type { OnRoster } from '../../domain/roster/roster-change.ts';
import type { SectionContent, SectionKind } from '../../domain/registration/section.ts';
import type { Connection } from '../database/pool.ts';
import { basicFields, basicInformationOf } from '../record/basic-information.ts';

/** A graduate who is on the roster already. */
export interface ExistingGraduate extends OnRoster { readonly id: string }

export interface RosterKeys {
  readonly studentNos: readonly string[];
  readonly candidateNos: readonly string[];
  /** Every index a document number may stand under while keys are being rotated. */
  readonly idNumberIndexes: readonly string[];
}

interface Row extends BasicInformation {
  readonly id: string; readonly collegeId: string | null; readonly counsellorId: string | null;
  readonly inForce: Partial<Record<SectionKind, SectionContent>> | null; readonly inReview: SectionKind[] | null;
}

// Not prepared: a plan that was made while the roster was empty would go on reading the whole of it.
const select = `SELECT g."id", g."collegeId", g."counsellorId", ${basicFields.map((field) => `g."${field}"`).join(', ')},
    (SELECT jsonb_object_agg(v."section", v."content") FROM "section_version" v WHERE v."graduateId" = g."id" AND v."status" = 'APPROVED') AS "inForce",
    (SELECT array_agg(v."section") FROM "section_version" v WHERE v."graduateId" = g."id" AND v."status" IN ('COLLEGE_REVIEW', 'SCHOOL_REVIEW')) AS "inReview"
  FROM "graduate" g WHERE g."schoolId" = $1 AND g."cohort" = $2 AND g."removedAt" IS NULL
    AND (g."studentNo" = ANY($3) OR g."candidateNo" = ANY($4) OR g."idNumberIndex" = ANY($5))`;

const selectElsewhere = `SELECT DISTINCT "idNumberIndex" FROM "graduate" WHERE "idNumberIndex" = ANY($1) AND "cohort" = $2 AND "schoolId" <> $3 AND "removedAt" IS NULL`;

/**
 * Lets one import at a time write to a school's roster, and finds who of a chunk is on it. The lock goes with the
 * transaction; graduates of the school may be changed meanwhile.
 */
export async function findExistingGraduates(connection: Connection, schoolId: string, cohort: number, keys: RosterKeys): Promise<readonly ExistingGraduate[]> {
  // The server knows nothing yet of a roster that is being written, and would read the whole of it for each chunk.
  await connection.query('SET LOCAL enable_seqscan = off');
  await connection.query({ name: 'lock-roster', text: 'SELECT FROM "school" WHERE "id" = $1 FOR NO KEY UPDATE', values: [schoolId] });
  const values = [schoolId, cohort, keys.studentNos, keys.candidateNos, keys.idNumberIndexes];
  const { rows } = await connection.query<Row>(select, values);
  return rows.map((row) => ({
    id: row.id, collegeId: row.collegeId, counsellorId: row.counsellorId, basic: basicInformationOf(row), inForce: row.inForce ?? {}, inReview: row.inReview ?? [],
  }));
}

/** Indexes of the documents that another school's roster of this cohort has as well. */
export async function findElsewhere(connection: Connection, schoolId: string, cohort: number, idNumberIndexes: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ idNumberIndex: string }>(selectElsewhere, [idNumberIndexes, cohort, schoolId]);
  return new Set(rows.map(({ idNumberIndex }) => idNumberIndex));
}

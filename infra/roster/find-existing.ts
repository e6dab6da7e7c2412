import type { BasicInformation } from '../../domain/graduate/basic-information.ts';
import type { OnRoster } from '../../domain/roster/roster-change.ts';
import type { SectionContent, SectionKind } from '../../domain/registration/section.ts';
import type { Connection } from '../database/pool.ts';
import { basicFields, basicInformationOf } from '../record/basic-information.ts';

/** A graduate who is on the roster already. */
export interface ExistingGraduate extends OnRoster {
  readonly id: string;
}

export interface RosterKeys {
  readonly studentNos: readonly string[];
  readonly candidateNos: readonly string[];
  /** Every index a document number may stand under while keys are being rotated. */
  readonly idNumberIndexes: readonly string[];
}

interface Row extends BasicInformation {
  readonly id: string;
  readonly collegeId: string | null;
  readonly counsellorId: string | null;
  readonly inForce: Partial<Record<SectionKind, SectionContent>> | null;
  readonly inReview: SectionKind[] | null;
}

const selectDocuments = `SELECT "id", "schoolId", "cohort", "idNumberIndex" FROM "graduate" WHERE "idNumberIndex" = ANY($1) AND "removedAt" IS NULL`;

// Not prepared: a plan that was made while the roster was empty would go on reading the whole of it.
const select = `SELECT g."id", g."collegeId", g."counsellorId", ${basicFields.map((field) => `g."${field}"`).join(', ')},
    (SELECT jsonb_object_agg(v."section", v."content") FROM "section_version" v WHERE v."graduateId" = g."id" AND v."status" = 'APPROVED') AS "inForce",
    (SELECT array_agg(v."section") FROM "section_version" v WHERE v."graduateId" = g."id" AND v."status" IN ('COLLEGE_REVIEW', 'SCHOOL_REVIEW')) AS "inReview"
  FROM "graduate" g WHERE g."schoolId" = $1 AND g."cohort" = $2 AND g."removedAt" IS NULL
    AND (g."studentNo" = ANY($3) OR g."candidateNo" = ANY($4) OR g."id" = ANY($5))`;

/** Who of a chunk of a roster is known. */
export interface Known {
  readonly existing: readonly ExistingGraduate[];
  /** Indexes of the documents that another school's roster of this cohort has as well. */
  readonly elsewhere: ReadonlySet<string>;
}

/**
 * Lets one import at a time write to a school's roster, and finds who of a chunk is on it. The lock goes with the
 * transaction; graduates of the school may be changed meanwhile.
 */
export async function findKnown(
  connection: Connection,
  schoolId: string,
  cohort: number,
  { studentNos, candidateNos, idNumberIndexes }: RosterKeys,
): Promise<Known> {
  // The server knows nothing yet of a roster that is being written, and would read the whole of it for each chunk.
  await connection.query('SET LOCAL enable_seqscan = off');
  await connection.query({ name: 'lock-roster', text: 'SELECT FROM "school" WHERE "id" = $1 FOR NO KEY UPDATE', values: [schoolId] });
  const { rows: ofPersons } = await connection.query<{ id: string; schoolId: string; cohort: number; idNumberIndex: string }>(
    selectDocuments,
    [idNumberIndexes],
  );
  const ofCohort = ofPersons.filter((row) => row.cohort === cohort);
  const here = ofCohort.filter((row) => row.schoolId === schoolId).map(({ id }) => id);
  const { rows } = await connection.query<Row>(select, [schoolId, cohort, studentNos, candidateNos, here]);
  return {
    existing: rows.map((row) => ({
      id: row.id,
      collegeId: row.collegeId,
      counsellorId: row.counsellorId,
      basic: basicInformationOf(row),
      inForce: row.inForce ?? {},
      inReview: row.inReview ?? [],
    })),
    elsewhere: new Set(ofCohort.filter((row) => row.schoolId !== schoolId).map(({ idNumberIndex }) => idNumberIndex)),
  };
}

import { columnOf, type RosterField } from '../../domain/roster/columns.ts';
import { severityOf, type RosterProblem, type RosterProblemCode } from '../../domain/roster/roster-problems.ts';
import type { ParsedRow, RosterRow } from '../../domain/roster/roster-row.ts';
import type { Connection } from '../../infra/database/pool.ts';
import type { BlindIndex } from '../../infra/crypto/blind-index.ts';
import { findExistingGraduates, type ExistingGraduate } from '../../infra/roster/find-existing.ts';
import { identityIndexes } from '../../infra/identity/identity-index.ts';

export interface NumberedRow extends ParsedRow {
  readonly rowNumber: number;
}

/** A row and what is to become of it: only VALID ones have a graduate to be. */
export type JudgedRow = { readonly rowNumber: number; readonly problems: readonly RosterProblem[] } & (
  | { readonly status: 'VALID'; readonly row: RosterRow; readonly graduateId: null }
  | { readonly status: 'INVALID'; readonly graduateId: null }
  | { readonly status: 'EXISTING'; readonly graduateId: string });

const problem = (field: RosterField, code: RosterProblemCode, value?: string): RosterProblem => (
  { column: columnOf(field).zh, field, ...(value !== undefined && { value }), code, severity: severityOf(code) });

/** Holds the rows of a chunk against the roster as it stands in the running transaction. */
export async function judgeChunk(
  connection: Connection, index: BlindIndex, { schoolId, cohort }: { schoolId: string; cohort: number }, chunk: readonly NumberedRow[],
): Promise<readonly JudgedRow[]> {
  const good = chunk.flatMap(({ row }) => (row === null ? [] : [row]));
  const indexes = new Map(good.map((row) => [row, identityIndexes(index, row.basic.idType, row.idNumber)]));
  const existing = await findExistingGraduates(connection, schoolId, cohort, {
    studentNos: good.map(({ basic }) => basic.studentNo), candidateNos: good.map(({ basic }) => basic.candidateNo), idNumberIndexes: [...indexes.values()].flat(),
  });
  return chunk.map(({ rowNumber, row, problems }) => {
    if (row === null) return { rowNumber, status: 'INVALID', problems, graduateId: null };
    return { rowNumber, ...judge(row, problems, existing, indexes.get(row) ?? []) };
  });
}

/** Whoever has the number of a graduate is skipped (updating is a later issue); the same person under other numbers is a mistake. */
function judge(row: RosterRow, problems: readonly RosterProblem[], existing: readonly ExistingGraduate[], indexes: readonly string[]) {
  const { studentNo, candidateNo } = row.basic;
  const same = existing.find((graduate) => graduate.studentNo === studentNo) ?? existing.find((graduate) => graduate.candidateNo === candidateNo);
  if (same !== undefined) {
    const field = same.studentNo === studentNo ? 'studentNo' : 'candidateNo';
    return { status: 'EXISTING', problems: [...problems, problem(field, 'ALREADY_ON_ROSTER', row.basic[field])], graduateId: same.id } as const;
  }
  if (existing.some(({ idNumberIndex }) => indexes.includes(idNumberIndex))) {
    return { status: 'INVALID', problems: [...problems, problem('idNumber', 'PERSON_ON_ROSTER')], graduateId: null } as const;
  }
  return { status: 'VALID', row, problems, graduateId: null } as const;
}

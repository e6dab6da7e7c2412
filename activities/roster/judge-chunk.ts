import { columnOf, type RosterField } from '../../domain/roster/columns.ts';
import type { Dialect } from '../../domain/roster/dialects.ts';
import { findByStudentNo, findSame } from '../../domain/roster/find-same.ts';
import { changeOf, isNoChange, type RosterChange } from '../../domain/roster/roster-change.ts';
import { severityOf, type RosterProblem, type RosterProblemCode } from '../../domain/roster/roster-problems.ts';
import type { ParsedRow, RosterRow } from '../../domain/roster/roster-row.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { findKnown, type ExistingGraduate } from '../../infra/roster/find-existing.ts';
import type { SealedGraduate } from '../../infra/roster/seal-graduate.ts';

/** A row as it was read, with what keys make of it: made before the transaction, so that the database need not wait for the processor. */
export interface NumberedRow extends ParsedRow {
  readonly rowNumber: number;
  /** Every index its document may stand under, the current one first; none where no document is named. */
  readonly indexes: readonly string[];
  /** The graduate to be, in a commit. */
  readonly sealed: SealedGraduate | null;
}

/** A row and what is to become of it: VALID ones have a graduate to be, CHANGED ones a graduate who is there and differs. */
export type JudgedRow = { readonly rowNumber: number; readonly problems: readonly RosterProblem[] } & (
  | {
      readonly status: 'VALID';
      readonly row: RosterRow;
      readonly graduateId: null;
      readonly indexes: readonly string[];
      readonly sealed: SealedGraduate | null;
    }
  | { readonly status: 'INVALID'; readonly graduateId: null }
  | { readonly status: 'EXISTING'; readonly graduateId: string }
  | { readonly status: 'CHANGED'; readonly row: RosterRow; readonly graduateId: string; readonly change: RosterChange }
);

/** A problem of the row as a whole, in the column where it shows; documents' numbers are never shown. */
export const problemAt = (field: RosterField, code: RosterProblemCode, value?: string): RosterProblem => ({
  column: columnOf(field).zh,
  field,
  ...(value !== undefined && { value }),
  code,
  severity: severityOf(code),
});

interface Roster {
  readonly schoolId: string;
  readonly cohort: number;
  readonly dialect: Dialect;
}

/** Holds the rows of a chunk against the roster as it stands in the running transaction. */
export async function judgeChunk(connection: Connection, roster: Roster, chunk: readonly NumberedRow[]): Promise<readonly JudgedRow[]> {
  const { schoolId, cohort, dialect } = roster;
  const good = chunk.flatMap(({ row }) => (row === null ? [] : [row]));
  const { existing, elsewhere } = await findKnown(connection, schoolId, cohort, {
    studentNos: good.map(({ basic }) => basic.studentNo),
    candidateNos: good.map(({ basic }) => basic.candidateNo),
    idNumberIndexes: chunk.flatMap(({ indexes }) => indexes),
  });
  const byKey = keyed(existing);
  return chunk.map(({ rowNumber, row, problems, indexes: own, sealed }) => {
    if (row === null) return { rowNumber, status: 'INVALID', problems, graduateId: null };
    const found = own.some((key) => elsewhere.has(key)) ? [...problems, problemAt('idNumber', 'PERSON_AT_OTHER_SCHOOL')] : problems;
    const candidates = new Set([row.basic.studentNo, row.basic.candidateNo, ...own].flatMap((key) => byKey.get(key) ?? []));
    const judged = judge(row, found, [...candidates], own, dialect);
    return judged.status === 'VALID' ? { rowNumber, ...judged, indexes: own, sealed } : { rowNumber, ...judged };
  });
}

function keyed(existing: readonly ExistingGraduate[]): ReadonlyMap<string, readonly ExistingGraduate[]> {
  const byKey = new Map<string, ExistingGraduate[]>();
  for (const graduate of existing) {
    const { studentNo, candidateNo, idNumberIndex } = graduate.basic;
    for (const key of new Set([studentNo, candidateNo, idNumberIndex])) byKey.set(key, [...(byKey.get(key) ?? []), graduate]);
  }
  return byKey;
}

function judge(
  row: RosterRow,
  problems: readonly RosterProblem[],
  candidates: readonly ExistingGraduate[],
  indexes: readonly string[],
  dialect: Dialect,
) {
  const found = dialect === 'NATIONAL' ? findSame(row, candidates, indexes) : findByStudentNo(row, candidates);
  if ('code' in found) {
    const value = found.field === 'studentNo' || found.field === 'candidateNo' ? row.basic[found.field] : undefined;
    return { status: 'INVALID', problems: [...problems, problemAt(found.field, found.code, value)], graduateId: null } as const;
  }
  const { graduate } = found;
  const locked = refuseLocked(row, graduate);
  if (locked) return { status: 'INVALID', problems: [...problems, locked], graduateId: null } as const;
  if (graduate === undefined) return { status: 'VALID', row, problems, graduateId: null } as const;
  const change = changeOf(row, graduate, indexes);
  if (isNoChange(change)) return { status: 'EXISTING', problems, graduateId: graduate.id } as const;
  return { status: 'CHANGED', row, change, problems, graduateId: graduate.id } as const;
}

/** X16, R12: what is not at the school cannot be sent on; a sheet that does not say so leaves it to the record. */
function refuseLocked(row: RosterRow, graduate: ExistingGraduate | undefined): RosterProblem | undefined {
  const isThere = (field: 'dossierInSchool' | 'hukouInSchool') =>
    row.given.has(field) || graduate === undefined ? row.basic[field] : graduate.basic[field];
  if (row.sections.DOSSIER && !isThere('dossierInSchool')) return problemAt('dossierTransferType', 'DOSSIER_NOT_IN_SCHOOL');
  return row.sections.HUKOU && !isThere('hukouInSchool') ? problemAt('hukouTransferType', 'HUKOU_NOT_IN_SCHOOL') : undefined;
}

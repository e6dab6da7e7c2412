import type { RosterField } from './columns.ts';
import type { OnRoster } from './roster-change.ts';
import type { RosterProblemCode } from './roster-problems.ts';
import type { RosterRow } from './roster-row.ts';

/** Whom a row means: somebody on the roster, nobody yet, or a mistake. */
export type Found<G> =
  { readonly graduate: G } | { readonly graduate: undefined } | { readonly field: RosterField; readonly code: RosterProblemCode };

/**
 * Finds the graduate of a row among those who share a number with it. Two of student number, candidate number and document must
 * agree, or one of them and the name: a single number that agrees is a mistake in it, and not another name for the same person.
 */
export function findSame<G extends OnRoster>(row: RosterRow, candidates: readonly G[], indexes: readonly string[]): Found<G> {
  const { studentNo, candidateNo, name } = row.basic;
  const agreeing = (graduate: G): number =>
    [
      graduate.basic.studentNo === studentNo,
      graduate.basic.candidateNo === candidateNo,
      indexes.includes(graduate.basic.idNumberIndex),
    ].filter(Boolean).length;
  const [best, next] = candidates.filter((graduate) => agreeing(graduate) > 0).toSorted((a, b) => agreeing(b) - agreeing(a));
  if (best === undefined) return { graduate: undefined };
  if (next !== undefined) return { field: 'studentNo', code: 'NUMBERS_DISAGREE' };
  if (agreeing(best) >= 2) return { graduate: best };
  // The same person under two candidate numbers, or somebody else's number.
  if (indexes.includes(best.basic.idNumberIndex)) return { field: 'idNumber', code: 'PERSON_ON_ROSTER' };
  if (best.basic.name === name) return { graduate: best };
  return { field: best.basic.studentNo === studentNo ? 'studentNo' : 'candidateNo', code: 'NUMBER_TAKEN' };
}

/** In a sheet that names no document the student number finds the graduate, and the name must agree with it. */
export function findByStudentNo<G extends OnRoster>(row: RosterRow, candidates: readonly G[]): Found<G> {
  const graduate = candidates.find(({ basic }) => basic.studentNo === row.basic.studentNo);
  if (graduate === undefined) return { field: 'studentNo', code: 'NOT_ON_ROSTER' };
  return graduate.basic.name === row.basic.name ? { graduate } : { field: 'name', code: 'NAME_OTHER' };
}

import type { FieldProblem } from '../text/field-problems.ts';

/** The canonical form, or the stable code of what is wrong. */
export type CheckResult = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: FieldProblem };

export const refused = (problem: FieldProblem): CheckResult => ({ ok: false, problem });
export const accepted = (value: string): CheckResult => ({ ok: true, value });

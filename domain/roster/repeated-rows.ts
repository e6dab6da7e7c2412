import { columnOf } from './columns.ts';
import { severityOf, type RosterProblem, type RosterProblemCode } from './roster-problems.ts';
import type { RosterRow } from './roster-row.ts';

/** Remembers the rows of one file: the first of several that say the same counts, the later ones are errors. */
export interface RepeatedRows {
  /** What an earlier row has already said; the row is remembered from now on. */
  check(rowNumber: number, row: RosterRow): readonly RosterProblem[];
}

export function createRepeatedRows(): RepeatedRows {
  const seen = { studentNo: new Map<string, number>(), candidateNo: new Map<string, number>(), idNumber: new Map<string, number>() };
  // A number is often a piece of a longer text; kept as it is, it would keep the whole of that in memory.
  const copyOf = (text: string): string => JSON.parse(JSON.stringify(text)) as string;
  return {
    check(rowNumber, { idNumber, basic: { idType, studentNo, candidateNo } }) {
      const problems: RosterProblem[] = [];
      const look = (field: keyof typeof seen, code: RosterProblemCode, key: string): void => {
        // A sheet that only updates need not have the column.
        if (key === '') return;
        const earlier = seen[field].get(key);
        if (earlier === undefined) seen[field].set(copyOf(key), rowNumber);
        // The number of the earlier row stands in place of the value: of a document the value may not be shown.
        else problems.push({ column: columnOf(field).zh, field, value: `#${earlier}`, code, severity: severityOf(code) });
      };
      look('studentNo', 'STUDENT_NO_REPEATED', studentNo);
      look('candidateNo', 'CANDIDATE_NO_REPEATED', candidateNo);
      look('idNumber', 'PERSON_REPEATED', idNumber === '' ? '' : `${idType}:${idNumber}`);
      return problems;
    },
  };
}

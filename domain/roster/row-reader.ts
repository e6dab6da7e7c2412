import { isFormulaError, cellText, type CellValue } from './cell-value.ts';
import type { CellReader } from './cell-reader.ts';
import { columnOf, type RosterField } from './columns.ts';
import type { RosterCells } from './match-headings.ts';
import { severityOf, shownValue, type ProblemSeverity, type RosterProblem, type RosterProblemCode } from './roster-problems.ts';

/** Reads the cells of one row and gathers what is wrong with them. */
export interface RowReader {
  readonly problems: readonly RosterProblem[];
  cell(field: RosterField): CellValue;
  isFilled(field: RosterField): boolean;
  /** What the cell says; `otherwise` when it is empty, which is a problem in a column that every row needs, or cannot be read. */
  read<T, Otherwise>(field: RosterField, reader: CellReader<T>, otherwise: Otherwise): T | Otherwise;
  report(field: RosterField, code: RosterProblemCode, detail?: { readonly severity?: ProblemSeverity; readonly expected?: string }): void;
  hasErrors(field?: RosterField): boolean;
}

/** A partial sheet only updates: an empty cell says nothing there, but for who is meant. */
export function createRowReader(cells: RosterCells, { isPartial }: { readonly isPartial: boolean }): RowReader {
  const problems: RosterProblem[] = [];
  const cell = (field: RosterField): CellValue => cells[field] ?? null;
  const isFilled = (field: RosterField): boolean => cellText(cell(field)) !== '';
  const report: RowReader['report'] = (field, code, { severity = severityOf(code), expected } = {}) => {
    const value = shownValue(field, cell(field));
    problems.push({
      column: columnOf(field).zh,
      field,
      ...(value !== undefined && { value }),
      ...(expected !== undefined && { expected }),
      code,
      severity,
    });
  };
  return {
    problems,
    cell,
    isFilled,
    read(field, reader, otherwise) {
      const value = cell(field);
      if (!isFilled(field)) {
        if (columnOf(field).required === 'ALWAYS' && (!isPartial || field === 'studentNo' || field === 'name')) report(field, 'REQUIRED');
        return otherwise;
      }
      const reading = isFormulaError(value) ? ({ ok: false, code: 'FORMULA_ERROR' } as const) : reader(value);
      if (!reading.ok) {
        report(field, reading.code);
        return otherwise;
      }
      if (reading.warning !== undefined) report(field, reading.warning);
      return reading.value;
    },
    report,
    hasErrors: (field) => problems.some((problem) => problem.severity === 'ERROR' && (field === undefined || problem.field === field)),
  };
}

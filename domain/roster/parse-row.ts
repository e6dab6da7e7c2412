import { yearOf } from '../calendar/graduation-month.ts';
import { readYear } from './cell-reader.ts';
import type { RosterCells } from './match-headings.ts';
import { readBasic } from './read-basic.ts';
import { readIdentity } from './read-identity.ts';
import { readSchool } from './read-school.ts';
import { readSections } from './read-sections.ts';
import type { ParsedRow, RosterContext } from './roster-row.ts';
import { createRowReader, type RowReader } from './row-reader.ts';

/** One row of a roster: everything that is wrong with it at once, and the graduate when nothing is. */
export function parseRow(cells: RosterCells, context: RosterContext): ParsedRow {
  const reader = createRowReader(cells, { isPartial: (context.dialect ?? 'NATIONAL') !== 'NATIONAL' });
  const { idNumber, ...identity } = readIdentity(reader, context);
  const basic = readBasic(reader, identity);
  const { collegeId, counsellorId } = readSchool(reader, context);
  const cohort = readCohort(reader, basic.graduatedAt, context.cohort);
  const sections = readSections(reader, basic);
  return {
    row: reader.hasErrors()
      ? null
      : { cohort, idNumber, collegeId, counsellorId, basic, sections, given: { has: (field) => reader.isFilled(field) } },
    problems: reader.problems,
  };
}

/** X21: 届 is a column, by default the year of 毕业时间; who graduates in autumn or winter belongs to next summer's 届. */
function readCohort(reader: RowReader, graduatedAt: string, expected: number): number {
  const cohort = reader.read('cohort', readYear, graduatedAt === '' ? expected : yearOf(graduatedAt));
  if (reader.hasErrors('cohort') || reader.hasErrors('graduatedAt') || graduatedAt === '') return cohort;
  if (cohort !== expected) {
    reader.report('cohort', 'COHORT_OTHER', { expected: String(expected) });
    return cohort;
  }
  const year = yearOf(graduatedAt);
  const winter = year === cohort - 1 && graduatedAt.slice(4) >= '09';
  if (year !== cohort && !winter) reader.report('cohort', 'COHORT_UNUSUAL');
  return cohort;
}

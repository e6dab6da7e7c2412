import { narrow } from '../text/characters.ts';
import type { CellValue } from './cell-value.ts';
import { rosterColumns, type RosterColumn, type RosterField } from './columns.ts';

/** Cells of one row by field; a field whose column is not in the sheet is absent. */
export type RosterCells = Readonly<Partial<Record<RosterField, CellValue>>>;

/** How the headings of a sheet were understood. */
export interface MatchedHeadings {
  readonly fieldOf: ReadonlyMap<string, RosterField>;
  /** Columns that every roster needs and this one lacks, by their Chinese name. */
  readonly missing: readonly string[];
  /** Columns that stand in the sheet more than once: nobody can tell which one counts. */
  readonly repeated: readonly string[];
  /** Headings that mean nothing here; their cells are not read. */
  readonly unknown: readonly string[];
}

// Templates mark headings with stars and notes: `*姓名`, `入学时间(yyyyMM)`, `性 别（必填）`.
const headingKey = (heading: string): string => narrow(heading).replace(/[\s*]/g, '').replace(/\(.*\)$/, '').toLowerCase();

const columns: readonly RosterColumn[] = rosterColumns;
const exact = new Map(columns.map(({ zh, field }) => [headingKey(zh), field]));
const aliases = new Map(columns.flatMap(({ aliases: others = [], field }) => others.map((alias) => [headingKey(alias), field] as const)));
const findField = (heading: string): RosterField | undefined => exact.get(headingKey(heading)) ?? aliases.get(headingKey(heading));

/** True for the row that names the columns, as against the title rows above it: it names a person and at least five columns we know. */
export function isHeadingRow(texts: readonly string[]): boolean {
  const fields = new Set(texts.map(findField).filter((field) => field !== undefined));
  return fields.has('name') && fields.size >= 5;
}

/** Finds the field of each heading: the template's own name wins over an alias of the same field. */
export function matchHeadings(headings: readonly string[]): MatchedHeadings {
  const own = headings.filter((heading) => exact.has(headingKey(heading)));
  const taken = new Set(own.map((heading) => exact.get(headingKey(heading))));
  const known = headings.filter((heading) => own.includes(heading) || !taken.has(aliases.get(headingKey(heading))) && findField(heading) !== undefined);
  const fields = known.map(findField);
  return {
    fieldOf: new Map(known.flatMap((heading) => {
      const field = findField(heading);
      return field === undefined ? [] : [[heading, field] as const];
    })),
    missing: columns.filter(({ required, field }) => required === 'ALWAYS' && !fields.includes(field)).map(({ zh }) => zh),
    repeated: columns.filter(({ field }) => fields.indexOf(field) !== fields.lastIndexOf(field)).map(({ zh }) => zh),
    unknown: headings.filter((heading) => heading !== '' && !known.includes(heading)),
  };
}

/** The cells of a row by field. */
export function cellsByField(fieldOf: MatchedHeadings['fieldOf'], cells: Readonly<Record<string, CellValue>>): RosterCells {
  return Object.fromEntries([...fieldOf].map(([heading, field]) => [field, cells[heading] ?? null]));
}

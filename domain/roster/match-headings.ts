import { cellText, type CellValue } from './cell-value.ts';
import { rosterColumns, type RosterColumn, type RosterField } from './columns.ts';
import { dialects, partialDialects, type Dialect, type DialectColumn, type PartialDialect } from './dialects.ts';
import { headingKey } from './heading-key.ts';

/** Cells of one row by field; a field whose column is not in the sheet is absent. */
export type RosterCells = Readonly<Partial<Record<RosterField, CellValue>>>;

/** Headings of a school's own that somebody has confirmed, by their key; null for a column that is not to be read. */
export type OwnHeadings = ReadonlyMap<string, RosterField | null>;
const none: OwnHeadings = new Map();

/** How the headings of a sheet were understood. */
export interface MatchedHeadings {
  readonly dialect: Dialect;
  /** Where a code and its name have a column each, the code comes first. */
  readonly fieldOf: ReadonlyMap<string, RosterField>;
  /** Columns that every roster needs and this one lacks, by their Chinese name. */
  readonly missing: readonly string[];
  /** Columns that stand in the sheet more than once: nobody can tell which one counts. */
  readonly repeated: readonly string[];
  /** Headings that mean nothing here; their cells are not read. */
  readonly unknown: readonly string[];
}

const columns: readonly RosterColumn[] = rosterColumns;
const exact = new Map(columns.map(({ zh, field }) => [headingKey(zh), field]));
const aliases = new Map(columns.flatMap(({ aliases: others = [], field }) => others.map((alias) => [headingKey(alias), field] as const)));
const byDialect = new Map(
  partialDialects.map((name) => [
    name,
    new Map(
      (dialects[name] as readonly DialectColumn[]).flatMap((column) =>
        [column.zh, ...(column.aliases ?? [])].map((heading) => [headingKey(heading), column] as const),
      ),
    ),
  ]),
);

/** True for the row that names the columns, as against the title rows above it: it names a person and at least five columns we know. */
export function isHeadingRow(texts: readonly string[], own: OwnHeadings = none): boolean {
  const keys = texts.map(headingKey);
  const known = new Set(
    keys
      .map((key) => own.get(key) ?? exact.get(key) ?? aliases.get(key) ?? findInDialects(key))
      .filter((field) => field !== undefined && field !== null),
  );
  return known.has('name') && known.size >= 5;
}

const findInDialects = (key: string): RosterField | null | undefined =>
  partialDialects.map((name) => byDialect.get(name)?.get(key)?.field).find((field) => field !== undefined);

/** Finds the field of each heading: what a school has said wins, then the template's own name, then an alias. */
export function matchHeadings(headings: readonly string[], own: OwnHeadings = none): MatchedHeadings {
  const dialect = dialectOf(headings, own);
  return dialect === undefined ? matchTemplate(headings, own) : matchDialect(dialect, headings);
}

/** A sheet is of a dialect when it has most of its columns and none for a document. */
function dialectOf(headings: readonly string[], own: OwnHeadings): PartialDialect | undefined {
  const keys = new Set(headings.map(headingKey));
  const namesDocument = [...keys].some((key) => (own.get(key) ?? exact.get(key) ?? aliases.get(key)) === 'idNumber');
  if (namesDocument) return undefined;
  return partialDialects.find((name) => {
    const present = new Set([...keys].flatMap((key) => byDialect.get(name)?.get(key) ?? []));
    return present.size >= dialects[name].length * 0.75;
  });
}

function matchDialect(dialect: PartialDialect, headings: readonly string[]): MatchedHeadings {
  const found = headings.flatMap((heading) => {
    const column = byDialect.get(dialect)?.get(headingKey(heading));
    return column === undefined ? [] : [{ heading, column }];
  });
  const inOrder = [...found.filter(({ column }) => !column.isName), ...found.filter(({ column }) => column.isName)];
  const all: readonly DialectColumn[] = dialects[dialect];
  return {
    dialect,
    fieldOf: new Map(inOrder.flatMap(({ heading, column }) => (column.field === null ? [] : [[heading, column.field] as const]))),
    missing: all
      .filter(({ field }) => field === 'studentNo' || field === 'name')
      .filter((column) => !found.some((other) => other.column === column))
      .map(({ zh }) => zh),
    repeated: all.filter((column) => found.filter((other) => other.column === column).length > 1).map(({ zh }) => zh),
    unknown: headings.filter((heading) => heading !== '' && !found.some((other) => other.heading === heading)),
  };
}

function matchTemplate(headings: readonly string[], own: OwnHeadings): MatchedHeadings {
  const certain = (heading: string): RosterField | undefined => {
    const key = headingKey(heading);
    return own.has(key) ? (own.get(key) ?? undefined) : exact.get(key);
  };
  const taken = new Set(headings.map(certain));
  const findField = (heading: string): RosterField | undefined => {
    const key = headingKey(heading);
    const alias = own.has(key) ? undefined : aliases.get(key);
    return certain(heading) ?? (taken.has(alias) ? undefined : alias);
  };
  const known = headings.flatMap((heading) => {
    const field = findField(heading);
    return field === undefined ? [] : [{ heading, field }];
  });
  const fields = known.map(({ field }) => field);
  return {
    dialect: 'NATIONAL',
    fieldOf: new Map(known.map(({ heading, field }) => [heading, field])),
    missing: columns.filter(({ required, field }) => required === 'ALWAYS' && !fields.includes(field)).map(({ zh }) => zh),
    repeated: columns.filter(({ field }) => fields.indexOf(field) !== fields.lastIndexOf(field)).map(({ zh }) => zh),
    unknown: headings.filter(
      (heading) => heading !== '' && !known.some((other) => other.heading === heading) && own.get(headingKey(heading)) !== null,
    ),
  };
}

/** The cells of a row by field; where two columns say the same thing, the first that is filled. */
export function cellsByField(fieldOf: MatchedHeadings['fieldOf'], cells: Readonly<Record<string, CellValue>>): RosterCells {
  const byField: Partial<Record<RosterField, CellValue>> = {};
  for (const [heading, field] of fieldOf) {
    const earlier = byField[field];
    if (earlier === undefined || earlier === null || cellText(earlier) === '') byField[field] = cells[heading] ?? null;
  }
  return byField;
}

/** One SQL statement; `name` makes it a prepared one. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const names = new Map<string, string>();

/** The same text has the same short name in the whole process, so that each connection prepares it once. */
export function prepared(text: string, values: readonly unknown[]): Statement {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return { name, text, values };
}

/** An INSERT whose columns are the properties of the row. */
export function insert(table: string, row: Readonly<Record<string, unknown>>): Statement {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  return prepared(`INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${places})`, Object.values(row));
}

/** An UPDATE by id of the columns given. */
export function update(table: string, id: string, row: Readonly<Record<string, unknown>>): Statement {
  const settings = Object.keys(row)
    .map((column, index) => `"${column}" = $${index + 2}`)
    .join(', ');
  return prepared(`UPDATE "${table}" SET ${settings} WHERE "id" = $1`, [id, ...Object.values(row)]);
}

/** Instants leave the domain as milliseconds and enter the driver as dates. */
export const timestamp = (instant: number): Date => new Date(instant);

/** A table on its way to a file; every cell is text, so that leading zeros and long numbers stay what they are. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

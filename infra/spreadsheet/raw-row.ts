import type { CellValue } from '../../domain/roster/cell-value.ts';

/** A row as it stands: values by column number, from 1. */
export interface RawRow {
  readonly rowNumber: number;
  readonly values: readonly CellValue[];
}

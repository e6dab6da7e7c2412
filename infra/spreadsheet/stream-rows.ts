import type { CellValue } from '../../domain/roster/cell-value.ts';
import type { CellContext } from './cell-of.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { createMergeFiller, createMergeFinder } from './merged-cells.ts';
import { createRowCollector } from './row-collector.ts';
import { unpackPart } from './unpack-part.ts';
import type { RawRow } from './raw-row.ts';
import { readXml } from './xml-events.ts';
import type { ZipPart } from './zip-directory.ts';

/** The rows of one sheet that are not empty, one by one. Throws SpreadsheetError. */
export async function* streamRows(sheet: ZipPart, context: CellContext, limits: SpreadsheetLimits): AsyncGenerator<RawRow> {
  const merges = createMergeFinder();
  for await (const piece of unpackPart(sheet, limits.contentBytes)) merges.look(piece);
  const fill = createMergeFiller<CellValue>(merges.blocks());
  const collector = createRowCollector(context, limits.rows);
  for await (const _ of readXml(sheet, limits.contentBytes, collector)) {
    for (const { rowNumber, values } of collector.take()) {
      const filled = [...values];
      fill(rowNumber, filled);
      if (filled.some((value) => value !== null && value !== undefined)) yield { rowNumber, values: filled };
    }
  }
}

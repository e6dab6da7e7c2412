import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { cellText } from '../../domain/roster/cell-value.ts';
import { rosterProblemText, type RosterProblem } from '../../domain/roster/roster-problems.ts';
import type { Queryable } from '../database/pool.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { FileStore } from '../storage/file-store.ts';
import type { StoredImport } from './import-store.ts';
import { readMends } from './mends.ts';
import { openRoster } from './open-roster.ts';
import { readOwnHeadings } from './own-headings.ts';

interface ReportSource {
  readonly pool: Queryable;
  readonly files: FileStore;
  readonly cipher: FieldCipher;
}

const fills = { ERROR: 'FFFFC7CE', WARNING: 'FFFFEB9C' } as const;

const selectProblems = `SELECT "rowNumber", "problems" FROM "roster_import_row" WHERE "importId" = $1 AND "rowNumber" = ANY($2) AND "problems" <> '[]'::jsonb`;
const together = 500;

/** The sheet as it was uploaded, with what was put right, and a comment in each cell in which something is wrong. Every cell is text: nothing that looks like a formula becomes one. */
export async function writeReport(source: ReportSource, stored: StoredImport): Promise<Buffer> {
  const { headings, fieldOf, rows } = await openRoster(source.files, stored.fileKey, await readOwnHeadings(source.pool, stored.schoolId));
  const mends = await readMends(source.pool, source.cipher, stored.id);
  const out = new PassThrough();
  const bytes = buffer(out);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheet = workbook.addWorksheet('导入结果', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['原行号', ...headings]).commit();
  let chunk: { rowNumber: number; texts: readonly string[] }[] = [];
  const flush = async (): Promise<void> => {
    const { rows: found } = await source.pool.query<{ rowNumber: number; problems: readonly RosterProblem[] }>(selectProblems, [
      stored.id,
      chunk.map(({ rowNumber }) => rowNumber),
    ]);
    const problems = new Map(found.map((row) => [row.rowNumber, row.problems]));
    for (const { rowNumber, texts } of chunk)
      writeRow(
        sheet,
        rowNumber,
        texts,
        problems.get(rowNumber) ?? [],
        headings.map((heading) => fieldOf.get(heading)),
      );
    chunk = [];
  };
  for await (const { rowNumber, cells } of rows) {
    const mended = mends.get(rowNumber);
    const texts = headings.map((heading) => {
      const field = fieldOf.get(heading);
      return cellText(field !== undefined && mended && Object.hasOwn(mended, field) ? (mended[field] ?? null) : (cells[heading] ?? null));
    });
    chunk.push({ rowNumber, texts });
    if (chunk.length >= together) await flush();
  }
  await flush();
  sheet.commit();
  await workbook.commit();
  return bytes;
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  rowNumber: number,
  texts: readonly string[],
  problems: readonly RosterProblem[],
  fields: readonly (string | undefined)[],
): void {
  const row = sheet.addRow([rowNumber, ...texts]);
  for (const field of new Set(problems.map((problem) => problem.field))) {
    const own = problems.filter((problem) => problem.field === field);
    // What is wrong with a column that is not in the sheet stands beside the row's number.
    const at = fields.indexOf(field);
    const cell = row.getCell(at < 0 ? 1 : at + 2);
    cell.note = own
      .map(
        (problem) =>
          `${problem.column}：${rosterProblemText(problem.code, 'zh')}${problem.expected === undefined ? '' : `（应为 ${problem.expected}）`}`,
      )
      .join('\n');
    cell.fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { argb: fills[own.some(({ severity }) => severity === 'ERROR') ? 'ERROR' : 'WARNING'] },
    };
  }
  row.commit();
}

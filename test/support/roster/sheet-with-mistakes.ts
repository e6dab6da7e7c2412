import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { projectRoot } from '../../../scripts/stack/project-root.ts';

/** The sample roster as the school would send it, with three kinds of mistakes; with what would be right. */
export async function sheetWithMistakes(): Promise<{ bytes: Buffer; right: Record<string, string> }> {
  const workbook = new ExcelJS.Workbook();
  const stored = await readFile(join(projectRoot, 'samples', 'roster-2027-sample-university.xlsx'));
  await workbook.xlsx.load(stored.buffer.slice(stored.byteOffset, stored.byteOffset + stored.byteLength));
  const sheet = workbook.getWorksheet('生源信息')!;
  const heading = 3;
  const cell = (row: number, name: string) =>
    sheet.getRow(heading + row).getCell((sheet.getRow(heading).values as unknown[]).indexOf(`*${name}`));
  const right = { id: cell(1, '身份证号').text, college: cell(2, '院系').text, month: '202706' };
  cell(1, '身份证号').value = `${right.id.slice(0, 17)}${right.id.endsWith('1') ? '2' : '1'}`;
  cell(2, '院系').value = '没有的学院';
  cell(3, '毕业时间').value = '202713';
  return { bytes: Buffer.from(await workbook.xlsx.writeBuffer()), right };
}

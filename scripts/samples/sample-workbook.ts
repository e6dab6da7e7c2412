import ExcelJS from 'exceljs';
import { destinations } from '../../domain/codes/destinations.ts';
import { ethnicities } from '../../domain/codes/ethnicities.ts';
import { rosterColumns } from '../../domain/roster/columns.ts';
import { fixArchiveTimes } from './fix-archive-times.ts';
import { sampleRoster, type SampleRow } from './sample-roster.ts';
import { sampleSchool } from './sample-school.ts';

const written = new Date(Date.UTC(2026, 0, 1));
const firstDataRow = 4;
const counsellorColumn = rosterColumns.findIndex(({ field }) => field === 'counsellor') + 1;

/** The sample roster as a school keeps it: titles over the headings, a hidden sheet with codes, merged cells, empty rows at the end. */
export async function sampleWorkbook(cohort: number, rows: readonly SampleRow[] = sampleRoster(cohort)): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: sampleSchool.name, lastModifiedBy: sampleSchool.name, created: written, modified: written });
  addCodes(workbook);
  addRoster(workbook, rows, cohort);
  return fixArchiveTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** The list behind the choices of the visible sheet; its headings would match if it were read. */
function addCodes(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('代码表', { state: 'hidden' });
  sheet.addRow(['考生号', '姓名', '身份证号', '民族', '毕业去向', '学号']);
  ethnicities.entries.forEach(({ zh }, index) => sheet.addRow(['', '', '', zh, destinations.entries[index]?.zh ?? '', '']));
}

function addRoster(workbook: ExcelJS.Workbook, rows: readonly SampleRow[], cohort: number): void {
  const sheet = workbook.addWorksheet('生源信息', { views: [{ state: 'frozen', xSplit: 2, ySplit: firstDataRow - 1 }] });
  sheet.addRow([`${sampleSchool.name}${cohort}届毕业生生源信息表`]).font = { bold: true, size: 16 };
  sheet.addRow(['样例数据：学校、单位、人物和号码均为虚构。带 * 的列必填；编号类单元格请使用文本格式。']);
  sheet.mergeCells(1, 1, 1, 12);
  sheet.mergeCells(2, 1, 2, 12);
  sheet.addRow(rosterColumns.map(({ zh, required }) => (required === 'ALWAYS' ? `*${zh}` : zh))).font = { bold: true };
  for (const row of rows) sheet.addRow(rosterColumns.map(({ field }) => row[field] ?? null));
  for (let blank = 0; blank < 3; blank += 1) sheet.addRow(['', ' ', '　']);
  sheet.columns.forEach((column) => {
    column.width = 18;
  });
  mergeCounsellors(sheet, rows);
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      cell.numFmt = cell.value instanceof Date ? 'yyyy-mm-dd' : typeof cell.value === 'string' ? '@' : 'General';
    }),
  );
}

/** One name stands for all the rows of a college, as people like to see it. */
function mergeCounsellors(sheet: ExcelJS.Worksheet, rows: readonly SampleRow[]): void {
  let from = 0;
  rows.forEach(({ counsellor }, index) => {
    if (rows[index + 1]?.counsellor === counsellor) return;
    if (index > from) sheet.mergeCells(firstDataRow + from, counsellorColumn, firstDataRow + index, counsellorColumn);
    from = index + 1;
  });
}

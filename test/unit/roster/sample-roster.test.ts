import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { rosterColumns } from '../../../domain/roster/columns.ts';
import { cellsByField, isHeadingRow, matchHeadings, type RosterCells } from '../../../domain/roster/match-headings.ts';
import { parseRow } from '../../../domain/roster/parse-row.ts';
import type { RosterRow } from '../../../domain/roster/roster-row.ts';
import { createSchoolDirectory } from '../../../domain/roster/school-directory.ts';
import { openSheet } from '../../../infra/spreadsheet/open-sheet.ts';
import { sampleRosterFile } from '../../../scripts/samples/sample-file.ts';
import { sampleColleges, sampleSchool } from '../../../scripts/samples/sample-school.ts';
import { sampleWorkbook } from '../../../scripts/samples/sample-workbook.ts';
import { context } from './roster-cells.ts';

const directory = createSchoolDirectory(
  sampleColleges.map(({ name }) => ({ id: name, name })),
  sampleColleges.map(({ counsellor }) => ({ id: counsellor.name, name: counsellor.name, staffNo: null })),
);

async function cellsOf(bytes: Buffer): Promise<RosterCells[]> {
  const { rows, headings } = await openSheet(bytes, { isHeadingRow });
  const { fieldOf, unknown } = matchHeadings(headings);
  expect(unknown).toEqual([]);
  const all: RosterCells[] = [];
  for await (const { cells } of rows) all.push(cellsByField(fieldOf, cells));
  return all;
}

function graduatesOf(cells: readonly RosterCells[], cohort: number): RosterRow[] {
  const parsed = cells.map((row) => parseRow(row, { ...context, school: sampleSchool, directory, cohort }));
  expect(parsed.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['REGION_RETIRED', 'REGION_RETIRED']);
  return parsed.flatMap(({ row }) => (row === null ? [] : [row]));
}

describe('the sample roster', () => {
  it('R3, R8, X22 holds forty graduates that go in as they are, with everything that real ones have', async () => {
    const cells = await cellsOf(await readFile(sampleRosterFile(2027)));
    const graduates = graduatesOf(cells, 2027);
    expect(graduates).toHaveLength(40);
    expect(new Set(graduates.map(({ idNumber }) => idNumber)).size).toBe(40);
    expect(new Set(graduates.map(({ collegeId }) => collegeId)).size).toBe(4);
    expect(new Set(graduates.map(({ basic }) => basic.className)).size).toBe(8);
    expect(new Set(graduates.map(({ basic }) => basic.graduatedAt))).toEqual(new Set(['202706']));
    expect(graduates.map(({ counsellorId }) => counsellorId)).not.toContain(null);
    expect(graduates.map(({ basic }) => basic.name)).toEqual(
      expect.arrayContaining(['张𬭎', '李䶮', '王㛃', '买买提·艾力', 'Anna Maria Kowalska']),
    );
    const count = (where: (row: RosterRow) => boolean): number => graduates.filter(where).length;
    expect(count(({ basic }) => basic.idType === 'PASSPORT')).toBe(1);
    expect(count(({ basic }) => basic.idType === 'HMT_RESIDENCE')).toBe(1);
    expect(count(({ basic }) => basic.targetUnit !== null)).toBe(2);
    expect(count(({ basic }) => basic.academicStatus === 'COMPLETED')).toBe(2);
    expect(count(({ basic }) => !basic.hukouInSchool)).toBe(3);
    expect(count(({ basic }) => !basic.dossierInSchool)).toBe(1);
    expect(count(({ sections }) => Object.keys(sections).length > 0)).toBe(3);
    const numbers = cells.map((row) => String(row.idNumber));
    expect(numbers.some((number) => /[０-９]/.test(number))).toBe(true);
    expect(numbers.filter((number) => number.endsWith('x')).length).toBe(3);
  });

  it('X10 names nobody: telephones and addresses that belong to no one', async () => {
    const graduates = graduatesOf(await cellsOf(await readFile(sampleRosterFile(2027))), 2027);
    for (const { basic } of graduates) {
      expect(basic.phone ?? '19900000000').toMatch(/^1990000\d{4}$/);
      expect(basic.email ?? '@example.com').toMatch(/@example\.com$/);
    }
  });

  it('is what the generator writes, byte for byte on the same Node, and for any cohort', async () => {
    expect((await sampleWorkbook(2027)).equals(await readFile(sampleRosterFile(2027)))).toBe(true);
    expect(graduatesOf(await cellsOf(await sampleWorkbook(2031)), 2031)).toHaveLength(40);
  });

  it('has the look of a real one: titles over the headings, a hidden sheet, merged cells, all columns', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(sampleRosterFile(2027));
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['代码表', 'hidden'],
      ['生源信息', 'visible'],
    ]);
    const sheet = workbook.getWorksheet('生源信息');
    expect(sheet?.getCell('A1').text).toContain('2027届');
    expect(sheet?.getCell('B1').isMerged).toBe(true);
    expect(sheet?.getRow(3).cellCount).toBe(rosterColumns.length);
    expect(sheet?.rowCount).toBe(3 + 40 + 3);
  });
});

import ExcelJS from 'exceljs';
import { rosterColumns } from '../../domain/roster/columns.ts';
import type { RosterCells } from '../../domain/roster/match-headings.ts';
import { sampleCreditCode, sampleIdNumber } from '../../scripts/samples/sample-numbers.ts';
import { sampleColleges, sampleSchool } from '../../scripts/samples/sample-school.ts';

/** One in so many carries a destination already. */
const destinationEach = 10;
const counties = ['110108', '320102', '370212', '510104', '440106', '330106', '210102', '610113', '420111', '430104'];
const creditCode = sampleCreditCode('91110108MA0000XT1');

/** Writes a roster in the national template, row by row, of so many different graduates. */
export async function writeLargeRoster(path: string, count: number, cohort: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false });
  const sheet = workbook.addWorksheet('生源信息');
  sheet.addRow(rosterColumns.map(({ zh }) => zh)).commit();
  for (let index = 0; index < count; index += 1) {
    const cells = cellsOf(index, cohort);
    sheet.addRow(rosterColumns.map(({ field }) => cells[field] ?? null)).commit();
  }
  sheet.commit();
  await workbook.commit();
}

export function cellsOf(index: number, cohort: number): RosterCells {
  const order = String(index).padStart(7, '0');
  const region = counties[index % counties.length] ?? '110108';
  const college = sampleColleges[index % sampleColleges.length] ?? sampleColleges[0];
  const day = new Date(Date.UTC(cohort - 22, 0, 1 + (Math.floor(index / counties.length) % 365)))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  return {
    candidateNo: `${String(cohort - 4).slice(2)}11010${order}`,
    name: '示例同学',
    gender: '男',
    ethnicity: '汉族',
    politicalStatus: '共青团员',
    idNumber: sampleIdNumber({ region, birth: day, gender: '1', sequence: Math.floor(index / counties.length / 365) }),
    schoolCode: sampleSchool.code,
    schoolName: sampleSchool.name,
    college: college?.name ?? null,
    major: '软件工程',
    majorCode: '080902',
    educationLevel: '本科',
    schoolingYears: 4,
    studentNo: `${cohort - 4}${order}`,
    trainingMode: '非定向',
    originRegion: region,
    urbanRural: '城镇',
    enrolledAt: `${cohort - 4}09`,
    graduatedAt: `${cohort}06`,
    dossierInSchool: '是',
    hukouInSchool: '是',
    phone: `199${order.padStart(8, '0')}`,
    email: `g${order}@example.com`,
    academicStatus: '毕业',
    className: `软件${order.slice(0, 5)}`,
    counsellor: college?.counsellor.name ?? null,
    ...(index % destinationEach === 0 && {
      destinationCode: '10',
      employerName: '示例软件有限公司',
      usci: creditCode,
      employerNature: '其他企业',
      industry: '34',
      employerRegion: '110108',
      employerAddress: '样例路1号',
      jobCategory: '13',
      signedAt: `${cohort}-03-18`,
    }),
  };
}

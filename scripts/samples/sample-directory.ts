import ExcelJS from 'exceljs';
import { unitColumns, type UnitColumn } from '../../domain/directory/unit-sheet.ts';
import { citiesOf, countiesOf, provinces, regionName } from '../../domain/regions/regions.ts';
import { fixArchiveTimes } from './fix-archive-times.ts';
import { sampleSchool } from './sample-school.ts';

const written = new Date(Date.UTC(2026, 0, 1));
/** Places of origin of the sample roster, and their neighbours. */
const cities = ['110100', '320100', '370200', '510100', '440100', '330100', '210100', '610100', '420100', '430100', '230100', '350200'];

export type SampleUnit = Readonly<Partial<Record<UnitColumn, string | Date>>>;

/** Invented units: a public service for each county, and some that may not hold files. */
export function sampleUnits(): SampleUnit[] {
  const counties = provinces()
    .flatMap(({ code }) => citiesOf(code))
    .filter(({ code }) => cities.includes(code))
    .flatMap(({ code }) => countiesOf(code));
  const services = counties.map(({ code, name }, index): SampleUnit => ({
    name: `${name}公共就业和人才服务中心（样例）`,
    region: index % 3 === 0 ? (regionName(code) ?? code) : code,
    address: `样例路${index + 1}号`,
    postcode: String(100_000 + index),
    contact: '档案科',
    phone: `010-6200${String(index).padStart(4, '0')}`,
    mayHoldFiles: '是',
    checkedOn: new Date(Date.UTC(2026, 2, 1 + (index % 28))),
    checkedBy: '样例核实人',
  }));
  const employers = ['示例软件有限公司', '样例数据有限公司', '示例信息咨询有限公司'].map((name, index): SampleUnit => ({
    name,
    region: counties[index]?.code ?? '110108',
    address: `样例街${index + 1}号`,
    mayHoldFiles: '否',
    checkedOn: written,
    checkedBy: '样例核实人',
  }));
  return [...services, ...employers];
}

/** The directory as an office keeps it: a title over the headings, names of regions beside codes, dates as dates. */
export async function sampleDirectory(units: readonly SampleUnit[] = sampleUnits()): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: sampleSchool.name, lastModifiedBy: sampleSchool.name, created: written, modified: written });
  const sheet = workbook.addWorksheet('接收单位', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow(['档案接收单位名录（样例数据：单位、地址和电话均为虚构）']).font = { bold: true };
  const columns = Object.keys(unitColumns) as UnitColumn[];
  sheet.addRow(columns.map((column) => unitColumns[column].headings[0])).font = { bold: true };
  for (const unit of units) sheet.addRow(columns.map((column) => unit[column] ?? null));
  sheet.columns.forEach((column) => {
    column.width = 22;
  });
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      cell.numFmt = cell.value instanceof Date ? 'yyyy-mm-dd' : '@';
    }),
  );
  return fixArchiveTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

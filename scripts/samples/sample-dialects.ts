import ExcelJS from 'exceljs';
import type { CellValue } from '../../domain/roster/cell-value.ts';
import { dialects, type DialectColumn, type PartialDialect } from '../../domain/roster/dialects.ts';
import { regionName } from '../../domain/regions/regions.ts';
import { fixArchiveTimes } from './fix-archive-times.ts';
import { encodeGb18030 } from './gb18030.ts';
import { sampleCreditCode } from './sample-numbers.ts';
import { sampleRoster, type SampleRow } from './sample-roster.ts';

const written = new Date(Date.UTC(2026, 0, 1));
/** 2 September of a cohort's year as the serial number that a spreadsheet leaves in a text. */
const serialOf = (cohort: number): string => String(Math.round(Date.UTC(cohort, 8, 2) / 86_400_000) + 25_569);

type Cells = Readonly<Partial<Record<string, CellValue>>>;

/** Third and fifth class of the sample roster, who have no sections there yet. */
const exported = (cohort: number): SampleRow[] => sampleRoster(cohort).slice(5, 10);
const reported = (cohort: number): SampleRow[] => sampleRoster(cohort).slice(25, 29);

const line = (dialect: PartialDialect, cells: Cells): CellValue[] =>
  (dialects[dialect] as readonly DialectColumn[]).map(({ zh }) => cells[zh] ?? null);

/** The 2024 export of a few graduates, as it comes out: codes as floating point numbers, codes and names side by side. */
export async function sampleExport(cohort: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: '示例大学', lastModifiedBy: '示例大学', created: written, modified: written });
  const sheet = workbook.addWorksheet('毕业生去向');
  sheet.addRow(dialects.EXPORT_2024.map(({ zh }) => zh));
  for (const row of exported(cohort)) {
    sheet.addRow(
      line('EXPORT_2024', {
        学号: row.studentNo ?? null,
        姓名: row.name ?? null,
        性别: row.gender ?? null,
        生源地名称: regionName(String(row.originRegion)) ?? null,
        生源地代码: row.originRegion ?? null,
        专业方向: '软件方向',
        学习形式: '全日制',
        毕业去向类别代码: '10.0',
        毕业去向: '签就业协议形式就业',
        签约日期: new Date(Date.UTC(cohort, 3, 20)),
        单位名称: '样例数据有限公司',
        统一社会信用代码: sampleCreditCode('91320102MA0000XT2'),
        单位性质: '其他企业',
        单位行业代码: 34,
        单位所在地代码: '320102',
        单位所在地: '江苏省南京市玄武区',
        单位地址: '样例路5号',
        工作职位类别代码: '13.0',
      }),
    );
  }
  return fixArchiveTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** The provincial sheet with combined headings, as a CSV that a program on a Chinese system has saved. */
export function sampleCombined(cohort: number): Buffer {
  const [entity, region, started] = [
    '就业单位名称/征兵办名称/项目名称/创业单位名称/升学院校名称/境外单位名称',
    '单位/征兵办/项目/院校所属地区',
    '签约时间/入伍时间/创业时间/就业时间/入学、入职时间',
  ];
  const rows = reported(cohort).map((row, index) =>
    line('PROVINCIAL_COMBINED', {
      学号: row.studentNo ?? null,
      姓名: row.name ?? null,
      学历状况: '毕业',
      班级名称: row.className ?? null,
      ...(index % 2 === 0
        ? { 毕业去向: '境内升学-研究生', [entity]: '样例理工大学', [region]: '上海市', [started]: serialOf(cohort) }
        : { 毕业去向: '求职中', [started]: `${cohort}/6/10` }),
    }),
  );
  const quoted = (value: CellValue): string => (value === null ? '' : `"${String(value)}"`);
  const lines = [dialects.PROVINCIAL_COMBINED.map(({ zh }) => zh), ...rows].map((cells) => cells.map(quoted).join(','));
  return encodeGb18030(`${lines.join('\r\n')}\r\n`);
}

import { readFile } from 'node:fs/promises';
import { isUnitHeading, readUnitRow, unitColumnOf } from '../../../domain/directory/unit-sheet.ts';
import { rememberedUnit } from '../../../domain/directory/remembered-unit.ts';
import type { CellValue } from '../../../domain/roster/cell-value.ts';
import { openSheet } from '../../../infra/spreadsheet/open-sheet.ts';
import { sampleDirectory, sampleUnits } from '../../../scripts/samples/sample-directory.ts';
import { sampleDirectoryFile } from '../../../scripts/samples/sample-file.ts';
import { employment, homeDossier, homeHukou, pendingDestination } from '../../support/record/contents.ts';

const good = { 单位名称: '示例区人才服务中心', 行政区划代码: '110108' };
const problemsOf = (cells: Record<string, CellValue>): string[] => {
  const row = readUnitRow({ ...good, ...cells });
  return row.ok ? [] : row.problems.map(({ column, code }) => `${column} ${code}`);
};

describe('a sheet of receiving units', () => {
  it('R13 knows the headings that offices use', () => {
    expect(['*单位名称', '机构名称', '邮政编码（6位）', '是否具有档案保管权限', '备注'].map(unitColumnOf)).toEqual([
      'name',
      'name',
      'postcode',
      'mayHoldFiles',
      undefined,
    ]);
    expect(isUnitHeading(['单位名称', '所在地'])).toBe(true);
    expect(isUnitHeading(['单位名称', '地址'])).toBe(false);
  });

  it('R13 reads a region by code or name, and numbers as spreadsheets leave them', () => {
    expect(
      readUnitRow({
        单位名称: ' 示例区人才服务中心 ',
        所在地: '北京市海淀区',
        邮编: 100080,
        电话: '（010）6200 0000',
        可否接收档案: '否',
        核实日期: new Date(Date.UTC(2026, 2, 1)),
        核实人: '张三',
      }),
    ).toEqual({
      ok: true,
      checkedOn: '2026-03-01',
      checkedBy: '张三',
      unit: {
        name: '示例区人才服务中心',
        region: '110108',
        address: null,
        postcode: '100080',
        contact: null,
        phone: '010-62000000',
        mayHoldFiles: false,
      },
    });
    expect(readUnitRow(good)).toMatchObject({ ok: true, unit: { mayHoldFiles: null }, checkedOn: null, checkedBy: null });
  });

  it.each<[Record<string, CellValue>, string[]]>([
    [{ 单位名称: null }, ['name REQUIRED']],
    [{ 行政区划代码: '110100' }, ['region REGION_UNKNOWN']],
    [{ 行政区划代码: '北京海淀' }, ['region REGION_UNKNOWN']],
    [{ 邮编: '10008' }, ['postcode POSTCODE_INVALID']],
    [{ 电话: 'x' }, ['phone PHONE_INVALID']],
    [{ 可否接收档案: '也许' }, ['mayHoldFiles YES_NO_EXPECTED']],
    [{ 核实日期: '2026-02-30' }, ['checkedOn DATE_IMPOSSIBLE']],
    [{ 地址: '路\u202e号' }, ['address TEXT_INVISIBLE_CHARACTER']],
    [{ 单位名称: '中'.repeat(101), 邮编: 'x' }, ['name TEXT_TOO_LONG', 'postcode POSTCODE_INVALID']],
  ])('R13 says everything that is wrong with a row: %j', (cells, problems) => {
    expect(problemsOf(cells)).toEqual(problems);
  });

  it('R13 X10 the sample is what its generator writes, and every row of it goes in', async () => {
    const bytes = await readFile(sampleDirectoryFile);
    expect((await sampleDirectory()).equals(bytes)).toBe(true);
    const rows = [];
    for await (const { cells } of (await openSheet(bytes, { isHeadingRow: isUnitHeading })).rows) rows.push(readUnitRow(cells));
    expect(rows).toHaveLength(sampleUnits().length);
    expect(rows.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('what an approved section says about a unit', () => {
  it('R13 of a dossier where it goes, of a destination its employer, of a hukou nothing', () => {
    const { type: _, unitName: name, note: __, ...rest } = homeDossier;
    expect(rememberedUnit('DOSSIER', homeDossier)).toEqual({ name, ...rest });
    expect(rememberedUnit('DESTINATION', employment)).toEqual({
      name: employment.entityName,
      region: '110102',
      address: null,
      postcode: null,
      contact: null,
      phone: null,
    });
    expect(rememberedUnit('DESTINATION', pendingDestination)).toBeUndefined();
    expect(rememberedUnit('HUKOU', { ...homeHukou, unitName: '示例派出所' })).toBeUndefined();
  });
});

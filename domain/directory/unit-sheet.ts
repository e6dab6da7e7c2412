import { regionLevel } from '../regions/regions.ts';
import { readYesNo, textReader, numberText, unreadable, type CellReader } from '../roster/cell-reader.ts';
import { cellText, type CellValue } from '../roster/cell-value.ts';
import { headingKey } from '../roster/heading-key.ts';
import { readDay } from '../roster/read-date.ts';
import { readRegion } from '../roster/read-region.ts';
import type { RosterProblemCode } from '../roster/roster-problems.ts';
import { phone, postcode } from '../text/contact.ts';
import { plainText } from '../text/plain-text.ts';
import type { ReceivingUnit } from './receiving-unit.ts';

/** A county, by its code or joined name: what a parcel is addressed to. */
const readCounty: CellReader<string> = (value) => {
  const region = readRegion(value);
  return region.ok && regionLevel(region.value) !== 'COUNTY' ? unreadable('REGION_UNKNOWN') : region;
};

interface Column<T> {
  readonly headings: readonly [string, ...string[]];
  readonly read: CellReader<T>;
}

/** Columns of a sheet of receiving units; the first heading of each is that of our own sheet. */
export const unitColumns = {
  name: { headings: ['单位名称', '机构名称', '接收单位', '接收单位名称', '档案接收单位'], read: textReader(plainText(1, 100)) },
  region: { headings: ['行政区划代码', '所在地代码', '地区代码', '所在地', '单位所在地', '地区'], read: readCounty },
  address: { headings: ['地址', '单位地址', '详细地址', '通讯地址', '邮寄地址'], read: textReader(plainText(1, 200)) },
  postcode: { headings: ['邮编', '邮政编码'], read: textReader(postcode, numberText) },
  contact: { headings: ['联系人', '联系部门', '联系人/联系部门', '收件人'], read: textReader(plainText(1, 60)) },
  phone: { headings: ['电话', '联系电话', '电话号码'], read: textReader(phone, numberText) },
  mayHoldFiles: { headings: ['可否接收档案', '是否可接收档案', '能否接收档案', '是否具有档案保管权限'], read: readYesNo },
  checkedOn: { headings: ['核实日期', '核对日期', '更新日期'], read: readDay },
  checkedBy: { headings: ['核实人', '核对人'], read: textReader(plainText(1, 60)) },
} as const satisfies Record<string, Column<unknown>>;
export type UnitColumn = keyof typeof unitColumns;
const columnNames = Object.keys(unitColumns) as UnitColumn[];
const required: readonly UnitColumn[] = ['name', 'region'];

/** Which column a heading names; undefined for one that is not ours. */
export function unitColumnOf(heading: string): UnitColumn | undefined {
  const key = headingKey(heading);
  return columnNames.find((column) => unitColumns[column].headings.some((name) => headingKey(name) === key));
}

/** A sheet of units has their names and where they are. */
export const isUnitHeading = (texts: readonly string[]): boolean => {
  const found = new Set(texts.map(unitColumnOf));
  return required.every((column) => found.has(column));
};

export interface UnitProblem {
  readonly column: UnitColumn;
  readonly code: RosterProblemCode;
}

export type UnitRow =
  | { readonly ok: true; readonly unit: ReceivingUnit; readonly checkedOn: string | null; readonly checkedBy: string | null }
  | { readonly ok: false; readonly problems: readonly UnitProblem[] };

/** One row of the sheet, or everything that is wrong with it, column by column. */
export function readUnitRow(cells: Readonly<Record<string, CellValue>>): UnitRow {
  const values = new Map(Object.entries(cells).map(([heading, value]) => [unitColumnOf(heading), value]));
  const problems: UnitProblem[] = [];
  const read = <T>(column: UnitColumn, reader: CellReader<T>): T | null => {
    const value = values.get(column) ?? null;
    if (cellText(value) === '') {
      if (required.includes(column)) problems.push({ column, code: 'REQUIRED' });
      return null;
    }
    const reading = reader(value);
    if (reading.ok) return reading.value;
    problems.push({ column, code: reading.code });
    return null;
  };
  const unit = {
    name: read('name', unitColumns.name.read) ?? '',
    region: read('region', unitColumns.region.read) ?? '',
    address: read('address', unitColumns.address.read),
    postcode: read('postcode', unitColumns.postcode.read),
    contact: read('contact', unitColumns.contact.read),
    phone: read('phone', unitColumns.phone.read),
    mayHoldFiles: read('mayHoldFiles', unitColumns.mayHoldFiles.read),
  };
  const [checkedOn, checkedBy] = [read('checkedOn', unitColumns.checkedOn.read), read('checkedBy', unitColumns.checkedBy.read)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, unit, checkedOn, checkedBy };
}

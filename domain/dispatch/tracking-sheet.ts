import { codeText, hasLostDigits, type CellValue } from '../roster/cell-value.ts';
import { readSerial, type DispatchSerial } from './serial.ts';
import { TrackingNumber } from './tracking-number.ts';

const columns = {
  serial: ['转档字', '转档字号', '档案编号', '转档编号'],
  studentNo: ['学号'],
  tracking: ['运单号', '快递单号', '邮件号', '邮件号码', '运单编号'],
} as const;
type Column = keyof typeof columns;

export const columnOf = (heading: string): Column | undefined => {
  const plain = heading.replace(/[\s*]/g, '');
  return (Object.keys(columns) as Column[]).find((column) => (columns[column] as readonly string[]).includes(plain));
};

/** The courier's sheet has the number of the parcel and one thing that names the file. */
export const isTrackingHeading = (texts: readonly string[]): boolean => {
  const found = new Set(texts.map(columnOf));
  return found.has('tracking') && (found.has('serial') || found.has('studentNo'));
};

export type TrackingProblem = 'SERIAL_WRONG' | 'TRACKING_NUMBER_WRONG' | 'DIGITS_LOST' | 'NAMES_NO_FILE';

export type TrackingRow =
  | { readonly trackingNumber: string; readonly serial: DispatchSerial | null; readonly studentNo: string | null }
  | { readonly problem: TrackingProblem };

/** One row of the sheet: the serial names the file, else the student number. */
export function readTrackingRow(cells: Readonly<Record<string, CellValue>>): TrackingRow {
  const values = new Map(Object.entries(cells).map(([heading, value]) => [columnOf(heading), value]));
  const textOf = (column: Column): string => codeText(values.get(column) ?? null);
  if ((['tracking', 'studentNo'] as const).some((column) => hasLostDigits(values.get(column) ?? null))) return { problem: 'DIGITS_LOST' };
  const trackingNumber = TrackingNumber.safeParse(textOf('tracking'));
  if (!trackingNumber.success) return { problem: 'TRACKING_NUMBER_WRONG' };
  const [serialText, studentNo] = [textOf('serial'), textOf('studentNo')];
  if (serialText === '' && studentNo === '') return { problem: 'NAMES_NO_FILE' };
  const serial = serialText === '' ? null : readSerial(serialText);
  return serial === undefined
    ? { problem: 'SERIAL_WRONG' }
    : { trackingNumber: trackingNumber.data, serial, studentNo: studentNo === '' ? null : studentNo };
}

import { narrow } from '../text/characters.ts';

/** 转档字: per school and calendar year, from 1, without gaps; the same on the three papers (R64). */
export interface DispatchSerial {
  readonly year: number;
  readonly serial: number;
}

/** As people write it in lists and sheets. */
export const formatSerial = ({ year, serial }: DispatchSerial): string => `${year}-${String(serial).padStart(4, '0')}`;

/** As it stands on paper. */
export const printSerial = ({ year, serial }: DispatchSerial): string => `转档字〔${year}〕${String(serial).padStart(4, '0')}号`;

/** Reads either form, in any width; undefined for anything else. */
export function readSerial(text: string): DispatchSerial | undefined {
  const [, year, serial] = /^(?:转档字)?[〔[(]?(\d{4})[〕\])-](?:第)?(\d{1,6})号?$/.exec(narrow(text).replace(/\s/g, '')) ?? [];
  return year === undefined || serial === undefined || Number(serial) === 0 ? undefined : { year: Number(year), serial: Number(serial) };
}

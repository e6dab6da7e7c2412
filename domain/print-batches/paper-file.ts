import { formatSerial } from '../dispatch/serial.ts';
import type { PrintedPaper } from './print-batch.ts';

/** The name of a paper in the ZIP: its place in the order, then the end of the graduate's id in our record. Nothing about a person. */
export const paperFileName = ({ position, paper, graduateId }: { position: number; paper: PrintedPaper; graduateId: string }): string =>
  `${String(position).padStart(5, '0')}-${paper}-${graduateId.slice(-8)}.pdf`;

/** Which file is whose; it lies in the ZIP under this name. */
export const indexFileName = 'index.xlsx';

export const indexHeadings = ['序号', '文件', '院系', '班级', '学号', '转档字', '说明'] as const;

const words: Readonly<Record<PrintedPaper, string>> = { statement: '信息表', notice: '告知书', slip: '转递单', receipt: '回执' };

/** What the index says of a paper: what it is, or why it is not there. */
export const indexRemark = (paper: PrintedPaper, reason: string | null): string =>
  reason === null ? words[paper] : `${words[paper]}未打印：${reason}`;

interface PlacedPaper {
  readonly paper: PrintedPaper;
  readonly college: string | null;
  readonly className: string | null;
  readonly year: number | null;
  readonly serial: number | null;
}

/** 转档字 of the file that a paper belongs to; a statement has none. */
export const serialOf = ({ year, serial }: Pick<PlacedPaper, 'year' | 'serial'>): string | null =>
  year === null || serial === null ? null : formatSerial({ year, serial });

/**
 * Under which heading the bookmark of a paper stands, and how it is called beside its number: a statement under its class, a paper of a file under the
 * file's 转档字. Never a name: each sheet has one, but a list of them at the edge of the screen is seen by whoever stands near.
 */
export function bookmarkOf({ paper, college, className, ...file }: PlacedPaper): { readonly group: string; readonly name: string | null } {
  const serial = serialOf(file);
  if (serial !== null) return { group: serial, name: words[paper] };
  return { group: [college, className].filter((part) => part !== null).join(' ') || '—', name: null };
}

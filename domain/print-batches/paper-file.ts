import type { PrintedPaper } from './print-batch.ts';

/** The name of a paper in the ZIP: its place in the order, then the end of the graduate's id in our record. Nothing about a person. */
export const paperFileName = ({ position, paper, graduateId }: { position: number; paper: PrintedPaper; graduateId: string }): string =>
  `${String(position).padStart(5, '0')}-${paper}-${graduateId.slice(-8)}.pdf`;

/** Which file is whose; it lies in the ZIP under this name. */
export const indexFileName = 'index.xlsx';

export const indexHeadings = ['序号', '文件', '院系', '班级', '学号', '转档字', '说明'] as const;

const words: Readonly<Record<PrintedPaper, string>> = { statement: '信息表', notice: '告知书', slip: '转递单', receipt: '回执' };

/** What the index says of a paper: what it is, or why it is not there. */
export const indexRemark = (paper: PrintedPaper, reason: string | null): string => (reason === null ? words[paper] : `${words[paper]}未打印：${reason}`);

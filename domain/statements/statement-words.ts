import type { StatementKind } from '../grants/grant.ts';
import type { NumberKind } from '../numbers/formats.ts';

/** The usual title (R44); configuration may set another one. */
export const STATEMENT_TITLE = '全国普通高等学校毕业生去向登记信息';

/** Printed across a statement that is not a real one (X10, X27). */
export const SPECIMEN_WORD = '样例';

/** 核验编号 or 转递编号 (R45). */
export const NUMBER_LABEL: Readonly<Record<NumberKind, string>> = { VERIFICATION: '核验编号', TRANSFER: '转递编号' };

/** Heading of the transfer section (R44). */
export const TRANSFER_HEADING: Readonly<Record<StatementKind, string>> = { DOSSIER: '档案转递信息', HUKOU: '户口迁移信息' };

/** The entry of online verification for each kind of statement (R51). */
export const VERIFICATION_ENTRY: Readonly<Record<StatementKind, string>> = {
  DOSSIER: '档案转递信息在线核验',
  HUKOU: '户口迁移信息在线核验',
};

/** Until when verification is served, in the words of R33 and R42. */
export const SERVICE_END_RULE: Readonly<Record<NumberKind, string>> = {
  VERIFICATION: '毕业生的毕业时间加六个月',
  TRANSFER: '毕业生的毕业时间的第二年3月31日',
};

import type { StatementContent } from './statement-content.ts';
import { NUMBER_LABEL, SERVICE_END_RULE, VERIFICATION_ENTRY } from './statement-words.ts';

/** One numbered note, with its own list where it has one. */
export interface StatementNote {
  readonly text: string;
  readonly items: readonly string[];
}

/** The four notes of R47: source (X27), two ways of verification (R49), whom to ask, end of service (R33, R42). */
export const statementNotes = (content: StatementContent): readonly StatementNote[] => [
  { text: content.sourceNote, items: [] },
  {
    text: '核验方式：',
    items: [
      `前往 ${content.verificationAddress} ，选择“${VERIFICATION_ENTRY[content.kind]}”，正确输入毕业生姓名和${NUMBER_LABEL[content.numberKind]}进行核验；`,
      '使用手机扫一扫功能，扫描本信息表中的二维码在线核验。',
    ],
  },
  { text: '登记信息来自于毕业生离校时上报的信息，如有问题请联系毕业生核实。', items: [] },
  { text: `查询核验服务时间截止到${SERVICE_END_RULE[content.numberKind]}（${content.serviceEnd}）。`, items: [] },
];

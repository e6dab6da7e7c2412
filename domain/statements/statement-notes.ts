import type { Language } from '../text/language.ts';
import { renderingLanguage } from './rendering.ts';
import type { StatementContent } from './statement-content.ts';
import { NUMBER_LABEL, SERVICE_END_RULE, VERIFICATION_ENTRY } from './statement-words.ts';

/** One numbered note, with its own lines where it has some. */
export interface StatementNote {
  readonly text: string;
  readonly items: readonly string[];
}

const chinese = ({ kind, numberKind, verificationAddress, serviceEnd }: StatementContent): readonly StatementNote[] => [
  {
    text: '核验方式：',
    items: [
      `① 前往 ${verificationAddress} ，选择“${VERIFICATION_ENTRY[kind]}”，正确输入毕业生姓名和${NUMBER_LABEL[numberKind].zh}进行核验；`,
      '② 使用手机扫一扫功能，扫描本信息表中的二维码在线核验。',
    ],
  },
  { text: '登记信息来自于毕业生离校时上报的信息，如有问题请联系毕业生核实。', items: [] },
  { text: `查询核验服务时间截止到${SERVICE_END_RULE[numberKind].zh}（${serviceEnd}）。`, items: [] },
];

const english = ({ kind, numberKind, verificationAddress, serviceEnd }: StatementContent): readonly StatementNote[] => [
  {
    text: 'Two ways to verify:',
    items: [
      `① Go to ${verificationAddress} , choose “${VERIFICATION_ENTRY[kind]}”, and enter the graduate’s name and the ${NUMBER_LABEL[numberKind].en.toLowerCase()};`,
      '② or scan the QR code of this statement with a telephone.',
    ],
  },
  {
    text: 'The data are those that the graduate reported on leaving the institution; please ask the graduate about anything doubtful.',
    items: [],
  },
  { text: `Verification is served until ${SERVICE_END_RULE[numberKind].en} (${serviceEnd}, Beijing time).`, items: [] },
];

const notesIn: Readonly<Record<Language, (content: StatementContent) => readonly StatementNote[]>> = { zh: chinese, en: english };

/** The four notes of R47: source (X27), two ways of verification (R49), whom to ask, end of service (R33, R42). */
export const statementNotes = (content: StatementContent): readonly StatementNote[] => [
  { text: content.sourceNote, items: [] },
  ...notesIn[renderingLanguage(content.rendering)](content),
];

import { formatDeadline, formatInstant } from '../calendar/shanghai.ts';
import type { Bilingual } from '../text/language.ts';
import type { BadReason, OfflineAnswer, UnknownReason } from './judge-statement.ts';
import type { StatementPayload } from './statement-payload.ts';

const reasons: Readonly<Record<BadReason | UnknownReason, Bilingual>> = {
  NOT_A_CODE: { zh: '这不是登记信息表的二维码。', en: 'This is not the code of a statement.' },
  FORGED: { zh: '签名不符，内容被改动或系伪造。', en: 'The signature does not hold: changed or forged.' },
  EXPIRED: { zh: '编号已过有效期。', en: 'The number is past its end.' },
  REVOKED: { zh: '编号已失效或已被关闭，此表不再有效。', en: 'The number has been revoked; the paper no longer holds.' },
  OTHER_VERSION: { zh: '二维码的格式版本未知，请更新本核验工具。', en: 'Another version of the format: update this reader.' },
  KEY_UNKNOWN: { zh: '签名所用的公钥未知，请联网更新后再试。', en: 'Signed with a key that is not known here: go online and update.' },
  FROM_THE_FUTURE: { zh: '签发时间晚于本机时间，请检查本机时钟。', en: 'Issued after this device’s time: check its clock.' },
  LIST_MISSING: { zh: '本机没有对应的状态列表，请联网更新后再试。', en: 'The status list is not here: go online and update.' },
  LIST_BROKEN: { zh: '状态列表的签名不符，请联网更新后再试。', en: 'The status list does not hold: go online and update.' },
  LIST_FROM_THE_FUTURE: {
    zh: '状态列表晚于本机时间，请检查本机时钟。',
    en: 'The status list is later than this device’s time: check its clock.',
  },
  LIST_STALE: { zh: '状态列表已过期，请联网更新后再试。', en: 'The status list is stale: go online and update.' },
  LIST_OLDER_THAN_NUMBER: {
    zh: '编号刚刚签发，状态列表尚未更新，请稍后联网更新或在线核验。',
    en: 'The number is younger than the status list: update in some minutes, or verify online.',
  },
};

/** The answer in one line, and what to make of it. */
export function answerWords(answer: OfflineAnswer): { readonly title: Bilingual; readonly advice: Bilingual } {
  switch (answer.answer) {
    case 'GOOD': {
      const asOf = formatInstant(answer.asOf).slice(0, 16);
      return {
        title: { zh: `有效（截至 ${asOf}）`, en: `Good as of ${asOf}` },
        advice: {
          zh: '请逐项核对：纸面内容必须与下列内容一致；以“…”结尾的内容，纸面上更长。',
          en: 'Compare: the paper must say exactly this; a text that ends in … goes on on the paper.',
        },
      };
    }
    case 'BAD':
      return { title: { zh: '无效', en: 'Bad' }, advice: reasons[answer.reason] };
    case 'CANNOT_TELL':
      return { title: { zh: '无法判断', en: 'Cannot tell' }, advice: reasons[answer.reason] };
  }
}

/** What the paper must say, in its own words, with labels. */
export function paperWords({
  kind,
  numberKind,
  registered,
  name,
  school,
  destinationUnit,
  receivingUnit,
  issuedAt,
  endsAt,
}: StatementPayload): readonly (readonly [label: Bilingual, text: string])[] {
  return [
    [
      { zh: '类型', en: 'Kind' },
      `${kind === 'DOSSIER' ? '档案转递信息' : '户口迁移信息'}，${numberKind === 'TRANSFER' ? '转递编号' : '核验编号'}`,
    ],
    [{ zh: '姓名', en: 'Name' }, name],
    [{ zh: '毕业院校', en: 'School' }, school],
    [{ zh: '毕业去向单位名称', en: 'Destination' }, destinationUnit || '（无）'],
    [{ zh: '转递单位名称', en: 'Receiving unit' }, registered ? receivingUnit || '（无）' : '（签发时尚未登记）'],
    [{ zh: '编号签发时间', en: 'Issued' }, formatInstant(issuedAt)],
    [{ zh: '有效期至', en: 'Until' }, formatDeadline(endsAt)],
  ];
}

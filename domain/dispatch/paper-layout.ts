import { transferTypeName } from '../codes/transfer-types.ts';
import type { PaperContent, SlipDetails } from './paper-content.ts';
import { printSerial } from './serial.ts';

type Row = readonly (readonly [label: string, value: string])[];

/** One paper as it is laid out: title, serial, paragraphs, rows of labels and values, who signs, and whose copy it is. */
export interface PaperLayout {
  readonly title: string;
  readonly serial: string;
  readonly opening: readonly string[];
  readonly heading: string | null;
  readonly rows: readonly Row[];
  readonly closing: Row;
  readonly copy: string;
  readonly specimen: boolean;
}

const blank = '　　　　　　';
/** A day as papers write it, with room for the pen where it is not known yet. */
const dayOf = (date: string | null): string => {
  const [year, month, day] = date?.split('-') ?? [];
  return year === undefined ? '　　　　年　　月　　日' : `${year}年${Number(month)}月${Number(day)}日`;
};

export function layOutPaper(content: PaperContent): PaperLayout {
  const common = { serial: printSerial(content), specimen: content.specimen };
  const { target, office, schoolName, name, sentOn, volumes } = content;
  switch (content.paper) {
    case 'notice':
      return {
        ...common,
        title: '高校毕业生档案转递告知书',
        heading: null,
        rows: [],
        opening: [`${name}同学：`, `您的毕业生档案已于${dayOf(sentOn)}寄往${target.unitName}（${target.address}）。`],
        closing: [
          ['经办人', office.handler],
          ['联系电话', office.phone],
          ['发件单位（盖章）', schoolName],
          ['日期', dayOf(sentOn)],
        ],
        copy: '此联由高校填写，交高校毕业生本人留存',
      };
    case 'slip':
      return {
        ...common,
        title: '高校毕业生档案转递单',
        heading: '档案所列目录清单',
        opening: [
          `${target.unitName}：`,
          `现将毕业生${name}（${content.documentName}：${content.idNumber}，转递编号：${content.transferNumber}）的档案转去，请按档案所列目录清单查收，并将回执退回，或扫描右上角二维码反馈。`,
        ],
        rows: slipRows(content),
        closing: [
          ['回执邮寄地址', office.address],
          ['邮政编码', office.postcode],
          ['经办人（签名）', office.handler],
          ['联系电话', office.phone],
          ['发件单位（盖章）', schoolName],
          ['日期', dayOf(sentOn)],
        ],
        copy: '此联由高校填写，放入高校毕业生档案',
      };
    case 'receipt':
      return {
        ...common,
        title: '高校毕业生档案转递回执',
        heading: null,
        rows: [],
        opening: [`${schoolName}：`, `你单位${dayOf(null)}转来的${common.serial}毕业生${name}档案共${volumes}卷已收到。`],
        closing: [
          ['收件人签名', blank],
          ['联系电话', blank],
          ['收件单位（盖章）', blank],
          ['日期', dayOf(null)],
          ['回执邮寄地址', office.address],
          ['邮政编码', office.postcode],
        ],
        copy: '此联由档案管理服务机构填写，反馈高校',
      };
  }
}

function slipRows({ name, originRegion, phone, target, volumes, checklist }: Extract<PaperContent, SlipDetails>): Row[] {
  const listed = checklist.map(({ item, count }) => [item, `${count}份`] as const);
  return [
    [
      ['姓名', name],
      ['生源地', originRegion],
    ],
    [
      ['联系电话', phone],
      ['转递类型', transferTypeName(target.type, 'zh')],
    ],
    [
      ['就业单位名称', target.employer ?? '—'],
      ['档案卷数', `${volumes}卷`],
    ],
    [['单位地址', target.address]],
    ...Array.from({ length: Math.ceil(listed.length / 2) }, (_, at) => listed.slice(at * 2, at * 2 + 2)),
  ];
}

/** Every character that the paper shows. */
export const paperText = ({ title, serial, opening, heading, rows, closing, copy }: PaperLayout): string =>
  [title, serial, ...opening, heading ?? '', ...rows.flat(2), ...closing.flat(), copy, specimenWord].join('');

export const specimenWord = '样例';

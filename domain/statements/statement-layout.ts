import type { StatementContent } from './statement-content.ts';
import { NUMBER_LABEL, SPECIMEN_WORD, TRANSFER_HEADING } from './statement-words.ts';
import { statementNotes, type StatementNote } from './statement-notes.ts';

/** One label with its value. */
export type StatementField = readonly [label: string, value: string];

/** A heading with rows of one or two fields; or a sentence across the section when there is nothing to show (R46). */
export interface StatementSection {
  readonly heading: string;
  readonly rows: readonly (readonly [StatementField] | readonly [StatementField, StatementField])[];
  readonly absence: string | null;
}

/** Everything printed, in reading order; renderers add only type and lines, so that no text can differ between them. */
export interface StatementLayout {
  readonly title: string;
  readonly numberLabel: string;
  /** The groups of the number; null for a preview (R34). */
  readonly numberGroups: readonly string[] | null;
  readonly previewWord: string | null;
  readonly validUntil: StatementField | null;
  readonly qrLabel: string;
  readonly sections: readonly StatementSection[];
  readonly notesHeading: string;
  readonly notes: readonly StatementNote[];
  readonly issue: readonly StatementField[];
  readonly specimenWord: string | null;
}

/** What an empty field shows, so that nothing can be written in by hand. */
const nothing = '—';
const shown = (value: string): string => (value.trim() === '' ? nothing : value);

const basicsSection = ({ basics }: StatementContent): StatementSection => ({
  heading: '基本信息',
  rows: [
    [['姓名', basics.name], ['性别', basics.gender]],
    [['毕业院校', basics.school]],
    [['毕业时间', basics.graduationMonth], ['学制', basics.yearsOfStudy]],
    [['专业', basics.major], ['学历', basics.educationLevel]],
    [['生源所在地', basics.homeRegion]],
  ],
  absence: null,
});

const destinationSection = ({ destination }: StatementContent): StatementSection => {
  const heading = '毕业去向信息';
  if (destination === null) return { heading, rows: [], absence: `签发时尚未登记${heading}` };
  return {
    heading,
    rows: [
      [['毕业去向', destination.destination]],
      [[destination.entityLabel, shown(destination.entityName)]],
      [['单位所在地', shown(destination.entityRegion)]],
    ],
    absence: null,
  };
};

const transferSection = (content: StatementContent): StatementSection => {
  const heading = TRANSFER_HEADING[content.kind];
  if (content.transfer === null) return { heading, rows: [], absence: `签发时尚未登记${heading}` };
  if (content.kind === 'HUKOU') {
    const { transferType, unitName, region } = content.transfer;
    const rows: StatementSection['rows'] = [
      [['户口迁移类型', transferType]],
      [['单位名称', shown(unitName)]],
      [['户口迁移所在地', region]],
    ];
    return { heading, rows, absence: null };
  }
  const { transferType, unitName, unitRegion, postcode, contact, phone } = content.transfer;
  const rows: StatementSection['rows'] = [
    [['档案转递类型', transferType]],
    [['单位名称', unitName]],
    [['单位所在地', unitRegion]],
    [['单位邮编', shown(postcode)]],
    [['联系人/联系部门', shown(contact)], ['联系电话', shown(phone)]],
  ];
  return { heading, rows, absence: null };
};

/** Lays out a statement (R44–R47); the order is that of the samples (000 图10, 001 图6 and 图8). */
export const layOutStatement = (content: StatementContent): StatementLayout => {
  const validUntil = content.number?.validUntil ?? null;
  return {
    title: content.title,
    numberLabel: NUMBER_LABEL[content.numberKind],
    numberGroups: content.number?.grouped.split(' ').filter((group) => group !== '') ?? null,
    previewWord: content.number === null ? '预览，不含编号，不作核验凭据' : null,
    validUntil: validUntil === null ? null : ['有效期至', validUntil],
    qrLabel: '核验二维码',
    sections: [basicsSection(content), destinationSection(content), transferSection(content)],
    notesHeading: '注意事项',
    notes: statementNotes(content),
    issue: [['签发单位', content.issuer], ['签发时间', content.issuedAt]],
    specimenWord: content.specimen ? SPECIMEN_WORD : null,
  };
};

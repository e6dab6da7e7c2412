import { codePoints } from '../text/characters.ts';
import type { Language } from '../text/language.ts';
import { renderingLanguage } from './rendering.ts';
import type { StatementContent } from './statement-content.ts';
import { statementNotes, type StatementNote } from './statement-notes.ts';
import { NUMBER_LABEL, SPECIMEN_WORD, TRANSFER_HEADING, WORDS } from './statement-words.ts';

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
  readonly language: Language;
  /** Large type for those who need it: it is never made smaller, and goes on on further pages instead. */
  readonly large: boolean;
  /** Between a label and its value. */
  readonly colon: string;
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

/** More pages than the longest values of all forms fill in large type. */
export const largePages = 4;

/** What an empty field shows, so that nothing can be written in by hand. */
const nothing = '—';
const shown = (value: string): string => (value.trim() === '' ? nothing : value);

type Row = StatementSection['rows'][number];

// Half a page holds a dozen characters in a line; two long values side by side would make the page twice as long.
const longestBeside = 24;
const beside = (left: StatementField, right: StatementField): Row[] =>
  [left, right].some(([, value]) => codePoints(value) > longestBeside) ? [[left], [right]] : [[left, right]];

const absent = (heading: string, language: Language): StatementSection => ({
  heading,
  rows: [],
  absence: language === 'zh' ? `签发时尚未登记${heading}` : `${heading}: not registered when this was issued`,
});

const basicsSection = ({ basics }: StatementContent, language: Language): StatementSection => ({
  heading: WORDS.basics[language],
  rows: [
    ...beside([WORDS.name[language], basics.name], [WORDS.gender[language], basics.gender]),
    [[WORDS.school[language], basics.school]],
    ...beside([WORDS.graduationMonth[language], basics.graduationMonth], [WORDS.yearsOfStudy[language], basics.yearsOfStudy]),
    ...beside([WORDS.major[language], basics.major], [WORDS.educationLevel[language], basics.educationLevel]),
    [[WORDS.homeRegion[language], basics.homeRegion]],
  ],
  absence: null,
});

const destinationSection = ({ destination }: StatementContent, language: Language): StatementSection => {
  const heading = WORDS.destinationHeading[language];
  if (destination === null) return absent(heading, language);
  return {
    heading,
    rows: [
      [[WORDS.destination[language], destination.destination]],
      [[destination.entityLabel, shown(destination.entityName)]],
      [[WORDS.entityRegion[language], shown(destination.entityRegion)]],
    ],
    absence: null,
  };
};

const transferSection = (content: StatementContent, language: Language): StatementSection => {
  const heading = TRANSFER_HEADING[content.kind][language];
  if (content.transfer === null) return absent(heading, language);
  if (content.kind === 'HUKOU') {
    const { transferType, unitName, region } = content.transfer;
    const rows: Row[] = [
      [[WORDS.hukouType[language], transferType]],
      [[WORDS.unit[language], shown(unitName)]],
      [[WORDS.hukouRegion[language], region]],
    ];
    return { heading, rows, absence: null };
  }
  const { transferType, unitName, unitRegion, postcode, contact, phone } = content.transfer;
  const rows: Row[] = [
    [[WORDS.dossierType[language], transferType]],
    [[WORDS.unit[language], unitName]],
    [[WORDS.unitRegion[language], unitRegion]],
    [[WORDS.postcode[language], shown(postcode)]],
    ...beside([WORDS.contact[language], shown(contact)], [WORDS.phone[language], shown(phone)]),
  ];
  return { heading, rows, absence: null };
};

const issueFields = ({ issuer, issuedAt, auditPosition }: StatementContent, language: Language): StatementField[] => [
  [WORDS.issuer[language], issuer],
  [WORDS.issuedAt[language], issuedAt],
  // Under this number the row stands in the audit log that says by whom the number was issued.
  ...(auditPosition === null ? [] : [[WORDS.auditPosition[language], `No. ${auditPosition}`] as const]),
];

/** Lays out a statement (R44–R47); the order is that of the samples (000 图10, 001 图6 and 图8). */
export const layOutStatement = (content: StatementContent): StatementLayout => {
  const language = renderingLanguage(content.rendering);
  const validUntil = content.number?.validUntil ?? null;
  return {
    language,
    large: content.rendering === 'large',
    colon: language === 'zh' ? '：' : ': ',
    title: content.title,
    numberLabel: NUMBER_LABEL[content.numberKind][language],
    numberGroups: content.number?.grouped.split(' ').filter((group) => group !== '') ?? null,
    previewWord: content.number === null ? WORDS.preview[language] : null,
    validUntil: validUntil === null ? null : [WORDS.validUntil[language], validUntil],
    qrLabel: WORDS.qrCode[language],
    sections: [basicsSection(content, language), destinationSection(content, language), transferSection(content, language)],
    notesHeading: WORDS.notes[language],
    notes: statementNotes(content),
    issue: issueFields(content, language),
    specimenWord: content.specimen ? SPECIMEN_WORD[language] : null,
  };
};

import type { StatementLayout } from './statement-layout.ts';

/** The characters of a statement by typeface, for cutting fonts to what is printed. */
export interface StatementText {
  readonly regular: string;
  readonly bold: string;
  /** Last character of each group of the number. */
  readonly groupEnds: string;
}

// List markers, colons and the dash are drawn by the page itself.
const markers = '0123456789.、：:①②③ ';

/** All text of a layout by typeface; what is missing here would be missing in the print, so a test compares it with the page. */
export const statementText = (layout: StatementLayout): StatementText => {
  const regular = [
    markers,
    layout.numberLabel,
    ...(layout.numberGroups ?? []),
    layout.previewWord ?? '',
    ...(layout.validUntil ?? []),
    ...layout.sections.flatMap(({ rows, absence }) => [...rows.flat(2), absence ?? '']),
    ...layout.notes.flatMap(({ text, items }) => [text, ...items]),
    ...layout.issue.flat(),
  ];
  const bold = [layout.title, ...layout.sections.map(({ heading }) => heading), layout.notesHeading, layout.specimenWord ?? ''];
  return {
    regular: regular.join(''),
    bold: bold.join(''),
    groupEnds: (layout.numberGroups ?? []).map((group) => group.slice(-1)).join(''),
  };
};

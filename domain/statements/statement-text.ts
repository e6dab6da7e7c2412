import type { StatementLayout } from './statement-layout.ts';

/** The characters of a statement, for cutting fonts to what is printed. */
export interface StatementText {
  readonly text: string;
  /** Last character of each group of the number. */
  readonly groupEnds: string;
}

// List markers are drawn by the page itself.
const markers = '0123456789. ';

/** All text of a layout; what is missing here would be missing in the print, so a test compares it with the page. */
export const statementText = (layout: StatementLayout): StatementText => {
  const parts = [
    markers, layout.colon, layout.title, layout.specimenWord ?? '',
    layout.numberLabel, ...(layout.numberGroups ?? []), layout.previewWord ?? '', ...(layout.validUntil ?? []),
    ...layout.sections.flatMap(({ heading, rows, absence }) => [heading, ...rows.flat(2), absence ?? '']),
    layout.notesHeading, ...layout.notes.flatMap(({ text, items }) => [text, ...items]),
    ...layout.issue.flat(),
  ];
  return { text: parts.join(''), groupEnds: (layout.numberGroups ?? []).map((group) => group.slice(-1)).join('') };
};

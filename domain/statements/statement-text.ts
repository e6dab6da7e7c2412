import type { StatementLayout } from './statement-layout.ts';

// List markers are drawn by the page itself.
const markers = '0123456789. ';

/** All text of a layout, for finding what a font lacks; what is missing here could be missing in the print, so a test compares it with the page. */
export const statementText = (layout: StatementLayout): string => {
  const parts = [
    markers,
    layout.colon,
    layout.title,
    layout.specimenWord ?? '',
    layout.numberLabel,
    ...(layout.numberGroups ?? []),
    layout.previewWord ?? '',
    ...(layout.validUntil ?? []),
    ...layout.sections.flatMap(({ heading, rows, absence }) => [heading, ...rows.flat(2), absence ?? '']),
    layout.notesHeading,
    ...layout.notes.flatMap(({ text, items }) => [text, ...items]),
    ...layout.issue.flat(),
  ];
  return parts.join('');
};

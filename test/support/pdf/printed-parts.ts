import type { StatementContent } from '../../../domain/statements/statement-content.ts';
import { layOutStatement } from '../../../domain/statements/statement-layout.ts';

/** Spaces at the end of a line are not in the text of a PDF, and the lines end elsewhere in each rendering. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Every part of a statement in reading order: labels, values, notes, number in one piece. */
export function printedParts(content: StatementContent): string[] {
  const { specimenWord, title, colon, numberLabel, numberGroups, previewWord, validUntil, sections, notesHeading, notes, issue } =
    layOutStatement(content);
  const line = ([label, value]: readonly [string, string]): string => `${label}${colon}${value}`;
  return [
    ...(specimenWord === null ? [] : [specimenWord]),
    title,
    numberGroups === null ? (previewWord ?? '') : `${numberLabel}${colon}${numberGroups.join('')}`,
    ...(validUntil === null ? [] : [line(validUntil)]),
    ...sections.flatMap(({ heading, rows, absence }) => [heading, ...rows.flat(2), ...(absence === null ? [] : [absence])]),
    notesHeading,
    ...notes.flatMap(({ text, items }) => [text, ...items]),
    ...issue.map(line),
  ];
}

/** The parts that a text lacks, or has before the part they should follow. */
export function partsMissing(content: StatementContent, text: string): string[] {
  const squeezed = squeeze(text);
  let position = 0;
  return printedParts(content)
    .map(squeeze)
    .filter((part) => {
      const found = squeezed.indexOf(part, position);
      if (found >= 0) position = found + part.length;
      return found < 0;
    });
}

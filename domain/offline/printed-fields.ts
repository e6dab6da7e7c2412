import type { StatementKind } from '../grants/grant.ts';
import { printedBasics, printedDestination, printedDossier, printedHukou } from '../statements/printed-sections.ts';
import type { ShownRecord } from '../statements/shown-record.ts';
import type { StatementPayload } from './statement-payload.ts';

/**
 * Most UTF-8 bytes of each text, so that the code stays small enough for a scan at 150 dpi: a name of 20 Chinese
 * characters, a school of 18, units of 20. What is longer ends in an ellipsis.
 */
export const fieldLimits = { name: 60, school: 54, destinationUnit: 60, receivingUnit: 60 } as const;

const ellipsis = '…';
const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** A text in at most so many bytes of UTF-8, cut between code points. */
export function fitText(text: string, limit: number): string {
  if (sizeOf(text) <= limit) return text;
  let fitted = '';
  for (const character of text) {
    if (sizeOf(fitted + character + ellipsis) > limit) break;
    fitted += character;
  }
  return fitted + ellipsis;
}

/** The fields that a clerk compares with the paper, as they are printed on it. */
export function payloadFieldsOf(kind: StatementKind, shown: ShownRecord): Pick<StatementPayload, keyof typeof fieldLimits | 'registered'> {
  const basics = printedBasics(shown);
  const transfer = kind === 'DOSSIER' ? printedDossier(shown.dossier) : printedHukou(shown.hukou);
  return {
    registered: transfer !== null,
    name: fitText(basics.name, fieldLimits.name),
    school: fitText(basics.school, fieldLimits.school),
    destinationUnit: fitText(printedDestination(shown.destination)?.entityName ?? '', fieldLimits.destinationUnit),
    receivingUnit: fitText(transfer?.unitName ?? '', fieldLimits.receivingUnit),
  };
}

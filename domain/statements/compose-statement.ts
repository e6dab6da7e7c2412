import { formatDeadline, formatInstant } from '../calendar/shanghai.ts';
import { transferServiceEnd, verificationServiceEnd } from '../calendar/service-ends.ts';
import type { StatementKind } from '../grants/grant.ts';
import type { NumberKind } from '../numbers/formats.ts';
import { printedBasics, printedDestination, printedDossier, printedHukou } from './printed-sections.ts';
import type { ShownRecord } from './shown-record.ts';
import { StatementContent, type StatementNumber } from './statement-content.ts';
import { STATEMENT_TITLE } from './statement-words.ts';

/** What an installation prints on every statement (X10, X27). */
export interface StatementSettings {
  readonly issuer: string;
  readonly sourceNote: string;
  readonly specimen: boolean;
  readonly publicUrl: string;
}

export interface StatementSubject {
  readonly kind: StatementKind;
  readonly numberKind: NumberKind;
  readonly shown: ShownRecord;
  /** null for a preview (R34). */
  readonly number: StatementNumber | null;
  readonly issuedAt: number;
}

/** Page of the entry for this kind of statement (R51). */
export const verificationAddress = (publicUrl: string, kind: StatementKind): string => `${publicUrl}/verification/${kind.toLowerCase()}`;

/** Everything that stands on a statement, from the record as it was when the number was issued (R44–R47, X24). */
export function composeStatement({ kind, numberKind, shown, number, issuedAt }: StatementSubject, settings: StatementSettings): StatementContent {
  const { graduatedAt } = shown.basic;
  const serviceEnd = numberKind === 'VERIFICATION' ? verificationServiceEnd(graduatedAt) : transferServiceEnd(graduatedAt);
  return StatementContent.parse({
    kind, numberKind, number, title: STATEMENT_TITLE,
    basics: printedBasics(shown), destination: printedDestination(shown.destination),
    transfer: kind === 'DOSSIER' ? printedDossier(shown.dossier) : printedHukou(shown.hukou),
    sourceNote: settings.sourceNote, issuer: settings.issuer, specimen: settings.specimen,
    issuedAt: formatInstant(issuedAt), verificationAddress: verificationAddress(settings.publicUrl, kind), serviceEnd: formatDeadline(serviceEnd),
  });
}

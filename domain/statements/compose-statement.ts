import { formatDeadline, formatInstant } from '../calendar/shanghai.ts';
import { transferServiceEnd, verificationServiceEnd } from '../calendar/service-ends.ts';
import type { StatementKind } from '../grants/grant.ts';
import type { NumberKind } from '../numbers/formats.ts';
import type { Bilingual } from '../text/language.ts';
import { printedBasics, printedDestination, printedDossier, printedHukou } from './printed-sections.ts';
import { renderingLanguage, type StatementRendering } from './rendering.ts';
import type { ShownRecord } from './shown-record.ts';
import { StatementContent, type StatementNumber } from './statement-content.ts';
import { STATEMENT_TITLE } from './statement-words.ts';

/** What an installation prints on every statement (X10, X27). */
export interface StatementSettings {
  readonly issuer: Bilingual;
  readonly sourceNote: Bilingual;
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
  /** Sequence number of the audit row that issued the number; null for a preview. */
  readonly auditPosition: number | null;
  readonly rendering: StatementRendering;
}

/** Page of the entry for this kind of statement (R51). */
export const verificationAddress = (publicUrl: string, kind: StatementKind): string => `${publicUrl}/verification/${kind.toLowerCase()}`;

/** Everything that stands on a statement, from the record as it was when the number was issued (R44–R47, X24). */
export function composeStatement(subject: StatementSubject, settings: StatementSettings): StatementContent {
  const { kind, numberKind, shown, number, issuedAt, auditPosition, rendering } = subject;
  const language = renderingLanguage(rendering);
  const { graduatedAt } = shown.basic;
  const serviceEnd = numberKind === 'VERIFICATION' ? verificationServiceEnd(graduatedAt) : transferServiceEnd(graduatedAt);
  return StatementContent.parse({
    kind,
    numberKind,
    number,
    rendering,
    title: STATEMENT_TITLE[language],
    basics: printedBasics(shown, language),
    destination: printedDestination(shown.destination, language),
    transfer: kind === 'DOSSIER' ? printedDossier(shown.dossier, language) : printedHukou(shown.hukou, language),
    sourceNote: settings.sourceNote[language],
    issuer: settings.issuer[language],
    specimen: settings.specimen,
    issuedAt: formatInstant(issuedAt),
    auditPosition,
    verificationAddress: verificationAddress(settings.publicUrl, kind),
    serviceEnd: formatDeadline(serviceEnd),
  });
}

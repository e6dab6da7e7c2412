import type { Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { findDestination } from '../codes/destinations.ts';
import { transferTypes } from '../codes/transfer-types.ts';
import type { RulePack } from '../rule-packs/rule-pack.ts';
import type { SectionContent, SectionKind } from './section.ts';

/** R17: at most three images for the dossier. X28: images or PDF for a destination, 10 MB in all. */
export const dossierImageLimit = 3;
export const destinationEvidenceBytes = 10 * 1024 * 1024;

/** Undefined when the evidence fits the content (R17, R18, X28). */
export function refuseEvidence(
  state: GraduateState,
  section: SectionKind,
  content: SectionContent,
  evidenceIds: readonly string[],
  pack: RulePack,
): Refusal | undefined {
  const files = evidenceIds.map((id) => state.evidence[id]);
  if (files.some((file) => file?.section !== section)) return { code: 'EVIDENCE_UNKNOWN', fields: ['evidenceIds'] };
  if (files.length === 0) {
    return evidenceNeeded(section, content, pack)
      ? { code: 'EVIDENCE_REQUIRED', clause: pack.evidence.clause, fields: ['evidenceIds'] }
      : undefined;
  }
  if (section !== 'DESTINATION') {
    if (files.length > dossierImageLimit) return { code: 'TOO_MANY_IMAGES', clause: 'R17', fields: ['evidenceIds'] };
    if (files.some((file) => !file?.mediaType.startsWith('image/')))
      return { code: 'EVIDENCE_MUST_BE_IMAGE', clause: 'R17', fields: ['evidenceIds'] };
    return undefined;
  }
  const bytes = files.reduce((sum, file) => sum + (file?.sizeBytes ?? 0), 0);
  return bytes > destinationEvidenceBytes ? { code: 'EVIDENCE_TOO_LARGE', clause: 'X28', fields: ['evidenceIds'] } : undefined;
}

/** Destinations by their code, dossiers unless 转回生源地 (R18), unless the pack says otherwise; the hukou needs none. */
export function evidenceNeeded(section: SectionKind, content: SectionContent, { evidence }: Pick<RulePack, 'evidence'>): boolean {
  if (section === 'HUKOU') return false;
  const code = String(section === 'DESTINATION' ? content.code : content.type);
  if (section === 'DESTINATION') return evidence.destination[code] ?? findDestination(code)?.evidenceRequired ?? true;
  return evidence.transfer[code] ?? transferTypes.find(code)?.evidenceRequired ?? true;
}

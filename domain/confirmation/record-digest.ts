import { contentDigest } from '../content-digest.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';

/** Digest of what a confirmation confirms (R23) and of whose it is (X12): confirm what you saw. */
export function recordDigest(state: GraduateState): string {
  const { sections, basic } = state;
  return contentDigest({
    name: basic.name,
    idType: basic.idType,
    idNumber: basic.idNumberIndex,
    graduatedAt: basic.graduatedAt,
    destination: sections.DESTINATION.current?.contentDigest ?? null,
    dossier: sections.DOSSIER.current?.contentDigest ?? null,
    hukou: sections.HUKOU.current?.contentDigest ?? null,
  });
}

/** Digest of the basic information as the graduate is shown it (R6, R8). */
export const basicDigest = (state: GraduateState): string => contentDigest(state.basic);

import type { SectionKind } from './section.ts';

/** A section that the school has opened for the graduate beside the windows (X7); instants in milliseconds, `until` exclusive. */
export interface Opening {
  readonly id: string;
  readonly section: SectionKind;
  readonly from: number;
  readonly until: number;
}

/** The opening of a section that is in force; computed at use, nothing books its end. */
export function findOpening(
  { openings }: { readonly openings: readonly Opening[] },
  section: SectionKind,
  now: number,
): Opening | undefined {
  return openings.find((opening) => opening.section === section && opening.from <= now && now < opening.until);
}

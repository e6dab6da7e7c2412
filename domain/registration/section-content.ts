import { DestinationContent } from './destination-content.ts';
import { DossierContent } from './dossier-content.ts';
import { HukouContent } from './hukou-content.ts';
import type { SectionContent, SectionKind } from './section.ts';

/** The schema of each section's content; forms, API and decisions all read it. */
export const sectionContents = { DESTINATION: DestinationContent, DOSSIER: DossierContent, HUKOU: HukouContent } as const;

/** Names of the fields of a section's content. */
export const contentFields = (section: SectionKind): readonly string[] => Object.keys(sectionContents[section].shape);

export type ParsedContent =
  | { readonly ok: true; readonly content: SectionContent }
  | { readonly ok: false; readonly fields: readonly string[]; readonly problems: readonly { field: string; code: string }[] };

/** Checked and normalised content, or the fields that are wrong with a code each. */
export function parseSectionContent(section: SectionKind, content: unknown): ParsedContent {
  const result = sectionContents[section].safeParse(content);
  if (result.success) return { ok: true, content: result.data };
  const problems = result.error.issues.map((issue) => ({
    field: issue.code === 'unrecognized_keys' ? issue.keys.join(',') : issue.path.join('.'),
    code: issue.code === 'unrecognized_keys' ? 'FIELD_UNKNOWN' : issue.message,
  }));
  return { ok: false, fields: problems.map(({ field }) => field), problems };
}

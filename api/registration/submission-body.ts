import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { parseSectionContent, sectionContents } from '../../domain/registration/section-content.ts';
import type { SectionContent, SectionKind } from '../../domain/registration/section.ts';
import { invalidRequest } from '../http/refusals.ts';

const { evidenceIds, basedOn } = commandPayloads.SUBMIT_SECTION.shape;

/** The content is checked by the schema of its section; the union is for the document. */
export const Submission = z.strictObject({
  content: z.record(z.string(), z.unknown()).meta({
    override: {
      description: 'Content of the section named in the address',
      anyOf: Object.keys(sectionContents).map((section) => ({ $ref: `#/components/schemas/${section}Content` })),
    },
  }),
  evidenceIds,
  basedOn: basedOn.meta({ description: 'Id of the version in force when the form was opened; null when there was none' }),
});

/** Throws INVALID_REQUEST field by field. */
export function checkedContent(section: SectionKind, content: SectionContent): Record<string, unknown> {
  const parsed = parseSectionContent(section, content);
  if (!parsed.ok) throw invalidRequest(...parsed.problems.map(({ field, code }) => ({ field: `content.${field}`, code })));
  return { ...parsed.content };
}

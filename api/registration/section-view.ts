import { z } from 'zod';
import { destinationEvidence } from '../../domain/codes/destination-evidence.ts';
import type { DestinationCode } from '../../domain/codes/destinations.ts';
import { transferTypes } from '../../domain/codes/transfer-types.ts';
import type { Bilingual } from '../../domain/text/language.ts';
import { evidenceNeeded } from '../../domain/registration/evidence-rules.ts';
import { fieldWords } from '../../domain/registration/field-words.ts';
import { changedFields } from '../../domain/registration/key-fields.ts';
import {
  findInReview,
  sectionStatus,
  SubmissionIntent,
  SubmissionStatus,
  VersionSource,
  type SectionContent,
  type SectionKind,
  type SectionVersion,
} from '../../domain/registration/section.ts';
import type { RulePack } from '../../domain/rule-packs/rule-pack.ts';
import { warnings, warningsFor } from '../../domain/registration/warnings.ts';
import type { GraduateDetails } from '../graduate/graduate-details.ts';
import type { DetailedStanding } from '../graduate/read-graduate.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { Words } from '../http/problem.ts';
import { ReturnView, returnView } from './return-view.ts';

export const EvidenceView = z
  .object({
    id: z.uuid(),
    section: z.string(),
    mediaType: z.string(),
    sizeBytes: z.int(),
    uploadedAt: InstantText,
    goneAt: InstantText.nullable().meta({ description: 'Its retention was over then: the file is deleted' }),
  })
  .meta({ id: 'Evidence' });

export const VersionView = z
  .object({
    id: z.uuid(),
    intent: SubmissionIntent,
    source: VersionSource,
    status: SubmissionStatus,
    content: z.record(z.string(), z.unknown()),
    evidence: z.array(EvidenceView),
    submittedAt: InstantText,
    statusSince: InstantText,
    reason: z.string().nullable().meta({ description: 'Why staff entered it (R16)' }),
    returned: ReturnView.nullable(),
  })
  .meta({ id: 'SectionVersion' });

const WarningView = z.object({ code: z.string(), words: Words, clause: z.string() });

/** What differs between two contents; `key` sends the graduate back to 未确认 (R21, R24). */
export const Difference = z
  .object({ field: z.string(), words: Words, before: z.unknown(), after: z.unknown(), key: z.boolean() })
  .meta({ id: 'Difference' });

/** A section: `current` is in force, `latest` the newest submission that is not. A new submission is based on `current`. */
export const SectionView = z
  .object({
    status: z.string().meta({ description: 'EMPTY or the status of the version that speaks for the section' }),
    current: VersionView.nullable(),
    latest: VersionView.nullable(),
    changedBySchool: z
      .array(Difference)
      .nullable()
      .meta({ description: 'Where the school has entered what is in force (R16): the difference to what it replaced' }),
    warnings: z.array(WarningView),
    evidenceExpected: Words.nullable().meta({
      description: 'What proves this category or transfer type, to compare with what was uploaded',
    }),
    evidenceNeeded: z.boolean().nullable().meta({ description: 'null while nothing has been submitted' }),
  })
  .meta({ id: 'Section' });

export function sectionView({ state, guard, details }: DetailedStanding, section: SectionKind): z.infer<typeof SectionView> {
  const { current, latest } = state.sections[section];
  const shown = latest?.intent === 'SET' ? latest : current;
  return {
    status: sectionStatus(state.sections[section]),
    current: current && versionView(current, details),
    latest: latest && versionView(latest, details),
    changedBySchool:
      current?.source === 'SCHOOL'
        ? differenceOf(section, details.replaced.find((row) => row.section === section)?.content ?? null, current.content, guard.pack)
        : null,
    warnings: shown
      ? [
          ...warningsFor(state, section, shown.content),
          ...details.unitWarnings.filter(({ id }) => id === shown.id).map(({ code }) => code),
        ].map(warningView)
      : [],
    evidenceExpected: shown ? expectedEvidence(section, shown.content) : null,
    evidenceNeeded: shown ? evidenceNeeded(section, shown.content, guard.pack) : null,
  };
}

/** Field by field between what is in force and what is in review; empty when nothing is in review. */
export function differences({ state, guard }: DetailedStanding, section: SectionKind): z.infer<typeof Difference>[] {
  const { current } = state.sections[section];
  const submitted = findInReview(state.sections[section]);
  if (!submitted || submitted.intent === 'VOID') return [];
  return differenceOf(section, current?.content ?? null, submitted.content, guard.pack);
}

/** What proves this category or transfer type. */
export function expectedEvidence(section: SectionKind, content: SectionContent): Bilingual | null {
  if (section === 'DESTINATION') return destinationEvidence[String(content.code) as DestinationCode] ?? null;
  return section === 'DOSSIER' ? (transferTypes.find(String(content.type))?.evidence ?? null) : null;
}

/** Field by field; `key` says which of them send the graduate back. */
export const differenceOf = (
  section: SectionKind,
  before: SectionContent | null,
  after: SectionContent,
  pack: RulePack,
): z.infer<typeof Difference>[] =>
  changedFields(before, after).map((field) => ({
    field,
    words: fieldWords(field),
    before: before?.[field] ?? null,
    after: after[field] ?? null,
    key: pack.keyFields.value[section].includes(field),
  }));

function warningView(code: keyof typeof warnings): z.infer<typeof WarningView> {
  const { zh, en, clause } = warnings[code];
  return { code, words: { zh, en }, clause };
}

function versionView(version: SectionVersion, { evidence, reviews }: GraduateDetails): z.infer<typeof VersionView> {
  const { id, intent, source, status, content, evidenceIds, submittedAt, statusSince, reason: entryReason } = version;
  const review = reviews.find((candidate) => candidate.id === id);
  return {
    id,
    intent,
    source,
    status,
    content,
    reason: entryReason,
    submittedAt: instantText(submittedAt),
    statusSince: instantText(statusSince),
    evidence: evidence
      .filter((file) => evidenceIds.includes(file.id))
      .map((file) => ({
        ...file,
        uploadedAt: instantText(file.uploadedAt),
        goneAt: file.goneAt === null ? null : instantText(file.goneAt),
      })),
    returned: review ? returnView(review) : null,
  };
}

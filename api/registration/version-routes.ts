import { z } from 'zod';
import { fieldOrder, labelWords, valueWords } from '../../domain/registration/content-words.ts';
import { changedFields } from '../../domain/registration/key-fields.ts';
import { SectionKind, SubmissionIntent, SubmissionStatus, VersionSource, type SectionContent } from '../../domain/registration/section.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { Words } from '../http/problem.ts';
import { graduateRoute } from '../http/route.ts';
import { ReturnView, returnView, type ReturnRow } from './return-view.ts';

const Change = z.object({ field: z.string(), words: Words, before: Words.nullable(), after: Words.nullable() });

const EarlierVersion = z
  .object({
    id: z.uuid(),
    intent: SubmissionIntent,
    source: VersionSource,
    status: SubmissionStatus,
    submittedAt: InstantText,
    statusSince: InstantText,
    reason: z.string().nullable().meta({ description: 'Why staff entered it (R16)' }),
    returned: ReturnView.nullable(),
    evidenceCount: z.int(),
    changes: z.array(Change).meta({
      description: 'Field by field against the submission before it, whatever became of that; of the first one, all that it says',
    }),
  })
  .meta({ id: 'EarlierVersion' });

interface Row extends ReturnRow {
  readonly id: string;
  readonly intent: SubmissionIntent;
  readonly source: VersionSource;
  readonly status: SubmissionStatus;
  readonly content: SectionContent;
  readonly evidenceCount: number;
  readonly submittedAt: number;
  readonly statusSince: number;
  readonly reason: string | null;
}

const versions = `SELECT "id", "intent", "source", "status", "content", cardinality("evidenceIds") AS "evidenceCount", "submittedAt", "statusSince", "reason", "returnReason", "returnText", "returnFields"
  FROM "section_version" WHERE "graduateId" = $1 AND "section" = $2 ORDER BY "id"`;

/** How a section came to stand as it does. */
export const listVersions = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id/sections/:section/versions',
  right: { resource: 'graduate', action: 'read' },
  part: 'registration',
  summary: 'Every submission of a section, newest first',
  description: 'With its source, what became of it, a desk’s words, and what it changed.',
  params: graduateParams.extend({ section: SectionKind }),
  reply: z.object({ versions: z.array(EarlierVersion) }),
  graduateOf: namedGraduate,
  handle: async ({ deps, graduateId, params: { section } }) => {
    const { rows } = await deps.pool.query<Row>(versions, [graduateId, section]);
    return json({
      versions: rows
        .map((row, index) =>
          versionView(
            row,
            rows.slice(0, index).findLast(({ intent }) => intent === 'SET'),
          ),
        )
        .toReversed(),
    });
  },
});

function versionView(row: Row, before: Row | undefined): z.infer<typeof EarlierVersion> {
  const { id, intent, source, status, content, evidenceCount, submittedAt, statusSince, reason } = row;
  // A request to void says nothing of the content but its note.
  const base = intent === 'SET' ? (before?.content ?? null) : null;
  return {
    id,
    intent,
    source,
    status,
    reason,
    evidenceCount,
    submittedAt: instantText(submittedAt),
    statusSince: instantText(statusSince),
    returned: returnView(row),
    changes: changedFields(base, content)
      .toSorted((a, b) => fieldOrder.indexOf(a as Field) - fieldOrder.indexOf(b as Field))
      .map((field) => ({
        field,
        words: labelWords(field, content),
        before: valueWords(field, base?.[field]),
        after: valueWords(field, content[field]),
      })),
  };
}

type Field = (typeof fieldOrder)[number];

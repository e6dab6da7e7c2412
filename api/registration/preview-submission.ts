import { z } from 'zod';
import { destinations } from '../../domain/codes/destinations.ts';
import { transferTypes } from '../../domain/codes/transfer-types.ts';
import { consequencesOf } from '../../domain/registration/consequences.ts';
import { evidenceNeeded } from '../../domain/registration/evidence-rules.ts';
import { changedFields, touchesKeyField } from '../../domain/registration/key-fields.ts';
import { parseSectionContent } from '../../domain/registration/section-content.ts';
import { SectionKind, type SectionContent } from '../../domain/registration/section.ts';
import type { RegistrationEvent } from '../../domain/decision/events.ts';
import { readStanding } from '../graduate/read-graduate.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { Words } from '../http/problem.ts';
import { graduateRoute } from '../http/route.ts';
import { Difference, differenceOf, expectedEvidence } from './section-view.ts';
import { Submission } from './submission-body.ts';

const Preview = z
  .object({
    complete: z
      .boolean()
      .meta({ description: 'False while fields are missing or wrong; of the rest only the evidence then says something' }),
    differences: z.array(Difference),
    evidenceNeeded: z.boolean().nullable().meta({ description: 'By the category or transfer type; null while none has been chosen' }),
    evidenceExpected: Words.nullable(),
    returnsToUnconfirmed: z.boolean().meta({ description: 'Once approved, the confirmation falls back (R21)' }),
    numbersEnded: z.int().meta({ description: 'Numbers of both kinds that die with the approval (R32, R38)' }),
  })
  .meta({ id: 'SubmissionPreview' });

/** What a submission would ask for and do once it is approved (R18, R21); nothing is written. */
export const previewSubmission = graduateRoute({
  method: 'post',
  path: '/api/graduates/:id/sections/:section/preview',
  right: { resource: 'submission', action: 'create' },
  part: 'registration',
  summary: 'What a submission would ask for and do',
  params: graduateParams.extend({ section: SectionKind }),
  body: Submission.pick({ content: true }),
  reply: Preview,
  graduateOf: namedGraduate,
  handle: async ({ deps, graduateId, params: { section }, body }) => {
    const parsed = parseSectionContent(section, body.content);
    const {
      state,
      guard: { pack, now },
    } = await readStanding(deps, graduateId);
    const evidence = hasCategory(section, body.content)
      ? { evidenceNeeded: evidenceNeeded(section, body.content, pack), evidenceExpected: expectedEvidence(section, body.content) }
      : { evidenceNeeded: null, evidenceExpected: null };
    if (!parsed.ok) return json({ complete: false, differences: [], ...evidence, returnsToUnconfirmed: false, numbersEnded: 0 });
    const before = state.sections[section].current?.content ?? null;
    const keyChange = before === null || touchesKeyField(pack, section, changedFields(before, parsed.content));
    const events = consequencesOf(state, { kind: 'SECTION', section, keyChange }, pack, now);
    const count = (...types: RegistrationEvent['type'][]): number => events.filter(({ type }) => types.includes(type)).length;
    return json({
      complete: true,
      differences: differenceOf(section, before, parsed.content, pack),
      ...evidence,
      returnsToUnconfirmed:
        state.confirmation.status === 'CONFIRMED' &&
        events.some((event) => event.type === 'CONFIRMATION_CHANGED' && event.to === 'UNCONFIRMED'),
      numbersEnded: count('GRANT_ENDED', 'TRANSFER_NUMBER_ENDED'),
    });
  },
});

/** Whether what evidence goes by has been chosen (R18). */
function hasCategory(section: SectionKind, content: SectionContent): boolean {
  return section === 'DESTINATION'
    ? destinations.find(String(content['code'])) !== undefined
    : transferTypes.find(String(content['type'])) !== undefined;
}

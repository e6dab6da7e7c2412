import { z } from 'zod';
import { consequencesOf } from '../../domain/registration/consequences.ts';
import { evidenceNeeded } from '../../domain/registration/evidence-rules.ts';
import { changedFields, touchesKeyField } from '../../domain/registration/key-fields.ts';
import { parseSectionContent } from '../../domain/registration/section-content.ts';
import { SectionKind } from '../../domain/registration/section.ts';
import type { RegistrationEvent } from '../../domain/decision/events.ts';
import { readStanding } from '../graduate/read-graduate.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { Words } from '../http/problem.ts';
import { graduateRoute } from '../http/route.ts';
import { Difference, differenceOf, expectedEvidence } from './section-view.ts';
import { Submission } from './submission-body.ts';

const Preview = z.object({
  complete: z.boolean().meta({ description: 'False while fields are missing or wrong; the rest then speaks of nothing' }),
  differences: z.array(Difference),
  evidenceNeeded: z.boolean(),
  evidenceExpected: Words.nullable(),
  returnsToUnconfirmed: z.boolean().meta({ description: 'Once approved, the confirmation falls back (R21)' }),
  numbersEnded: z.int().meta({ description: 'Numbers of both kinds that die with the approval (R32, R38)' }),
}).meta({ id: 'SubmissionPreview' });

/** What a submission would ask for and do once it is approved (R18, R21); nothing is written. */
export const previewSubmission = graduateRoute({
  method: 'post', path: '/api/graduates/:id/sections/:section/preview', right: { resource: 'submission', action: 'create' }, part: 'registration',
  summary: 'What a submission would ask for and do', params: graduateParams.extend({ section: SectionKind }), body: Submission.pick({ content: true }), reply: Preview,
  graduateOf: namedGraduate,
  handle: async ({ deps, graduateId, params: { section }, body }) => {
    const parsed = parseSectionContent(section, body.content);
    if (!parsed.ok) return json({ complete: false, differences: [], evidenceNeeded: false, evidenceExpected: null, returnsToUnconfirmed: false, numbersEnded: 0 });
    const { state, guard: { pack, now } } = await readStanding(deps, graduateId);
    const before = state.sections[section].current?.content ?? null;
    const keyChange = before === null || touchesKeyField(pack, section, changedFields(before, parsed.content));
    const events = consequencesOf(state, { kind: 'SECTION', section, keyChange }, pack, now);
    const count = (...types: RegistrationEvent['type'][]): number => events.filter(({ type }) => types.includes(type)).length;
    return json({
      complete: true, differences: differenceOf(section, before, parsed.content, pack),
      evidenceNeeded: evidenceNeeded(section, parsed.content, pack), evidenceExpected: expectedEvidence(section, parsed.content),
      returnsToUnconfirmed: state.confirmation.status === 'CONFIRMED' && events.some((event) => event.type === 'CONFIRMATION_CHANGED' && event.to === 'UNCONFIRMED'),
      numbersEnded: count('GRANT_ENDED', 'TRANSFER_NUMBER_ENDED'),
    });
  },
});

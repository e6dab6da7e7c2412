import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { parseSectionContent, sectionContents } from '../../domain/registration/section-content.ts';
import { SectionKind } from '../../domain/registration/section.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';
import { invalidRequest } from '../http/refusals.ts';

const { evidenceIds, basedOn } = commandPayloads.SUBMIT_SECTION.shape;

/** The content is checked by the schema of its section; the union is for the document. */
const Submission = z.strictObject({
  content: z.record(z.string(), z.unknown()).meta({
    override: { description: 'Content of the section named in the address', anyOf: Object.keys(sectionContents).map((section) => ({ $ref: `#/components/schemas/${section}Content` })) },
  }),
  evidenceIds,
  basedOn: basedOn.meta({ description: 'Id of the version in force when the form was opened; null when there was none' }),
});

const common = { method: 'post', part: 'registration', graduateOf: namedGraduate } as const;

/** R14: a section is submitted for review; what is in force stays until this one is approved. */
export const submitSection = commandRoute({
  ...common, path: '/api/graduates/:id/sections/:section/submissions', right: { resource: 'submission', action: 'create' }, type: 'SUBMIT_SECTION', status: 201,
  summary: 'Submit a section for review', params: graduateParams.extend({ section: SectionKind }), body: Submission,
  payload: async ({ params, body }) => {
    const parsed = parseSectionContent(params.section, body.content);
    if (!parsed.ok) throw invalidRequest(...parsed.problems.map(({ field, code }) => ({ field: `content.${field}`, code })));
    return { ...body, section: params.section, content: { ...parsed.content } };
  },
});

/** The graduate takes back what no desk has decided yet. */
export const withdrawSubmission = commandRoute({
  ...common, path: '/api/graduates/:id/submissions/:versionId/withdrawal', right: { resource: 'submission', action: 'withdraw' }, type: 'WITHDRAW_SUBMISSION',
  summary: 'Take back a submission', params: graduateParams.extend({ versionId: z.uuid() }),
  payload: async ({ params }) => ({ versionId: params.versionId }),
});

/** F2, X18: a wrong approved destination is taken back by a request that both desks approve. */
export const requestVoid = commandRoute({
  ...common, path: '/api/graduates/:id/destination/void-request', right: { resource: 'submission', action: 'requestVoid' }, type: 'REQUEST_VOID', status: 201,
  summary: 'Ask for the approved destination to be voided', params: graduateParams, body: commandPayloads.REQUEST_VOID.omit({ section: true }),
  payload: async ({ body }) => ({ section: 'DESTINATION', ...body }),
});

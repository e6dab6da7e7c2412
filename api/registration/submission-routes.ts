import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { SectionKind } from '../../domain/registration/section.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';
import { checkedContent, Submission } from './submission-body.ts';

const common = { method: 'post', part: 'registration', graduateOf: namedGraduate } as const;

/** R14: a section is submitted for review; what is in force stays until this one is approved. */
export const submitSection = commandRoute({
  ...common,
  path: '/api/graduates/:id/sections/:section/submissions',
  right: { resource: 'submission', action: 'create' },
  type: 'SUBMIT_SECTION',
  status: 201,
  summary: 'Submit a section for review',
  params: graduateParams.extend({ section: SectionKind }),
  body: Submission,
  payload: async ({ params, body }) => ({ ...body, section: params.section, content: checkedContent(params.section, body.content) }),
});

/** The graduate takes back what no desk has decided yet. */
export const withdrawSubmission = commandRoute({
  ...common,
  path: '/api/graduates/:id/submissions/:versionId/withdrawal',
  right: { resource: 'submission', action: 'withdraw' },
  type: 'WITHDRAW_SUBMISSION',
  summary: 'Take back a submission',
  params: graduateParams.extend({ versionId: z.uuid() }),
  payload: async ({ params }) => ({ versionId: params.versionId }),
});

/** F2, X18: a wrong approved destination is taken back by a request that both desks approve. */
export const requestVoid = commandRoute({
  ...common,
  path: '/api/graduates/:id/destination/void-request',
  right: { resource: 'submission', action: 'requestVoid' },
  type: 'REQUEST_VOID',
  status: 201,
  summary: 'Ask for the approved destination to be voided',
  params: graduateParams,
  body: commandPayloads.REQUEST_VOID.omit({ section: true }),
  payload: async ({ body }) => ({ section: 'DESTINATION', ...body }),
});

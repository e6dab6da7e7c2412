import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { SectionKind } from '../../domain/registration/section.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';
import { checkedContent, Submission } from './submission-body.ts';

const common = { method: 'post', part: 'registration', graduateOf: namedGraduate } as const;

/** R16: staff enter or change a section for a graduate, with their reason; a second person of the school decides. */
export const enterSection = commandRoute({
  ...common,
  path: '/api/graduates/:id/sections/:section/entries',
  right: { resource: 'submission', action: 'enter' },
  type: 'ENTER_SECTION',
  status: 201,
  summary: 'Enter a section for a graduate',
  params: graduateParams.extend({ section: SectionKind }),
  body: Submission.extend({ reason: commandPayloads.ENTER_SECTION.shape.reason }),
  payload: async ({ params, body }) => ({ ...body, section: params.section, content: checkedContent(params.section, body.content) }),
});

/** X18: staff take back a destination that was wrong; a second person of the school decides. */
export const enterVoid = commandRoute({
  ...common,
  path: '/api/graduates/:id/destination/void-entry',
  right: { resource: 'submission', action: 'enter' },
  type: 'ENTER_VOID',
  status: 201,
  summary: 'Void the destination of a graduate',
  params: graduateParams,
  body: commandPayloads.ENTER_VOID,
  payload: async ({ body }) => body,
});

/** Whoever entered it takes it back before it is decided. */
export const withdrawEntry = commandRoute({
  ...common,
  path: '/api/graduates/:id/entries/:versionId/withdrawal',
  right: { resource: 'submission', action: 'enter' },
  type: 'WITHDRAW_SUBMISSION',
  summary: 'Take back your own entry',
  params: graduateParams.extend({ versionId: z.uuid() }),
  payload: async ({ params }) => ({ versionId: params.versionId }),
});

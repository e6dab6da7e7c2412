import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';

const common = { method: 'post', part: 'grants', graduateOf: namedGraduate } as const;

/** R26–R29: needs 确认无误 and a fresh identity proofing; valid to the end of the chosen day. */
export const issueGrant = commandRoute({
  ...common,
  path: '/api/graduates/:id/grants',
  right: { resource: 'grant', action: 'issue' },
  type: 'ISSUE_GRANT',
  status: 201,
  summary: 'Grant verification and receive a number',
  params: graduateParams,
  body: commandPayloads.ISSUE_GRANT,
  payload: async ({ body }) => body,
});

/** R31: 关闭. */
export const closeGrant = commandRoute({
  ...common,
  path: '/api/graduates/:id/grants/:grantId/closing',
  right: { resource: 'grant', action: 'close' },
  type: 'CLOSE_GRANT',
  summary: 'Close a grant',
  params: graduateParams.extend({ grantId: z.uuid() }),
  payload: async ({ params }) => ({ grantId: params.grantId }),
});

import { commandPayloads } from '../../domain/commands/command.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';

/** R37, R38: for one graduate and kind; a number that is current is not made anew. */
export const issueTransferNumber = commandRoute({
  method: 'post',
  path: '/api/graduates/:id/transfer-numbers',
  right: { resource: 'transferNumber', action: 'issue' },
  part: 'transfer-numbers',
  type: 'ISSUE_TRANSFER_NUMBER',
  status: 201,
  summary: 'Issue a transfer number',
  params: graduateParams,
  body: commandPayloads.ISSUE_TRANSFER_NUMBER,
  graduateOf: namedGraduate,
  payload: async ({ body }) => body,
});

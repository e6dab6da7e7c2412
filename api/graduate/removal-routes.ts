import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { decide } from '../../domain/decision/decide.ts';
import { json } from '../http/answer.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';
import { graduateRoute } from '../http/route.ts';
import { readStanding } from './read-graduate.ts';

const Preview = z
  .object({
    version: z.int().meta({ description: 'To be sent with the removal: it is refused when the record has changed since' }),
    grants: z.int(),
    transferNumbers: z.int(),
    submissions: z.int(),
    allowed: z.boolean(),
  })
  .meta({ id: 'RemovalPreview' });

/** What taking a graduate off the roster would end. */
export const previewRemoval = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id/removal',
  right: { resource: 'graduate', action: 'remove' },
  part: 'graduate',
  summary: 'What taking a graduate off the roster would end',
  params: graduateParams,
  reply: Preview,
  graduateOf: namedGraduate,
  handle: async ({ deps, graduateId, session, role }) => {
    const { state, guard } = await readStanding(deps, graduateId);
    const context = { ...guard, actor: { id: session.accountId, role }, proofedAt: null, newId: () => '', newNumber: () => '' };
    const decision = decide(state, { type: 'REMOVE_GRADUATE', payload: { reason: '预览', version: null } }, context);
    const count = (type: string): number => (decision.accepted ? decision.events.filter((event) => event.type === type).length : 0);
    return json({
      version: state.version,
      grants: count('GRANT_ENDED'),
      transferNumbers: count('TRANSFER_NUMBER_ENDED'),
      submissions: count('SECTION_LAPSED'),
      allowed: decision.accepted,
    });
  },
});

/** Takes a graduate off the roster who should not be on it, whatever they have done since. */
export const removeGraduate = commandRoute({
  method: 'post',
  path: '/api/graduates/:id/removal',
  right: { resource: 'graduate', action: 'remove' },
  part: 'graduate',
  type: 'REMOVE_GRADUATE',
  summary: 'Take a graduate off the roster',
  params: graduateParams,
  body: commandPayloads.REMOVE_GRADUATE.extend({ version: z.int() }),
  graduateOf: namedGraduate,
  payload: async ({ body }) => body,
});

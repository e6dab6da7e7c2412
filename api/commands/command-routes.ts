import { z } from 'zod';
import type { StoredOutcome } from '../../domain/commands/outcome.ts';
import { errors } from '../../domain/errors/error-code.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { json } from '../http/answer.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { Words } from '../http/problem.ts';
import { route } from '../http/route.ts';

const CommandView = z
  .object({
    id: z.uuid(),
    type: z.string(),
    graduateId: z.uuid(),
    receivedAt: InstantText,
    status: z.enum(['DONE', 'PENDING']),
    outcome: z
      .object({
        code: z.string().meta({ description: 'APPLIED, or the code of the refusal' }),
        words: Words.nullable(),
        clause: z.string().nullable(),
        ids: z.record(z.string(), z.string()),
      })
      .nullable(),
  })
  .meta({ id: 'Command' });

interface CommandRow {
  id: string;
  type: string;
  graduateId: string;
  receivedAt: number;
  outcome: StoredOutcome | null;
}

const ownCommand = 'SELECT "id", "type", "graduateId", "receivedAt", "outcome" FROM "command" WHERE "id" = $1 AND "actorId" = $2';

/** Where a command stands, for whoever gave it. */
export const readCommand = route({
  method: 'get',
  path: '/api/commands/:id',
  right: { resource: 'command', action: 'read' },
  part: 'commands',
  summary: 'Where one of your own commands stands',
  params: z.strictObject({ id: z.uuid() }),
  reply: CommandView,
  handle: async ({ deps, params, session }) => {
    const {
      rows: [command],
    } = await deps.pool.query<CommandRow>({ name: 'own-command', text: ownCommand, values: [params.id, session.accountId] });
    if (!command) throw new RefusalError('NOT_FOUND');
    const { outcome, receivedAt, ...row } = command;
    return json({
      ...row,
      receivedAt: instantText(receivedAt),
      status: outcome ? ('DONE' as const) : ('PENDING' as const),
      outcome: outcome && outcomeView(outcome),
    });
  },
});

function outcomeView({ code, refusal, ids }: StoredOutcome) {
  return { code, words: code === 'APPLIED' ? null : errors[code], clause: refusal?.clause ?? null, ids: { ...ids } };
}

import { z } from 'zod';
import { json } from '../http/answer.ts';
import { isDatabaseServing } from '../http/readiness.ts';
import { route } from '../http/route.ts';

const Health = z
  .object({
    database: z.boolean(),
    temporal: z.boolean(),
    unfinishedCommands: z.int(),
    undeliveredChanges: z.int(),
    pendingMails: z.int(),
    failedMails: z.int(),
  })
  .meta({ id: 'Health' });

const backlog = `SELECT (SELECT count(*) FROM "command" WHERE "outcome" IS NULL OR "acknowledgedAt" IS NULL) AS "unfinishedCommands",
  (SELECT count(*) FROM "outbox" WHERE "deliveredAt" IS NULL) AS "undeliveredChanges",
  (SELECT count(*) FROM "notification" WHERE "mailStatus" = 'PENDING') AS "pendingMails",
  (SELECT count(*) FROM "notification" WHERE "mailStatus" = 'FAILED') AS "failedMails"`;

/** What is up and what is waiting. */
export const readHealth = route({
  method: 'get',
  path: '/api/operator/health',
  right: { resource: 'operation', action: 'read' },
  part: 'operation',
  summary: 'Components and backlogs',
  reply: Health,
  handle: async ({ deps }) => {
    const [
      database,
      temporal,
      {
        rows: [counts],
      },
    ] = await Promise.all([
      isDatabaseServing(deps.pool),
      deps.isTemporalServing(),
      deps.pool.query<Omit<z.infer<typeof Health>, 'database' | 'temporal'>>(backlog),
    ]);
    if (!counts) throw new Error('no counts');
    return json({ database, temporal, ...counts });
  },
});

import { z } from 'zod';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { fileProblems, ImportAsk, ImportStatus, openAsk } from '../../domain/roster/import-status.ts';
import { findRosterImport, reportOf, type StoredImport } from '../../infra/roster/import-store.ts';
import { countWaitingSections } from '../../infra/roster/section-batch.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { Words } from '../http/problem.ts';

const count = z.int().min(0);

export const RosterImport = z
  .object({
    id: z.uuid(),
    cohort: z.int(),
    status: ImportStatus,
    asked: ImportAsk.nullable().meta({ description: 'What has been asked for and is not done: at work, or about to begin by itself' }),
    dialect: z.string().nullable(),
    refusal: z.object({ code: z.string(), words: Words, columns: z.array(z.string()) }).nullable(),
    rows: count,
    valid: count,
    invalid: count,
    existing: count,
    imported: count,
    changed: count,
    warnings: count,
    consequences: z
      .object({ returning: count, dyingNumbers: count })
      .meta({ description: 'What the changes to graduates who are there mean: who returns to 未确认, and how many numbers die' }),
    lifecycles: z.object({ started: count, waiting: count }),
    sections: z
      .object({
        waiting: count,
        graduates: count,
        decision: z.enum(['APPROVE', 'REJECT']).nullable(),
        carriedOutAt: InstantText.nullable(),
      })
      .meta({ description: 'Sections that the sheet carried and that wait for a second person (X19)' }),
  })
  .meta({ id: 'RosterImport' });

/** An import of one's own school; anything else is not there. Throws NOT_FOUND. */
export async function getOwnImport(database: Queryable, importId: string, entitlements: readonly Entitlement[]): Promise<StoredImport> {
  const stored = await findRosterImport(database, importId);
  if (!stored || !entitlements.some(({ holding }) => holding.schoolId === stored.schoolId)) throw new RefusalError('NOT_FOUND');
  return stored;
}

const countLifecycles = `SELECT count(*) FILTER (WHERE g."workflowStartedAt" IS NOT NULL) AS "started", count(*) FILTER (WHERE g."workflowStartedAt" IS NULL) AS "waiting"
  FROM "roster_import_row" r JOIN "graduate" g ON g."id" = r."graduateId" WHERE r."importId" = $1 AND r."status" = 'IMPORTED'`;

/** How an import stands; counts and codes only. */
export async function rosterView(database: Queryable, stored: StoredImport): Promise<z.infer<typeof RosterImport>> {
  const { refusal: _, changed = 0, ...counts } = reportOf(stored);
  const {
    rows: [lifecycles],
  } = await database.query<{ started: number; waiting: number }>(countLifecycles, [stored.id]);
  const { count: waiting, graduates } = await countWaitingSections(database, stored.id);
  return {
    id: stored.id,
    cohort: stored.cohort,
    asked: openAsk(stored),
    dialect: stored.dialect,
    ...counts,
    changed,
    refusal: stored.refusal && {
      code: stored.refusal.code,
      words: fileProblems[stored.refusal.code],
      columns: [...(stored.refusal.columns ?? [])],
    },
    consequences: { returning: stored.returningCount, dyingNumbers: stored.dyingNumbers },
    lifecycles: lifecycles ?? { started: 0, waiting: 0 },
    sections: {
      waiting,
      graduates,
      decision: stored.sectionsDecision,
      carriedOutAt: stored.sectionsDoneAt === null ? null : instantText(stored.sectionsDoneAt),
    },
  };
}

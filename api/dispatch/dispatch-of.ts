import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { findDispatch, type DispatchRow } from '../../infra/dispatch/dispatch-store.ts';

export const dispatchParams = z.strictObject({ dispatchId: z.uuid() });

interface Asked {
  readonly deps: { readonly pool: Queryable };
  readonly params: { readonly dispatchId: string };
}

/** Whose dispatch a route is about. */
export const graduateOfDispatch = async ({ deps, params }: Asked): Promise<string | undefined> => {
  const { rows } = await deps.pool.query<{ graduateId: string }>('SELECT "graduateId" FROM "dispatch" WHERE "id" = $1', [
    params.dispatchId,
  ]);
  return rows[0]?.graduateId;
};

/** Throws NOT_FOUND. */
export async function readDispatchRow(pool: Queryable, id: string): Promise<DispatchRow> {
  const found = await findDispatch(pool, id);
  if (!found) throw new RefusalError('NOT_FOUND');
  return found;
}

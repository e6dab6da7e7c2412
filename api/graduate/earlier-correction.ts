import type { Queryable } from '../../infra/database/pool.ts';

/** What was stored when the same key came before. */
export interface EarlierCorrection {
  readonly idNumberIndex: string | null;
  readonly sealedIdNumber: string | null;
}

const findChanges = `SELECT "payload" -> 'changes' ->> 'idNumberIndex' AS "idNumberIndex", "payload" -> 'changes' ->> 'sealedIdNumber' AS "sealedIdNumber"
  FROM "command" WHERE "actorId" = $1 AND "idempotencyKey" = $2`;

/** The command of the first time, if this is a repeat. A seal is random, so a repeat must use the first one or it would be another body. */
export async function findEarlierCorrection(
  database: Queryable,
  actorId: string,
  idempotencyKey: string,
): Promise<EarlierCorrection | undefined> {
  const { rows } = await database.query<EarlierCorrection>(findChanges, [actorId, idempotencyKey]);
  return rows[0];
}

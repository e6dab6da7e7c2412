import { placeOf } from '../../infra/offline/status-places.ts';
import { findDueLists, publishStatusList, type StatusListDesk } from '../../infra/offline/status-lists.ts';
import { createPool } from '../../infra/database/pool.ts';
import type { KeySet } from '../../infra/crypto/keyring.ts';
import { applyMigrations } from '../../scripts/stack/migrations.ts';
import { withTemporaryPostgres } from '../../scripts/stack/temporary-postgres.ts';

const batch = 20_000;

// The rows that a list is made from; graduates have no part in it, so the constraint that wants them is put aside.
const fill = `INSERT INTO "transfer_number" ("id", "graduateId", "kind", "status", "numberSealed", "numberIndex", "deadline", "issuedBy", "issuedAt", "shownSealed", "statusList", "statusIndex")
  SELECT gen_random_uuid(), gen_random_uuid(), 'DOSSIER', CASE WHEN random() < $3 THEN 'INVALIDATED' ELSE 'ACTIVE' END, repeat('s', 120), 'k1.' || gen_random_uuid(),
    app_now() + interval '200 days', gen_random_uuid(), app_now(), repeat('s', 1500), place.list, place.index
  FROM unnest($1::int[], $2::int[]) AS place (list, index)`;

export interface BuiltLists {
  readonly numbers: number;
  readonly revoked: number;
  readonly lists: number;
  readonly bytes: number;
  readonly milliseconds: readonly number[];
}

/** Makes the lists of a province from a real database, several times over. */
export async function buildLists(
  keys: { readonly offlineSigning: KeySet; readonly statusPlace: KeySet },
  numbers: number,
  revokedShare: number,
  rounds: number,
): Promise<BuiltLists> {
  return withTemporaryPostgres(async ({ adminUrl }) => {
    await applyMigrations(adminUrl);
    const pool = createPool(adminUrl, 1);
    try {
      await pool.query('ALTER TABLE "transfer_number" DROP CONSTRAINT "transfer_number_graduateId_fkey"');
      for (let from = 0; from < numbers; from += batch) {
        const places = Array.from({ length: Math.min(batch, numbers - from) }, (_, n) => placeOf(keys.statusPlace, 'TRANSFER', from + n));
        await pool.query(fill, [places.map(({ statusList }) => statusList), places.map(({ statusIndex }) => statusIndex), revokedShare]);
      }
      await pool.query('ANALYZE');
      const desk: StatusListDesk = { pool, offlineSigning: keys.offlineSigning };
      const milliseconds: number[] = [];
      let bytes = 0;
      let lists: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await pool.query('DELETE FROM "status_list"');
        const began = performance.now();
        lists = await findDueLists(desk);
        bytes = 0;
        for (const list of lists) bytes += await publishStatusList(desk, list);
        milliseconds.push(Math.round((performance.now() - began) * 10) / 10);
      }
      const {
        rows: [counted],
      } = await pool.query<{ revoked: number }>(`SELECT count(*) AS "revoked" FROM "transfer_number" WHERE "status" = 'INVALIDATED'`);
      return { numbers, revoked: counted?.revoked ?? 0, lists: lists.length, bytes, milliseconds };
    } finally {
      await pool.end();
    }
  });
}

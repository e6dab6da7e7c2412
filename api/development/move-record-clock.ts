import { createPool } from '../../infra/database/pool.ts';

const move =
  'INSERT INTO "development_clock" ("id", "offsetMs") VALUES (1, $1) ON CONFLICT ("id") DO UPDATE SET "offsetMs" = greatest("development_clock"."offsetMs", excluded."offsetMs")';

/** Sets how far the record's clock stands ahead. Under the role that owns the schema: the application's own may not touch the clock. */
export async function moveRecordClock(adminUrl: string, aheadMs: number): Promise<void> {
  const pool = createPool(adminUrl, 1);
  try {
    await pool.query(move, [aheadMs]);
  } finally {
    await pool.end();
  }
}

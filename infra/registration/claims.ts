import type { Connection, Queryable } from '../database/pool.ts';

/** Who holds a submission until when; instants in milliseconds. */
export interface HeldClaim {
  readonly versionId: string;
  readonly claimedBy: string;
  readonly claimedUntil: number;
}

const atDesk = `"status" IN ('COLLEGE_REVIEW', 'SCHOOL_REVIEW')`;
const free = `("claimedBy" IS NULL OR "claimedUntil" <= $4 OR "claimedBy" = $1)`;
const hold = `UPDATE "section_version" SET "claimedBy" = $1, "claimedFrom" = $4, "claimedUntil" = $4::timestamptz + make_interval(mins => $3)`;

const claimOne = `${hold} WHERE "id" = ANY ($2::uuid[]) AND ${atDesk} AND ${free} RETURNING "id" AS "versionId", "claimedBy", "claimedUntil"`;
const release = `UPDATE "section_version" SET "claimedBy" = NULL, "claimedFrom" = NULL, "claimedUntil" = NULL WHERE "id" = $1 AND "claimedBy" = $2`;

export interface Claimant {
  readonly accountId: string;
  readonly minutes: number;
  readonly now: number;
}

/** Takes submissions from the queue for some minutes, or holds on to one's own anew. What another holds is left out; of two at once one gets it. */
export async function claimSubmissions(
  database: Queryable,
  versionIds: readonly string[],
  { accountId, minutes, now }: Claimant,
): Promise<HeldClaim[]> {
  const { rows } = await database.query<HeldClaim>({
    name: 'claim',
    text: claimOne,
    values: [accountId, versionIds, minutes, new Date(now)],
  });
  return rows;
}

/** Nothing happens to a claim of somebody else. */
export async function releaseClaim(database: Queryable, versionId: string, accountId: string): Promise<void> {
  await database.query({ name: 'claim-release', text: release, values: [versionId, accountId] });
}

/** The submissions of a queue that nobody else works on or is just taking, locked for the running transaction; `text` selects and orders `v."id"`. */
export async function lockFree(connection: Connection, text: string, values: readonly unknown[], limit: number): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(`${text} LIMIT ${limit} FOR NO KEY UPDATE OF v SKIP LOCKED`, [...values]);
  return rows.map(({ id }) => id);
}

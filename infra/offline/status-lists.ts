import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import { bitsOf, encodeStatusList, listRefreshMs, listValidityMs } from '../../domain/offline/status-list.ts';
import type { KeySet } from '../crypto/keyring.ts';
import type { Queryable } from '../database/pool.ts';
import { readClock } from '../record/clock.ts';
import { signDocument } from './sign-document.ts';

const compress = promisify(deflate);

const tables: Record<NumberKind, string> = { VERIFICATION: 'verification_grant', TRANSFER: 'transfer_number' };
const kindOfList = (list: number): NumberKind => (list % 2 === 0 ? 'VERIFICATION' : 'TRANSFER');

/** Lists of a table that hold a number whose end has not come: one probe of an index for each list there ever was. */
const liveIn = (
  kind: NumberKind,
  first: 0 | 1,
): string => `SELECT l AS "list" FROM generate_series(${first}, (SELECT max("statusList") FROM "${tables[kind]}"), 2) l
  WHERE EXISTS (SELECT FROM "${tables[kind]}" n WHERE n."statusList" = l AND n."deadline" > $1)`;
const live = `${liveIn('VERIFICATION', 0)} UNION ALL ${liveIn('TRANSFER', 1)}`;

const due = `SELECT live."list" FROM (${live}) live LEFT JOIN "status_list" p USING ("list")
  WHERE p."list" IS NULL OR p."issuedAt" <= $2 OR p."keyId" <> $3 ORDER BY live."list"`;

const revokedIn = (kind: NumberKind): string =>
  `SELECT "statusIndex" FROM "${tables[kind]}" WHERE "statusList" = $1 AND "status" IN ('INVALIDATED', 'CLOSED')`;

/** The later of two runs wins, whichever ends last. */
const store = `INSERT INTO "status_list" ("list", "issuedAt", "expiresAt", "keyId", "content") VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT ("list") DO UPDATE SET "issuedAt" = excluded."issuedAt", "expiresAt" = excluded."expiresAt", "keyId" = excluded."keyId", "content" = excluded."content"
  WHERE "status_list"."issuedAt" <= excluded."issuedAt"`;

const forget = `DELETE FROM "status_list" WHERE "expiresAt" <= $1 AND "list" NOT IN (SELECT "list" FROM (${live}) live)`;

const noteUse = `INSERT INTO "signing_key_use" ("keyId", "lastUsedAt") VALUES ($1, app_now())
  ON CONFLICT ("keyId") DO UPDATE SET "lastUsedAt" = greatest("signing_key_use"."lastUsedAt", excluded."lastUsedAt")`;

export interface StatusListDesk {
  readonly pool: Queryable;
  readonly offlineSigning: KeySet;
}

/** Lists that are to be made anew: missing, older than a refresh, or of a key that is no longer current. */
export async function findDueLists({ pool, offlineSigning }: StatusListDesk): Promise<number[]> {
  const now = await readClock(pool);
  await pool.query(forget, [new Date(now)]);
  const { rows } = await pool.query<{ list: number }>(due, [new Date(now), new Date(now - listRefreshMs), offlineSigning.current]);
  return rows.map(({ list }) => list);
}

/** Makes, signs and stores one list; returns the size of its bits, compressed, in bytes. */
export async function publishStatusList({ pool, offlineSigning }: StatusListDesk, list: number): Promise<number> {
  // Before the rows are read: what was committed by this instant is in the list.
  const now = await readClock(pool);
  const { rows } = await pool.query<{ statusIndex: number }>(revokedIn(kindOfList(list)), [list]);
  const compressed = await compress(bitsOf(rows.map(({ statusIndex }) => statusIndex)), { level: 9 });
  const header = { keyId: offlineSigning.current, list, issuedAt: now, expiresAt: now + listValidityMs };
  const content = signDocument(offlineSigning, 'status-list', encodeStatusList(header, compressed));
  await pool.query(store, [list, new Date(header.issuedAt), new Date(header.expiresAt), header.keyId, content]);
  return compressed.length;
}

/** Notes that the current key signs at this instant: paper of today needs it for as long as its numbers live. */
export async function noteKeyUse({ pool, offlineSigning }: StatusListDesk): Promise<void> {
  await pool.query(noteUse, [offlineSigning.current]);
}

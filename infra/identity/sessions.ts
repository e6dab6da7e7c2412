import { createHash, randomBytes } from 'node:crypto';
import type { Holding } from '../../domain/access/jurisdiction.ts';
import { notice } from '../../domain/access/notice.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Queryable } from '../database/pool.ts';

/** Idle and whole lifetime of a session, in minutes of real time, whatever the development clock says. */
const idleMinutes = 120;
const wholeMinutes = 12 * 60;
/** The expiry slides in steps, so that not every request writes. */
const slideAfterMinutes = 5;

/** Somebody who is signed in. */
export interface Session {
  readonly digest: string;
  readonly accountId: string;
  readonly kind: 'GRADUATE' | 'STAFF';
  readonly displayName: string;
  readonly language: Language;
  readonly subject: string | null;
  readonly holdings: readonly Holding[];
  /** Accepted the notice in its present version. */
  readonly consented: boolean;
  /** Has a second factor of ours to sign in with. */
  readonly hasSecondFactor: boolean;
  /** Signed in with a password that the school has given out: nothing but another one is allowed. */
  readonly mustChangePassword: boolean;
  /** Last identity proofing in this session, in milliseconds of the record's clock (R26). */
  readonly proofedAt: number | null;
  /** The record's clock when the session was read. */
  readonly now: number;
}

interface SessionRow extends Omit<Session, 'digest' | 'holdings'> {
  readonly roles: readonly Holding[];
  readonly slides: boolean;
}

const graduateHolding: Holding = { role: 'GRADUATE', provinceCode: null, schoolId: null, collegeId: null };
const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const insertSession = `INSERT INTO "session" ("tokenDigest", "accountId", "expiresAt") VALUES ($1, $2, now() + $3 * interval '1 minute')`;

const selectSession = `SELECT s."accountId", a."kind", a."displayName", a."language", a."subject", s."proofedAt", app_now() AS "now",
    s."expiresAt" < now() + ($3::int - $4::int) * interval '1 minute' AS "slides",
    EXISTS (SELECT FROM "consent" c WHERE c."accountId" = a."id" AND c."noticeVersion" = $2) AS "consented", a."totpSecretSealed" IS NOT NULL AS "hasSecondFactor",
    a."oneTimeUntil" IS NOT NULL AS "mustChangePassword",
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', r."role", 'provinceCode', r."provinceCode", 'schoolId', r."schoolId", 'collegeId', r."collegeId") ORDER BY r."id")
      FROM "staff_role" r WHERE r."accountId" = a."id"), '[]') AS "roles"
  FROM "session" s JOIN "account" a ON a."id" = s."accountId"
  WHERE s."tokenDigest" = $1 AND s."expiresAt" > now() AND a."blockedAt" IS NULL`;

const slideSession = `UPDATE "session" SET "expiresAt" = least(now() + $2 * interval '1 minute', "createdAt" + $3 * interval '1 minute') WHERE "tokenDigest" = $1`;

/** Begins a session and returns its token, of which only a digest is stored. */
export async function beginSession(database: Queryable, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.query({ name: 'begin-session', text: insertSession, values: [digestOf(token), accountId, idleMinutes] });
  return token;
}

/** The session of a token; undefined when there is none or it is over. Being used keeps it alive. */
export async function findSession(database: Queryable, token: string): Promise<Session | undefined> {
  const digest = digestOf(token);
  const { rows } = await database.query<SessionRow>({
    name: 'find-session',
    text: selectSession,
    values: [digest, notice.version, idleMinutes, slideAfterMinutes],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { slides, roles, ...session } = row;
  if (slides) await database.query({ name: 'slide-session', text: slideSession, values: [digest, idleMinutes, wholeMinutes] });
  return { ...session, digest, holdings: session.kind === 'GRADUATE' ? [graduateHolding] : roles };
}

/** Notes that the person was proofed just now (X15): only that and when, never how. */
export async function markProofed(database: Queryable, digest: string): Promise<void> {
  await database.query('UPDATE "session" SET "proofedAt" = app_now() WHERE "tokenDigest" = $1', [digest]);
}

/** Ends a session; one that is over already is no error. */
export async function endSession(database: Queryable, token: string): Promise<void> {
  await database.query('DELETE FROM "session" WHERE "tokenDigest" = $1', [digestOf(token)]);
}

/** Ends every session of an account but this one. */
export async function endOtherSessions(database: Queryable, accountId: string, digest: string): Promise<void> {
  await database.query('DELETE FROM "session" WHERE "accountId" = $1 AND "tokenDigest" <> $2', [accountId, digest]);
}

/** Ends every session of an account. */
export async function endSessions(database: Queryable, accountId: string): Promise<void> {
  await database.query('DELETE FROM "session" WHERE "accountId" = $1', [accountId]);
}

/** Deletes what has expired; returns how many. */
export async function deleteExpiredSessions(database: Queryable): Promise<number> {
  const { rowCount } = await database.query('DELETE FROM "session" WHERE "expiresAt" <= now()');
  return rowCount ?? 0;
}

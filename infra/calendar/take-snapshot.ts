import { sign } from 'node:crypto';
import { countUnsettled, pendingCode, snapshotRoot, type DepartureEntry } from '../../domain/calendar/departure.ts';
import { currentKey, type KeySet } from '../crypto/keyring.ts';
import type { Connection } from '../database/pool.ts';

export interface SnapshotDependencies {
  readonly auditSigning: KeySet;
  readonly newId: () => string;
}
export interface SnapshotOccasion {
  readonly schoolId: string;
  readonly cohort: number;
  readonly departureAt: number;
  readonly takenAt: number;
}

const entriesAt = `SELECT g."id" AS "graduateId", coalesce(v."destinationCode", '${pendingCode}') AS "destinationCode", v."id" AS "versionId", v."contentDigest"
  FROM "graduate" g LEFT JOIN "section_version" v ON v."graduateId" = g."id" AND v."section" = 'DESTINATION' AND v."status" = 'APPROVED'
  WHERE g."schoolId" = $1 AND g."cohort" = $2 AND g."removedAt" IS NULL ORDER BY g."id"`;
const lastNumber = 'SELECT coalesce(max("number"), 0) + 1 AS "number" FROM "departure_snapshot" WHERE "schoolId" = $1 AND "cohort" = $2';
const insertSnapshot = `INSERT INTO "departure_snapshot" ("id", "schoolId", "cohort", "number", "departureAt", "takenAt", "entryCount", "unsettledCount", "root", "keyId", "signature")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const insertEntries = `INSERT INTO "departure_entry" ("snapshotId", "position", "graduateId", "destinationCode", "versionId", "contentDigest")
  SELECT $1, e."position", e."graduateId", e."code", e."versionId", e."digest"
  FROM unnest($2::int[], $3::uuid[], $4::text[], $5::uuid[], $6::text[]) AS e("position", "graduateId", "code", "versionId", "digest")`;

/**
 * Freezes a cohort as it leaves the school (R57, X14): an entry for everybody, numbered, with a signed root. The live record stays
 * open. Rights to a row of it are to read and to add. Returns what it counted.
 */
export async function takeSnapshot(
  connection: Connection,
  { auditSigning, newId }: SnapshotDependencies,
  { schoolId, cohort, departureAt, takenAt }: SnapshotOccasion,
): Promise<{ number: number; graduates: number; unsettled: number }> {
  const { rows: entries } = await connection.query<DepartureEntry>(entriesAt, [schoolId, cohort]);
  const {
    rows: [last],
  } = await connection.query<{ number: number }>(lastNumber, [schoolId, cohort]);
  const number = Number(last?.number ?? 1);
  const root = snapshotRoot({ schoolId, cohort, number, departureAt, takenAt }, entries);
  const signature = sign(null, Buffer.from(root, 'hex'), currentKey(auditSigning)).toString('base64');
  const [id, unsettled] = [newId(), countUnsettled(entries)];
  await connection.query(insertSnapshot, [
    id,
    schoolId,
    cohort,
    number,
    new Date(departureAt),
    new Date(takenAt),
    entries.length,
    unsettled,
    root,
    auditSigning.current,
    signature,
  ]);
  const column = <T>(read: (entry: DepartureEntry) => T): T[] => entries.map(read);
  await connection.query(insertEntries, [
    id,
    entries.map((_, index) => index + 1),
    column((entry) => entry.graduateId),
    column((entry) => entry.destinationCode),
    column((entry) => entry.versionId),
    column((entry) => entry.contentDigest),
  ]);
  return { number, graduates: entries.length, unsettled };
}

import { createHash } from 'node:crypto';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { isUsed } from '../../infra/evidence/is-used.ts';
import { lockGraduate } from '../../infra/record/load-graduate.ts';
import { newFileKey } from '../../infra/storage/file-store.ts';
import type { ApiDependencies } from '../dependencies.ts';

/** Files of one section that no submission and no request uses yet: more would be storage for other things. */
export const unusedLimit = 12;

interface NewEvidence {
  readonly graduateId: string;
  readonly section: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly uploadedBy: string;
}

export interface StoredEvidence {
  readonly id: string;
  readonly uploadedAt: number;
}

const countUnused = `SELECT count(*) AS "count" FROM "evidence" e WHERE e."graduateId" = $1 AND e."section" = $2 AND e."goneAt" IS NULL AND NOT ${isUsed}`;
const insertEvidence = `INSERT INTO "evidence" ("id", "graduateId", "section", "storageKey", "mediaType", "sizeBytes", "digest", "uploadedBy", "uploadedAt")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app_now()) RETURNING "id", "uploadedAt"`;

/** Keeps an inspected file, encrypted, and its row. Throws EVIDENCE_TOO_LARGE when too many are kept unused. */
export async function storeEvidence(
  { pool, files, newId }: Pick<ApiDependencies, 'pool' | 'files' | 'newId'>,
  evidence: NewEvidence,
): Promise<StoredEvidence> {
  const key = newFileKey();
  // The file first: a row without its file would be a promise to the reviewers that cannot be kept.
  await files.put(key, evidence.bytes);
  try {
    return await inTransaction(pool, (connection) => insertRow(connection, newId(), key, evidence));
  } catch (error) {
    await files.delete(key);
    throw error;
  }
}

async function insertRow(connection: Connection, id: string, key: string, evidence: NewEvidence): Promise<StoredEvidence> {
  const { graduateId, section, mediaType, bytes, uploadedBy } = evidence;
  await lockGraduate(connection, graduateId);
  const {
    rows: [unused],
  } = await connection.query<{ count: number }>(countUnused, [graduateId, section]);
  if ((unused?.count ?? 0) >= unusedLimit)
    throw new RefusalError('EVIDENCE_TOO_MANY', { fields: [{ field: 'file', code: 'TOO_MANY_FILES' }] });
  const digest = createHash('sha256').update(bytes).digest('hex');
  const {
    rows: [stored],
  } = await connection.query<StoredEvidence>(insertEvidence, [id, graduateId, section, key, mediaType, bytes.length, digest, uploadedBy]);
  if (!stored) throw new Error('the evidence was not stored');
  return stored;
}

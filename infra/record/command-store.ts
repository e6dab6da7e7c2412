import type { StoredOutcome } from '../../domain/commands/outcome.ts';
import type { CommandType } from '../../domain/commands/command.ts';
import { contentDigest } from '../../domain/content-digest.ts';
import type { Role } from '../../domain/access/role.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Queryable } from '../database/pool.ts';
import { isStorableJson } from './storable-json.ts';

export interface CommandRequest {
  readonly actor: { readonly id: string; readonly role: Role };
  readonly type: CommandType;
  readonly graduateId: string;
  readonly payload: unknown;
  readonly idempotencyKey: string;
  /** When the server had the whole request, in milliseconds of the record's clock; the database's now unless given. */
  readonly receivedAt?: number;
  readonly proofedAt: number | null;
}

export interface StoredCommand {
  readonly id: string;
  readonly receivedAt: number;
  readonly outcome: StoredOutcome | null;
  readonly acknowledgedAt: number | null;
}

/** The column keeps milliseconds and would round the last half one before a deadline up to it (X13). */
const insertCommand = `INSERT INTO "command" ("id", "graduateId", "actorId", "actorRole", "idempotencyKey", "bodyDigest", "type", "payload", "receivedAt", "proofedAt")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, date_trunc('milliseconds', app_now())), $10)
  ON CONFLICT ("actorId", "idempotencyKey") DO NOTHING RETURNING "id", "receivedAt"`;

const findByKey = `SELECT "id", "receivedAt", "outcome", "acknowledgedAt", "bodyDigest" FROM "command" WHERE "actorId" = $1 AND "idempotencyKey" = $2`;

const findById = `SELECT "id", "receivedAt", "outcome", "acknowledgedAt" FROM "command" WHERE "id" = $1`;

const acknowledge = `UPDATE "command" SET "acknowledgedAt" = app_now() WHERE "id" = $1 RETURNING "id", "receivedAt", "outcome", "acknowledgedAt"`;

/**
 * Stores a command before anybody hears of it: accepted once means never lost. The same key and body give the command
 * of the first time. Throws RefusalError IDEMPOTENCY_KEY_REUSED for another body under the same key, INVALID_REQUEST for
 * a payload that the database cannot hold.
 */
export async function storeCommand(database: Queryable, newId: () => string, request: CommandRequest): Promise<StoredCommand> {
  const { actor, type, graduateId, payload, idempotencyKey, receivedAt, proofedAt } = request;
  if (!isStorableJson(payload)) throw new RefusalError('INVALID_REQUEST');
  const bodyDigest = contentDigest({ type, graduateId, payload });
  const inserted = await database.query<{ id: string; receivedAt: number }>({
    name: 'insert-command',
    text: insertCommand,
    values: [
      newId(),
      graduateId,
      actor.id,
      actor.role,
      idempotencyKey,
      bodyDigest,
      type,
      JSON.stringify(payload),
      receivedAt === undefined ? null : new Date(receivedAt),
      proofedAt === null ? null : new Date(proofedAt),
    ],
  });
  const [row] = inserted.rows;
  if (row) return { ...row, outcome: null, acknowledgedAt: null };
  const existing = await database.query<StoredCommand & { bodyDigest: string }>({
    name: 'command-by-key',
    text: findByKey,
    values: [actor.id, idempotencyKey],
  });
  const [found] = existing.rows;
  if (!found || found.bodyDigest !== bodyDigest) throw new RefusalError('IDEMPOTENCY_KEY_REUSED');
  return found;
}

export async function findCommand(database: Queryable, commandId: string): Promise<StoredCommand | undefined> {
  const { rows } = await database.query<StoredCommand>({ name: 'command-by-id', text: findById, values: [commandId] });
  return rows[0];
}

/** Notes that the workflow has answered, and returns the command with its outcome. */
export async function acknowledgeCommand(database: Queryable, commandId: string): Promise<StoredCommand | undefined> {
  const { rows } = await database.query<StoredCommand>({ name: 'acknowledge', text: acknowledge, values: [commandId] });
  return rows[0];
}

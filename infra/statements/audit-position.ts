import type { StatementKind } from '../../domain/grants/grant.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import type { Queryable } from '../database/pool.ts';
import { timestamp } from '../record/statement.ts';

interface IssuedNumber {
  readonly numberKind: NumberKind;
  readonly kind: StatementKind;
  readonly graduateId: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

const actions: Readonly<Record<NumberKind, string>> = { VERIFICATION: 'GRANT_ISSUED', TRANSFER: 'TRANSFER_NUMBER_ISSUED' };

// At one instant a graduate is issued at most one live number of each kind: the database refuses a second one.
const query = `SELECT "seq" FROM "audit_event"
  WHERE "graduateId" = $1 AND "action" = $2 AND "at" = $3 AND $4 = ANY("fields") ORDER BY "seq" DESC LIMIT 1`;

/** Sequence number of the audit row that says by whom a number was issued. Throws when there is none: the log would have been cut. */
export async function findAuditPosition(pool: Queryable, { numberKind, kind, graduateId, issuedAt }: IssuedNumber): Promise<number> {
  const { rows: [row] } = await pool.query<{ seq: string }>(query, [graduateId, actions[numberKind], timestamp(issuedAt), kind]);
  if (!row) throw new Error('a number was issued without an audit row');
  return Number(row.seq);
}

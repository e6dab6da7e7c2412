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
const query = (graduateId: string, action: string, at: string, kind: string): string => `SELECT "seq" FROM "audit_event"
  WHERE "graduateId" = ${graduateId} AND "action" = ${action} AND "at" = ${at} AND ${kind} = ANY("fields") ORDER BY "seq" DESC LIMIT 1`;
const findOne = query('$1', '$2', '$3', '$4');

/** Sequence number of the audit row that says by whom a number was issued. Throws when there is none: the log would have been cut. */
export async function findAuditPosition(pool: Queryable, { numberKind, kind, graduateId, issuedAt }: IssuedNumber): Promise<number> {
  const {
    rows: [row],
  } = await pool.query<{ seq: number }>(findOne, [graduateId, actions[numberKind], timestamp(issuedAt), kind]);
  return requirePosition(row?.seq);
}

/** The same as SQL for the number in a row of that name; null where there is none. */
export const auditPositionOf = (numberKind: NumberKind, row: string): string =>
  query(`${row}."graduateId"`, `'${actions[numberKind]}'`, `${row}."issuedAt"`, `${row}."kind"`);

export function requirePosition(position: number | null | undefined): number {
  if (position === null || position === undefined) throw new Error('a number was issued without an audit row');
  return position;
}

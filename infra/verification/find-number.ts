import type { StatementKind } from '../../domain/grants/grant.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import type { Queryable } from '../database/pool.ts';

export interface NumberRow {
  readonly id: string;
  readonly graduateId: string;
  readonly kind: StatementKind;
  readonly status: string;
  readonly shownSealed: string;
  readonly deadline: number;
  readonly issuedAt: number;
  readonly changedSince: number | null;
}

type NumberKey = { readonly numberKind: NumberKind } & ({ readonly list: number; readonly index: number } | { readonly indexes: readonly string[] });

const tables: Record<NumberKind, string> = { VERIFICATION: 'verification_grant', TRANSFER: 'transfer_number' };

const select = (numberKind: NumberKind, condition: string) => `SELECT n."id", n."graduateId", n."kind", n."status", n."shownSealed", n."deadline", n."issuedAt",
    (SELECT max(v."schoolDecidedAt") FROM "section_version" v WHERE v."graduateId" = n."graduateId" AND v."status" = 'APPROVED' AND v."schoolDecidedAt" > n."issuedAt") AS "changedSince"
  FROM "${tables[numberKind]}" n WHERE ${condition}`;

/** The row of a number by its blind index (any key of a rotation) or by its place in the status lists. */
export async function findNumber(database: Queryable, key: NumberKey): Promise<NumberRow | undefined> {
  const byPlace = 'list' in key;
  const { rows } = await database.query<NumberRow>({
    name: `find-${key.numberKind}-${byPlace ? 'place' : 'index'}`,
    text: select(key.numberKind, byPlace ? 'n."statusList" = $1 AND n."statusIndex" = $2' : 'n."numberIndex" = ANY ($1)'),
    values: [...(byPlace ? [key.list, key.index] : [[...key.indexes]])],
  });
  return rows[0];
}

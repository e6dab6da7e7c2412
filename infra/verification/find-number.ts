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

type NumberKey = { readonly numberKind: NumberKind } & ({ readonly id: string } | { readonly indexes: readonly string[] });

const tables: Record<NumberKind, string> = { VERIFICATION: 'verification_grant', TRANSFER: 'transfer_number' };

const select = (numberKind: NumberKind, condition: string) => `SELECT n."id", n."graduateId", n."kind", n."status", n."shownSealed", n."deadline", n."issuedAt",
    (SELECT max(v."schoolDecidedAt") FROM "section_version" v WHERE v."graduateId" = n."graduateId" AND v."status" = 'APPROVED' AND v."schoolDecidedAt" > n."issuedAt") AS "changedSince"
  FROM "${tables[numberKind]}" n WHERE ${condition}`;

/** The row of a number by its blind index (any key of a rotation) or by its id. */
export async function findNumber(database: Queryable, key: NumberKey): Promise<NumberRow | undefined> {
  const byId = 'id' in key;
  const { rows } = await database.query<NumberRow>({
    name: `find-${key.numberKind}-${byId ? 'id' : 'index'}`,
    text: select(key.numberKind, byId ? 'n."id" = $1' : 'n."numberIndex" = ANY ($1)'),
    values: [byId ? key.id : [...key.indexes]],
  });
  return rows[0];
}

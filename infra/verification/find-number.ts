import type { StatementKind } from '../../domain/grants/grant.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import type { Pool, Queryable } from '../database/pool.ts';
import { gather } from '../database/gather.ts';

export interface NumberRow {
  readonly id: string;
  readonly graduateId: string;
  readonly kind: StatementKind;
  readonly status: string;
  readonly shownSealed: string;
  readonly deadline: number;
  readonly issuedAt: number;
}

const tables: Record<NumberKind, string> = { VERIFICATION: 'verification_grant', TRANSFER: 'transfer_number' };
const columns = 'n."id", n."graduateId", n."kind", n."status", n."shownSealed", n."deadline", n."issuedAt"';

/** The row of a number by its place in the status lists. */
export async function findNumberByPlace(
  database: Queryable,
  numberKind: NumberKind,
  { list, index }: { readonly list: number; readonly index: number },
): Promise<NumberRow | undefined> {
  const { rows } = await database.query<NumberRow>({
    name: `find-${numberKind}-place`,
    text: `SELECT ${columns} FROM "${tables[numberKind]}" n WHERE n."statusList" = $1 AND n."statusIndex" = $2`,
    values: [list, index],
  });
  return rows[0];
}

/**
 * The row at each index, or else the one that comes next, the first after the last: as many pages are read, bytes sent and seals opened for a number that
 * does not exist as for one that does. Who asked never learns which of the two it was.
 */
const byIndex = (
  numberKind: NumberKind,
): string => `SELECT asked.i AS "asked", n."numberIndex", ${columns} FROM unnest($1::text[]) AS asked(i)
  CROSS JOIN LATERAL ((SELECT * FROM "${tables[numberKind]}" WHERE "numberIndex" >= asked.i ORDER BY "numberIndex" LIMIT 1)
    UNION ALL (SELECT * FROM "${tables[numberKind]}" ORDER BY "numberIndex" LIMIT 1) LIMIT 1) n`;

/** `isExact` is false for a row that only stands in. */
export interface FoundNumber {
  readonly row: NumberRow;
  readonly isExact: boolean;
}

/** Finds numbers by their blind index (any key of a rotation); what is asked at the same time is one statement. Nothing is kept. */
export type FindNumber = (indexes: readonly string[]) => Promise<FoundNumber | undefined>;

export function createNumberFinder(pool: Pool): Record<NumberKind, FindNumber> {
  const finder = (numberKind: NumberKind): FindNumber =>
    gather(
      async (questions) => {
        const { rows } = await pool.query<NumberRow & { asked: string; numberIndex: string }>({
          name: `find-${numberKind}-index`,
          text: byIndex(numberKind),
          values: [questions.flat()],
        });
        const found = new Map(rows.map((row) => [row.asked, { row, isExact: row.asked === row.numberIndex }]));
        return questions.map((indexes) => {
          const candidates = indexes.map((index) => found.get(index));
          return candidates.find((candidate) => candidate?.isExact) ?? candidates[0];
        });
      },
      { lanes: 2, most: 128 },
    );
  return { VERIFICATION: finder('VERIFICATION'), TRANSFER: finder('TRANSFER') };
}

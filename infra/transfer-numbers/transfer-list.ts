import type { StatementKind } from '../../domain/grants/grant.ts';
import type { SectionContent } from '../../domain/registration/section.ts';
import type { NumberState, TransferListRow } from '../../domain/transfer-numbers/list-row.ts';
import type { Queryable } from '../database/pool.ts';
import type { NumberSeals } from '../record/number-seals.ts';

/** What the lists are cut by (R41): `from` is included, `until` is not, in milliseconds. */
export interface TransferListFilter {
  readonly cohort?: number | undefined;
  readonly collegeId?: string | null | undefined;
  readonly className?: string | null | undefined;
  readonly stage?: string | null | undefined;
  readonly state?: NumberState | null | undefined;
  readonly updatedFrom?: number | null | undefined;
  readonly updatedUntil?: number | null | undefined;
}

/** A condition on `graduate g` and `school s`; its values come after the first nine. */
export interface Scope {
  readonly condition: string;
  readonly values: readonly unknown[];
}
export const scopeFrom = 10;

interface Row extends Omit<TransferListRow, 'transferNumber'> {
  readonly numberId: string | null;
  readonly numberSealed: string | null;
}

/** $1 kind, $2 the id after which the page begins; null means all for the others. */
const query = (scope: string, limit: number): string => `
  SELECT * FROM (
    SELECT g."id" AS "graduateId", g."name", g."studentNo", g."candidateNo", g."gender", g."educationLevel", g."major", c."name" AS "college", g."className", g."graduatedAt", g."originRegion",
      d."content" AS "destination", t."content" AS "transfer", n."id" AS "numberId", n."numberSealed",
      CASE WHEN n."id" IS NULL THEN 'NONE' WHEN n."status" = 'INVALIDATED' THEN 'STALE' WHEN n."status" = 'ENDED' OR n."deadline" <= app_now() THEN 'ENDED' ELSE 'CURRENT' END AS "state",
      coalesce(n."endedAt", n."issuedAt") AS "updatedAt"
    FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
    LEFT JOIN "section_version" d ON d."graduateId" = g."id" AND d."section" = 'DESTINATION' AND d."status" = 'APPROVED'
    LEFT JOIN "section_version" t ON t."graduateId" = g."id" AND t."section" = $1 AND t."status" = 'APPROVED'
    LEFT JOIN LATERAL (SELECT * FROM "transfer_number" m WHERE m."graduateId" = g."id" AND m."kind" = $1 ORDER BY m."status" = 'ACTIVE' DESC, m."issuedAt" DESC, m."id" DESC LIMIT 1) n ON true
    WHERE ($2::uuid IS NULL OR g."id" > $2) AND ($3::int IS NULL OR g."cohort" = $3) AND ($4::uuid IS NULL OR g."collegeId" = $4)
      AND ($5::text IS NULL OR g."className" = $5) AND ($6::text IS NULL OR g."stage" = $6) AND ${scope}
  ) listed
  WHERE ($7::text IS NULL OR "state" = $7) AND ($8::timestamptz IS NULL OR "updatedAt" >= $8) AND ($9::timestamptz IS NULL OR "updatedAt" < $9)
  ORDER BY "graduateId" LIMIT ${limit}`;

const instant = (at: number | null | undefined): Date | null => (at === null || at === undefined ? null : new Date(at));

/** The next rows of the list of a kind, in the order of the graduates' ids (R40, R41, R43). Only a live number is opened (R36). */
export async function readTransferList(
  database: Queryable,
  seals: NumberSeals,
  kind: StatementKind,
  filter: TransferListFilter,
  scope: Scope,
  after: string | null,
  limit: number,
): Promise<TransferListRow[]> {
  const { cohort = null, collegeId = null, className = null, stage = null, state = null, updatedFrom, updatedUntil } = filter;
  const values = [kind, after, cohort, collegeId, className, stage, state, instant(updatedFrom), instant(updatedUntil), ...scope.values];
  const { rows } = await database.query<Row & { destination: SectionContent | null }>(query(scope.condition, limit), values);
  return rows.map(({ numberId, numberSealed, ...row }) => ({
    ...row,
    transferNumber:
      row.state === 'CURRENT' && numberId !== null && numberSealed !== null ? seals.open('TRANSFER', numberId, numberSealed) : null,
  }));
}

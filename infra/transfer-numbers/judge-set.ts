import { destinations } from '../../domain/codes/destinations.ts';
import type { RulePack } from '../../domain/rule-packs/rule-pack.ts';
import type { Connection } from '../database/pool.ts';
import { basicFields } from '../record/basic-information.ts';
import { inQuery, queryValues, type Part, type StoredBatch } from './batch-store.ts';

const settledCodes = destinations.entries.filter(({ settled }) => settled).map(({ code }) => code);

/** Locks the graduates of a part in the order of their ids, as everybody does who locks more than one. */
const lock = `SELECT g."id" FROM "graduate" g WHERE ${inQuery} AND g."id" BETWEEN $6 AND $7 ORDER BY g."id" FOR NO KEY UPDATE`;

/** 00:00 on 1 April after the year of 毕业时间 in Shanghai: the first instant after the service (R42). */
const serviceEnd = `make_timestamptz(left(g."graduatedAt", 4)::int + 1, 4, 1, 0, 0, 0, 'Asia/Shanghai')`;

/** refuseTransferNumber (domain/transfer-numbers) as SQL, in its order; null is yes. No EXISTS: the server would read every live number into a table of its own for each part. $2 kind, $3 instant, $4 needs, $5 settled codes. */
const verdict = `CASE
  WHEN g."endedAt" IS NOT NULL THEN 'LIFECYCLE_ENDED'
  WHEN $3 >= ${serviceEnd} THEN 'SERVICE_ENDED'
  WHEN d."id" IS NULL THEN 'DESTINATION_NOT_APPROVED'
  WHEN $4 = 'SETTLED' AND NOT coalesce(d."destinationCode" = ANY ($5), false) THEN 'DESTINATION_NOT_SETTLED'
  WHEN $2 = 'DOSSIER' AND NOT g."dossierInSchool" THEN 'DOSSIER_NOT_IN_SCHOOL'
  WHEN $2 = 'HUKOU' AND NOT g."hukouInSchool" THEN 'HUKOU_NOT_IN_SCHOOL'
  WHEN (SELECT true FROM "transfer_number" n WHERE n."graduateId" = g."id" AND n."kind" = $2 AND n."status" = 'ACTIVE' AND $3 < n."deadline" LIMIT 1) THEN 'TRANSFER_NUMBER_CURRENT'
END`;

const inForce = (alias: string, section: string): string =>
  `LEFT JOIN "section_version" ${alias} ON ${alias}."graduateId" = g."id" AND ${alias}."section" = '${section}' AND ${alias}."status" = 'APPROVED'`;

// Not prepared, either of them: a plan that was made while a table was small would go on reading the whole of it for each part.
const judged = `SELECT g."id", ${verdict} AS "code" FROM "graduate" g ${inForce('d', 'DESTINATION')} WHERE g."id" = ANY ($1::uuid[]) ORDER BY g."id"`;

const shown = `SELECT g."id", (extract(epoch FROM ${serviceEnd}) * 1000)::bigint AS "deadline", g."auditKeySealed", s."code" AS "schoolCode", s."name" AS "schoolName",
    ${basicFields.map((field) => `g."${field}"`).join(', ')}, d."content" AS "destination", o."content" AS "dossier", h."content" AS "hukou"
  FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" ${inForce('d', 'DESTINATION')} ${inForce('o', 'DOSSIER')} ${inForce('h', 'HUKOU')}
  WHERE g."id" = ANY ($1::uuid[]) ORDER BY g."id"`;

/** A graduate who gets a number, and what a statement will show. */
export interface AcceptedRow {
  readonly id: string;
  readonly deadline: number;
  readonly auditKeySealed: string | null;
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly [field: string]: unknown;
}

export interface JudgedPart {
  readonly refused: readonly { readonly id: string; readonly code: string }[];
  readonly accepted: readonly AcceptedRow[];
}

/** Locks the graduates of a part and judges them, all at once, as a command received at the batch's instant would be judged. */
export async function judgePart(connection: Connection, batch: StoredBatch, pack: RulePack, part: Part): Promise<JudgedPart> {
  const { rows: locked } = await connection.query<{ id: string }>({
    name: 'transfer-lock',
    text: lock,
    values: [...queryValues(batch), part.fromId, part.toId],
  });
  // A statement of its own: one that waits for locks keeps its old view of the other tables.
  const values = [locked.map(({ id }) => id), batch.kind, new Date(batch.requestedAt), pack.transferNumberNeeds.value, settledCodes];
  const { rows } = await connection.query<{ id: string; code: string | null }>(judged, values);
  const refused = rows.flatMap(({ id, code }) => (code === null ? [] : [{ id, code }]));
  const ids = rows.filter(({ code }) => code === null).map(({ id }) => id);
  const accepted = ids.length === 0 ? [] : (await connection.query<AcceptedRow>(shown, [ids])).rows;
  return { refused, accepted };
}

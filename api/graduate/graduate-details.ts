import type { SeenRecord } from '../../domain/confirmation/seen-record.ts';
import type { ConfirmationCause, ConfirmationStatus } from '../../domain/confirmation/status.ts';
import type { TicketKind, TicketStatus } from '../../domain/graduate/ticket.ts';
import type { StatementKind } from '../../domain/grants/grant.ts';
import type { SectionContent, SectionKind } from '../../domain/registration/section.ts';
import type { TransferNumberStatus } from '../../domain/transfer-numbers/transfer-number.ts';
import type { UnitWarning } from '../../domain/registration/warnings.ts';
import { unitWarning } from '../../infra/directory/unit-warning.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { jsonList, milliseconds } from '../../infra/record/json-sql.ts';

/** What views show beside the aggregate; instants in milliseconds. */
export interface GraduateDetails {
  readonly idNumberSealed: string;
  readonly collegeName: string | null;
  /** When the graduate was taken off the roster, if so. */
  readonly removedAt: number | null;
  readonly openings: readonly { readonly id: string; readonly reason: string }[];
  /** Requests for a change after the cutoff that the province has answered; `answer` is what it says to one that it refuses. */
  readonly answeredExceptions: readonly { readonly id: string; readonly answer: string | null; readonly answeredAt: number }[];
  readonly reviews: readonly ReviewDetail[];
  /** Of what staff have entered and is in force: what stood there before. */
  readonly replaced: readonly { readonly section: SectionKind; readonly content: SectionContent }[];
  /** What the directory of receiving units says about the unit of a version. */
  readonly unitWarnings: readonly { readonly id: string; readonly code: UnitWarning }[];
  readonly evidence: readonly EvidenceDetail[];
  readonly confirmations: readonly ConfirmationDetail[];
  /** The last confirmation, with what it was given to; empty before the first. */
  readonly confirmed: readonly ConfirmedDetail[];
  readonly grants: readonly { readonly id: string; readonly numberSealed: string; readonly endedAt: number | null }[];
  readonly transferNumbers: readonly TransferNumberDetail[];
  readonly tickets: readonly TicketDetail[];
}

export interface ReviewDetail {
  readonly id: string;
  readonly returnReason: string | null;
  readonly returnText: string | null;
  readonly returnFields: readonly string[];
}

export interface EvidenceDetail {
  readonly id: string;
  readonly section: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly uploadedAt: number;
  readonly goneAt: number | null;
}

export interface ConfirmationDetail {
  readonly status: ConfirmationStatus;
  readonly cause: ConfirmationCause;
  readonly at: number;
  readonly disputeText: string | null;
  readonly disputeFields: readonly string[];
}

export interface ConfirmedDetail {
  readonly at: number;
  readonly identity: SeenRecord['identity'];
  readonly contents: Readonly<Partial<Record<SectionKind, SectionContent>>>;
}

export interface TransferNumberDetail {
  readonly id: string;
  readonly kind: StatementKind;
  readonly status: TransferNumberStatus;
  readonly numberSealed: string;
  readonly deadline: number;
  readonly issuedAt: number;
}

export interface TicketDetail {
  readonly id: string;
  readonly kind: TicketKind;
  readonly status: TicketStatus;
  readonly fields: readonly string[];
  readonly note: string;
  readonly proposed: Readonly<Record<string, unknown>> | null;
  readonly evidenceIds: readonly string[];
  readonly answer: string | null;
  readonly openedAt: number;
  readonly resolvedAt: number | null;
}

const ms = (column: string): string => `${milliseconds(`"${column}"`)} AS "${column}"`;

const openings = `SELECT "id", "reason" FROM "section_opening" WHERE "graduateId" = g."id" AND "closedAt" IS NULL`;
const answeredExceptions = `SELECT "id", "answer", ${ms('answeredAt')} FROM "cutoff_exception" WHERE "graduateId" = g."id" AND "answeredAt" IS NOT NULL`;
const reviews = `SELECT "id", "returnReason", "returnText", "returnFields" FROM "section_version" WHERE "graduateId" = g."id" AND "returnReason" IS NOT NULL`;
const replaced = `SELECT DISTINCT ON (v."section") v."section", p."content" FROM "section_version" v
  JOIN "section_version" p ON p."graduateId" = v."graduateId" AND p."section" = v."section" AND p."status" = 'SUPERSEDED' AND p."id" < v."id"
  WHERE v."graduateId" = g."id" AND v."status" = 'APPROVED' AND v."source" = 'SCHOOL' ORDER BY v."section", p."id" DESC`;
const unitWarnings = `SELECT w."id", w."code" FROM (
    SELECT v."id", ${unitWarning} AS "code" FROM "section_version" v JOIN "school" s ON s."id" = g."schoolId" WHERE v."graduateId" = g."id" AND v."section" = 'DOSSIER'
      AND v."status" IN ('COLLEGE_REVIEW', 'SCHOOL_REVIEW', 'RETURNED', 'APPROVED')) w WHERE w."code" IS NOT NULL`;
const evidence = `SELECT "id", "section", "mediaType", "sizeBytes", ${ms('uploadedAt')}, ${ms('goneAt')} FROM "evidence" WHERE "graduateId" = g."id" ORDER BY "uploadedAt", "id"`;
const confirmations = `SELECT "status", "cause", ${ms('at')}, "disputeText", "disputeFields" FROM "confirmation_record" WHERE "graduateId" = g."id" ORDER BY "at" DESC, "id" DESC`;
const confirmed = `SELECT ${ms('at')}, "seen" -> 'identity' AS "identity", (
    SELECT coalesce(jsonb_object_agg(v."section", v."content"), '{}') FROM "section_version" v
    WHERE v."graduateId" = g."id" AND v."id"::text IN (SELECT s."value" FROM jsonb_each_text(r."seen" -> 'versions') s)) AS "contents"
  FROM "confirmation_record" r WHERE r."graduateId" = g."id" AND r."seen" IS NOT NULL ORDER BY r."at" DESC, r."id" DESC LIMIT 1`;
const grants = `SELECT "id", "numberSealed", ${ms('endedAt')} FROM "verification_grant" WHERE "graduateId" = g."id"`;
const transferNumbers = `SELECT "id", "kind", "status", "numberSealed", ${ms('deadline')}, ${ms('issuedAt')} FROM "transfer_number" WHERE "graduateId" = g."id" ORDER BY "issuedAt" DESC, "id" DESC`;
const tickets = `SELECT "id", "kind", "status", "fields", "note", "proposed", "evidenceIds", "answer", ${ms('openedAt')}, ${ms('resolvedAt')}
  FROM "ticket" WHERE "graduateId" = g."id" ORDER BY "openedAt" DESC, "id" DESC`;

const detailsQuery = `SELECT g."idNumberSealed", c."name" AS "collegeName", g."removedAt", ${jsonList(openings)} AS "openings", ${jsonList(answeredExceptions)} AS "answeredExceptions",
    ${jsonList(reviews)} AS "reviews", ${jsonList(replaced)} AS "replaced", ${jsonList(unitWarnings)} AS "unitWarnings", ${jsonList(evidence)} AS "evidence", ${jsonList(confirmations)} AS "confirmations", ${jsonList(confirmed)} AS "confirmed",
    ${jsonList(grants)} AS "grants", ${jsonList(transferNumbers)} AS "transferNumbers", ${jsonList(tickets)} AS "tickets"
  FROM "graduate" g LEFT JOIN "college" c ON c."id" = g."collegeId" WHERE g."id" = $1`;

/** Everything that views need and decisions do not, in one statement. */
export async function findDetails(database: Queryable, graduateId: string): Promise<GraduateDetails | undefined> {
  const { rows } = await database.query<GraduateDetails>({ name: 'graduate-details', text: detailsQuery, values: [graduateId] });
  return rows[0];
}

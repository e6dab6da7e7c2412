import { jsonList, milliseconds } from './json-sql.ts';

/** In the order in which they were written: a command may be applied after one that was received later. */
const versions = `SELECT v."id", v."section", v."intent", v."source", v."status", v."content", v."contentDigest", v."evidenceIds", v."submittedBy",
    ${milliseconds('v."submittedAt"')} AS "submittedAt", ${milliseconds('v."statusSince"')} AS "statusSince",
    v."overdueToldAt" IS NOT NULL AS "overdueTold", v."collegeDecidedBy", v."reason",
    CASE WHEN v."claimedBy" IS NOT NULL THEN jsonb_build_object('by', v."claimedBy", 'from', ${milliseconds('v."claimedFrom"')}, 'until', ${milliseconds('v."claimedUntil"')}) END AS "claim"
  FROM "section_version" v WHERE v."graduateId" = g."id" ORDER BY v."id"`;

const grants = `SELECT n."id", n."kind", n."status", ${milliseconds('n."deadline"')} AS "deadline", ${milliseconds('n."issuedAt"')} AS "issuedAt"
  FROM "verification_grant" n WHERE n."graduateId" = g."id" ORDER BY n."issuedAt", n."id"`;

const transferNumbers = `SELECT n."id", n."kind", n."status", ${milliseconds('n."deadline"')} AS "deadline"
  FROM "transfer_number" n WHERE n."graduateId" = g."id" ORDER BY n."issuedAt", n."id"`;

const tickets = `SELECT t."id", t."kind", t."status", t."fields" FROM "ticket" t WHERE t."graduateId" = g."id" AND t."status" = 'OPEN' ORDER BY t."openedAt", t."id"`;

const openings = `SELECT o."id", o."section", ${milliseconds('o."openedAt"')} AS "from", ${milliseconds('o."until"')} AS "until"
  FROM "section_opening" o WHERE o."graduateId" = g."id" AND o."closedAt" IS NULL ORDER BY o."openedAt", o."id"`;

const exceptions = `SELECT x."id", x."scope", x."status", CASE WHEN x."status" = 'GRANTED' THEN ${milliseconds('x."answeredAt"')} END AS "from", ${milliseconds('x."until"')} AS "until"
  FROM "cutoff_exception" x WHERE x."graduateId" = g."id" ORDER BY x."requestedAt", x."id"`;

const evidence = `SELECT e."id", e."mediaType", e."sizeBytes", e."section" FROM "evidence" e WHERE e."graduateId" = g."id" AND e."goneAt" IS NULL`;

const calendar = `SELECT ${[
  'registrationOpensAt',
  'registrationClosesAt',
  'dossierClosesAt',
  'confirmationOpensAt',
  'confirmationClosesAt',
  'departureAt',
]
  .map((column) => `${milliseconds(`c."${column}"`)} AS "${column}"`)
  .join(', ')}
  FROM "school_calendar" c WHERE c."schoolId" = g."schoolId" AND c."cohort" = g."cohort"`;

/** The whole aggregate in one statement. Lock the graduate's row in a statement before it: a statement that waits for a lock keeps its old view of the other rows. */
export const graduateQuery = `
  SELECT g.*, s."code" AS "schoolCode", s."name" AS "schoolName", s."provinceCode",
    ${jsonList(versions)} AS "versions", ${jsonList(grants)} AS "grants", ${jsonList(transferNumbers)} AS "transferNumbers",
    ${jsonList(tickets)} AS "openTickets", ${jsonList(openings)} AS "openings", ${jsonList(exceptions)} AS "exceptions", ${jsonList(evidence)} AS "evidence", ${jsonList(calendar)} AS "calendar"
  FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId"
  WHERE g."id" = $1`;

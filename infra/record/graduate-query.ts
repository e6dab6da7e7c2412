import { jsonList, milliseconds } from './json-sql.ts';

/** In the order in which they were written: a command may be applied after one that was received later. */
const versions = `SELECT v."id", v."section", v."intent", v."source", v."status", v."content", v."contentDigest", v."evidenceIds", v."submittedBy",
    ${milliseconds('v."submittedAt"')} AS "submittedAt", ${milliseconds('v."statusSince"')} AS "statusSince",
    v."overdueToldAt" IS NOT NULL AS "overdueTold", v."collegeDecidedBy"
  FROM "section_version" v WHERE v."graduateId" = g."id" ORDER BY v."id"`;

const grants = `SELECT n."id", n."kind", n."status", ${milliseconds('n."deadline"')} AS "deadline", ${milliseconds('n."issuedAt"')} AS "issuedAt"
  FROM "verification_grant" n WHERE n."graduateId" = g."id" ORDER BY n."issuedAt", n."id"`;

const transferNumbers = `SELECT n."id", n."kind", n."status", ${milliseconds('n."deadline"')} AS "deadline"
  FROM "transfer_number" n WHERE n."graduateId" = g."id" ORDER BY n."issuedAt", n."id"`;

const tickets = `SELECT t."id", t."kind", t."status" FROM "ticket" t WHERE t."graduateId" = g."id" AND t."status" = 'OPEN' ORDER BY t."openedAt", t."id"`;

const evidence = `SELECT e."id", e."mediaType", e."sizeBytes", e."section" FROM "evidence" e WHERE e."graduateId" = g."id"`;

const calendar = `SELECT ${['registrationOpensAt', 'registrationClosesAt', 'dossierClosesAt', 'confirmationOpensAt', 'confirmationClosesAt', 'departureAt']
  .map((column) => `${milliseconds(`c."${column}"`)} AS "${column}"`).join(', ')}
  FROM "school_calendar" c WHERE c."schoolId" = g."schoolId" AND c."cohort" = g."cohort"`;

/** The whole aggregate in one statement. Lock the graduate's row in a statement before it: a statement that waits for a lock keeps its old view of the other rows. */
export const graduateQuery = `
  SELECT g.*, s."code" AS "schoolCode", s."name" AS "schoolName", s."provinceCode",
    ${jsonList(versions)} AS "versions", ${jsonList(grants)} AS "grants", ${jsonList(transferNumbers)} AS "transferNumbers",
    ${jsonList(tickets)} AS "openTickets", ${jsonList(evidence)} AS "evidence", ${jsonList(calendar)} AS "calendar"
  FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId"
  WHERE g."id" = $1`;

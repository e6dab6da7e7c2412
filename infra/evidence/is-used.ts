/** True in SQL for a file `e` that something refers to. */
export const isUsed = `(EXISTS (SELECT FROM "section_version" v WHERE v."graduateId" = e."graduateId" AND e."id" = ANY (v."evidenceIds"))
  OR EXISTS (SELECT FROM "ticket" t WHERE t."graduateId" = e."graduateId" AND e."id" = ANY (t."evidenceIds")))`;

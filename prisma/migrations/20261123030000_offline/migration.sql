-- Places in the status lists, and the lists as published (docs/decisions/0012).
-- CreateTable
CREATE TABLE "status_list" (
    "list" INTEGER NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "keyId" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "status_list_pkey" PRIMARY KEY ("list")
);

-- CreateTable
CREATE TABLE "signing_key_use" (
    "keyId" TEXT NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signing_key_use_pkey" PRIMARY KEY ("keyId")
);

-- One place for each number ever issued, committed or not.
CREATE SEQUENCE "verification_status_place" AS BIGINT MINVALUE 0 START 0;
CREATE SEQUENCE "transfer_status_place" AS BIGINT MINVALUE 0 START 0;

-- AlterTable
ALTER TABLE "verification_grant" ADD COLUMN "statusList" INTEGER, ADD COLUMN "statusIndex" INTEGER;
ALTER TABLE "transfer_number" ADD COLUMN "statusList" INTEGER, ADD COLUMN "statusIndex" INTEGER;

-- Numbers of development stacks from before this migration fill lists of their own, in no secret order; new ones begin with the next list.
UPDATE "verification_grant" n SET "statusList" = (o."place" / 524288) * 2, "statusIndex" = o."place" % 524288
    FROM (SELECT "id", row_number() OVER (ORDER BY "id") - 1 AS "place" FROM "verification_grant") o WHERE o."id" = n."id";
UPDATE "transfer_number" n SET "statusList" = (o."place" / 524288) * 2 + 1, "statusIndex" = o."place" % 524288
    FROM (SELECT "id", row_number() OVER (ORDER BY "id") - 1 AS "place" FROM "transfer_number") o WHERE o."id" = n."id";
SELECT setval('verification_status_place', ceil((SELECT count(*) FROM "verification_grant") / 524288.0)::bigint * 524288, false);
SELECT setval('transfer_status_place', ceil((SELECT count(*) FROM "transfer_number") / 524288.0)::bigint * 524288, false);

ALTER TABLE "verification_grant" ALTER COLUMN "statusList" SET NOT NULL, ALTER COLUMN "statusIndex" SET NOT NULL,
    ADD CONSTRAINT "verification_grant_status_place" CHECK ("statusList" >= 0 AND "statusList" % 2 = 0 AND "statusIndex" BETWEEN 0 AND 524287);
ALTER TABLE "transfer_number" ALTER COLUMN "statusList" SET NOT NULL, ALTER COLUMN "statusIndex" SET NOT NULL,
    ADD CONSTRAINT "transfer_number_status_place" CHECK ("statusList" >= 0 AND "statusList" % 2 = 1 AND "statusIndex" BETWEEN 0 AND 524287);

-- CreateIndex
CREATE UNIQUE INDEX "verification_grant_statusList_statusIndex_key" ON "verification_grant"("statusList", "statusIndex");
-- CreateIndex
CREATE INDEX "verification_grant_statusList_deadline_idx" ON "verification_grant"("statusList", "deadline");
-- CreateIndex
CREATE UNIQUE INDEX "transfer_number_statusList_statusIndex_key" ON "transfer_number"("statusList", "statusIndex");
-- CreateIndex
CREATE INDEX "transfer_number_statusList_deadline_idx" ON "transfer_number"("statusList", "deadline");

-- A list is made from the few that are revoked, not from the many that are not.
CREATE INDEX "verification_grant_revoked" ON "verification_grant" ("statusList", "statusIndex") WHERE "status" IN ('INVALIDATED', 'CLOSED');
CREATE INDEX "transfer_number_revoked" ON "transfer_number" ("statusList", "statusIndex") WHERE "status" IN ('INVALIDATED', 'CLOSED');

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON "status_list", "signing_key_use" TO quxiang_app;
        GRANT USAGE ON SEQUENCE "verification_status_place", "transfer_status_place" TO quxiang_app;
    END IF;
END
$$;

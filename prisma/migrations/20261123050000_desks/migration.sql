-- Entries of the school, claims, openings and exceptions (R16, X7; docs/decisions/0015).
-- AlterTable
ALTER TABLE "section_version" ADD COLUMN     "claimedBy" UUID,
ADD COLUMN     "claimedFrom" TIMESTAMPTZ(3),
ADD COLUMN     "claimedUntil" TIMESTAMPTZ(3),
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "section_opening" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "openedBy" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedBy" UUID,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "section_opening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cutoff_exception" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'REQUESTED',
    "reason" TEXT NOT NULL,
    "requestedBy" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answeredBy" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "cutoff_exception_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "section_opening_graduateId_idx" ON "section_opening"("graduateId");

-- CreateIndex
CREATE INDEX "cutoff_exception_graduateId_idx" ON "cutoff_exception"("graduateId");

-- CreateIndex
CREATE INDEX "cutoff_exception_status_requestedAt_id_idx" ON "cutoff_exception"("status", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "graduate_counsellorId_idx" ON "graduate"("counsellorId");

-- AddForeignKey
ALTER TABLE "section_opening" ADD CONSTRAINT "section_opening_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cutoff_exception" ADD CONSTRAINT "cutoff_exception_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- As the content: a correction is a new version.
CREATE TRIGGER "submission_reason" BEFORE UPDATE OF "reason" ON "section_version" FOR EACH ROW EXECUTE FUNCTION guard_submission_content();
ALTER TABLE "section_version" ADD CONSTRAINT "section_version_claim" CHECK (num_nulls("claimedBy", "claimedFrom", "claimedUntil") IN (0, 3));
ALTER TABLE "cutoff_exception" ADD CONSTRAINT "cutoff_exception_until" CHECK ("status" <> 'GRANTED' OR "until" IS NOT NULL);
-- One request about a scope at a time.
CREATE UNIQUE INDEX "cutoff_exception_one_open" ON "cutoff_exception" ("graduateId", "scope") WHERE "status" = 'REQUESTED';

INSERT INTO "status_transition" ("subject", "from", "to") VALUES ('exception', 'REQUESTED', 'GRANTED'), ('exception', 'REQUESTED', 'REFUSED');
CREATE TRIGGER "exception_transition" BEFORE UPDATE OF "status" ON "cutoff_exception" FOR EACH ROW EXECUTE FUNCTION guard_transition('exception', 'status');

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON "section_opening", "cutoff_exception" TO quxiang_app;
    END IF;
END
$$;

-- Rosters as they are uploaded, and what became of each of their rows.
-- CreateTable
CREATE TABLE "roster_import" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "cohort" INTEGER NOT NULL,
    "fileKey" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'UPLOADED',
    "uploadedBy" UUID NOT NULL,
    "uploadedByRole" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "refusal" JSONB,
    "reachedRow" INTEGER NOT NULL DEFAULT 0,
    "validRows" INTEGER NOT NULL DEFAULT 0,
    "invalidRows" INTEGER NOT NULL DEFAULT 0,
    "existingRows" INTEGER NOT NULL DEFAULT 0,
    "importedRows" INTEGER NOT NULL DEFAULT 0,
    "warningCount" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_import_row" (
    "importId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "graduateId" UUID,
    "problems" JSONB NOT NULL,

    CONSTRAINT "roster_import_row_pkey" PRIMARY KEY ("importId","rowNumber")
);

-- CreateIndex
CREATE INDEX "roster_import_schoolId_cohort_uploadedAt_idx" ON "roster_import"("schoolId", "cohort", "uploadedAt");

-- CreateIndex
CREATE INDEX "roster_import_row_graduateId_idx" ON "roster_import_row"("graduateId");

-- AddForeignKey
ALTER TABLE "roster_import_row" ADD CONSTRAINT "roster_import_row_importId_fkey" FOREIGN KEY ("importId") REFERENCES "roster_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Names of the states as the domain has them (domain/roster/import-status.ts).
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_status" CHECK ("status" IN
    ('UPLOADED', 'VALIDATING', 'VALIDATED', 'IMPORTING', 'IMPORTED', 'REFUSED', 'CANCELLED'));
ALTER TABLE "roster_import_row" ADD CONSTRAINT "roster_import_row_status" CHECK ("status" IN ('VALID', 'INVALID', 'EXISTING', 'IMPORTED'));

-- Rights of the application's role, as in the guards migration.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON "roster_import", "roster_import_row" TO quxiang_app;
    END IF;
END
$$;

-- The desk of an import: the second person's word, rows put right, headings of a school's own, changes, and taking it back.
-- AlterTable
ALTER TABLE "graduate" ADD COLUMN "removedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "roster_import"
    ADD COLUMN "changedRows" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "returningCount" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "dyingNumbers" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "dialect" TEXT,
    ADD COLUMN "sectionsDecision" TEXT,
    ADD COLUMN "sectionsReason" TEXT,
    ADD COLUMN "sectionsDecidedBy" UUID,
    ADD COLUMN "sectionsDecidedByRole" TEXT,
    ADD COLUMN "sectionsDecidedAt" TIMESTAMPTZ(3),
    ADD COLUMN "sectionsDoneAt" TIMESTAMPTZ(3),
    ADD COLUMN "undoneBy" UUID,
    ADD COLUMN "undoneByRole" TEXT,
    ADD COLUMN "undoReason" TEXT,
    ADD COLUMN "undoneAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "roster_import_row" ADD COLUMN "changes" JSONB;

-- CreateTable
CREATE TABLE "roster_import_mend" (
    "id" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "cellsSealed" TEXT NOT NULL,
    "mendedBy" UUID NOT NULL,
    "mendedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roster_import_mend_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_import_section" (
    "versionId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "graduateId" UUID NOT NULL,

    CONSTRAINT "roster_import_section_pkey" PRIMARY KEY ("versionId")
);

-- CreateTable
CREATE TABLE "roster_heading" (
    "schoolId" UUID NOT NULL,
    "heading" TEXT NOT NULL,
    "field" TEXT,
    "confirmedBy" UUID NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roster_heading_pkey" PRIMARY KEY ("schoolId","heading")
);

-- CreateIndex
CREATE UNIQUE INDEX "roster_import_mend_importId_rowNumber_key" ON "roster_import_mend"("importId", "rowNumber");

-- CreateIndex
CREATE INDEX "roster_import_section_importId_graduateId_idx" ON "roster_import_section"("importId", "graduateId");

-- AddForeignKey
ALTER TABLE "roster_import_mend" ADD CONSTRAINT "roster_import_mend_importId_fkey" FOREIGN KEY ("importId") REFERENCES "roster_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import_section" ADD CONSTRAINT "roster_import_section_importId_fkey" FOREIGN KEY ("importId") REFERENCES "roster_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who was taken off the roster leaves the numbers to the row that is right. Prisma knows no partial index, so its schema has none.
DROP INDEX "graduate_schoolId_cohort_studentNo_key";
DROP INDEX "graduate_schoolId_cohort_candidateNo_key";
CREATE UNIQUE INDEX "graduate_schoolId_cohort_studentNo_key" ON "graduate"("schoolId", "cohort", "studentNo") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "graduate_schoolId_cohort_candidateNo_key" ON "graduate"("schoolId", "cohort", "candidateNo") WHERE "removedAt" IS NULL;

-- Names of the states as the domain has them (domain/roster/import-status.ts).
ALTER TABLE "roster_import" DROP CONSTRAINT "roster_import_status";
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_status" CHECK ("status" IN
    ('UPLOADED', 'VALIDATING', 'VALIDATED', 'MENDED', 'IMPORTING', 'IMPORTED', 'UNDOING', 'UNDONE', 'REFUSED', 'CANCELLED'));
ALTER TABLE "roster_import_row" DROP CONSTRAINT "roster_import_row_status";
ALTER TABLE "roster_import_row" ADD CONSTRAINT "roster_import_row_status" CHECK ("status" IN
    ('VALID', 'INVALID', 'EXISTING', 'CHANGED', 'IMPORTED', 'UPDATED', 'REMOVED'));
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_sections_decision" CHECK ("sectionsDecision" IN ('APPROVE', 'REJECT'));
-- Nobody approves what they brought in (X19).
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_second_person" CHECK ("sectionsDecidedBy" <> "uploadedBy");

-- Rights of the application's role, as in the guards migration.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON "roster_import_mend", "roster_import_section", "roster_heading" TO quxiang_app;
    END IF;
END
$$;

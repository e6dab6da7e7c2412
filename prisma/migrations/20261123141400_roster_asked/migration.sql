-- What has been asked of an import, for the sweep that starts what could not be started.
ALTER TABLE "roster_import" ADD COLUMN "asked" TEXT CHECK ("asked" IN ('IMPORT', 'TRIAL', 'VALIDATE', 'COMMIT', 'DECIDE_SECTIONS', 'UNDO')), ADD COLUMN "askedAt" TIMESTAMPTZ(3);

-- Among these are all that are not done; imports that are over are most.
CREATE INDEX "roster_import_open" ON "roster_import" ("askedAt")
  WHERE "status" IN ('UPLOADED', 'VALIDATING', 'VALIDATED', 'MENDED', 'IMPORTING', 'UNDOING') OR ("status" = 'IMPORTED' AND "sectionsDecision" IS NOT NULL AND "sectionsDoneAt" IS NULL);

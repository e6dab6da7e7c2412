-- DropIndex
DROP INDEX "graduate_of_cohort";

-- CreateTable
CREATE TABLE "list_export" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "collegeId" UUID,
    "query" JSONB NOT NULL,
    "requestedBy" UUID NOT NULL,
    "requestedByRole" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'WAITING',
    "fileKey" TEXT,
    "snapshotAt" TIMESTAMPTZ(3),
    "rowCount" INTEGER,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "list_export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "list_export_status_expiresAt_idx" ON "list_export"("status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "list_export_requestedBy_idempotencyKey_key" ON "list_export"("requestedBy", "idempotencyKey");

-- What the retention looks for.
CREATE INDEX "statement_createdAt" ON "statement" ("createdAt");

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE ON "list_export" TO quxiang_app;
    END IF;
END
$$;

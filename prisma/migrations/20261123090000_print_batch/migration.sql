-- Batches of printed papers (docs/decisions/0020).
-- CreateTable
CREATE TABLE "print_batch" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "collegeId" UUID,
    "query" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'RUNNING',
    "requestedBy" UUID NOT NULL,
    "requestedByRole" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "plannedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "fileKey" TEXT,
    "sizeBytes" BIGINT,

    CONSTRAINT "print_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "print_batch_item" (
    "batchId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "graduateId" UUID NOT NULL,
    "paper" TEXT NOT NULL,
    "subjectId" UUID,
    "status" TEXT NOT NULL DEFAULT 'WAITING',
    "code" TEXT,
    "characters" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fileKey" TEXT,

    CONSTRAINT "print_batch_item_pkey" PRIMARY KEY ("batchId","position")
);

-- CreateIndex
CREATE INDEX "print_batch_schoolId_id_idx" ON "print_batch"("schoolId", "id");

-- CreateIndex
CREATE INDEX "print_batch_status_expiresAt_idx" ON "print_batch"("status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "print_batch_requestedBy_idempotencyKey_key" ON "print_batch"("requestedBy", "idempotencyKey");

-- CreateIndex
CREATE INDEX "print_batch_item_batchId_status_position_idx" ON "print_batch_item"("batchId", "status", "position");

-- AddForeignKey
ALTER TABLE "print_batch_item" ADD CONSTRAINT "print_batch_item_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "print_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE ON "print_batch", "print_batch_item" TO quxiang_app;
    END IF;
END
$$;

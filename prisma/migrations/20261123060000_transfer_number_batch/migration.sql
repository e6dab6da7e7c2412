-- Batches of transfer numbers (docs/decisions/0016).
-- CreateTable
CREATE TABLE "transfer_number_batch" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cohort" INTEGER NOT NULL,
    "collegeId" UUID,
    "className" TEXT,
    "stage" TEXT,
    "status" TEXT NOT NULL DEFAULT 'RUNNING',
    "requestedBy" UUID NOT NULL,
    "requestedByRole" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "plannedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "transfer_number_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer_number_batch_part" (
    "batchId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "graduates" INTEGER NOT NULL,
    "issued" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "transfer_number_batch_part_pkey" PRIMARY KEY ("batchId","position")
);

-- CreateTable
CREATE TABLE "transfer_number_batch_skip" (
    "batchId" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "transfer_number_batch_skip_pkey" PRIMARY KEY ("batchId","graduateId")
);

-- CreateIndex
CREATE INDEX "transfer_number_batch_schoolId_requestedAt_idx" ON "transfer_number_batch"("schoolId", "requestedAt");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_number_batch_requestedBy_idempotencyKey_key" ON "transfer_number_batch"("requestedBy", "idempotencyKey");

-- AddForeignKey
ALTER TABLE "transfer_number_batch_part" ADD CONSTRAINT "transfer_number_batch_part_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "transfer_number_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_number_batch_skip" ADD CONSTRAINT "transfer_number_batch_skip_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "transfer_number_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the batch reads: graduates of a query in the order of their ids.
CREATE INDEX "graduate_of_cohort" ON "graduate" ("schoolId", "cohort", "id");

-- A graduate's row is written at every step: room on its page spares the ten indexes. What is sealed does not compress.
ALTER TABLE "graduate" SET (fillfactor = 80);
ALTER TABLE "transfer_number" ALTER COLUMN "shownSealed" SET STORAGE EXTERNAL;
ALTER TABLE "verification_grant" ALTER COLUMN "shownSealed" SET STORAGE EXTERNAL;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE ON "transfer_number_batch", "transfer_number_batch_part" TO quxiang_app;
        GRANT SELECT, INSERT ON "transfer_number_batch_skip" TO quxiang_app;
    END IF;
END
$$;

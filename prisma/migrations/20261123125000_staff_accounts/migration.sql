-- A school manages the accounts of its staff.
ALTER TABLE "account" ADD COLUMN     "blockedAt" TIMESTAMPTZ(3),
ADD COLUMN     "blockedReason" TEXT,
ADD COLUMN     "oneTimeUntil" TIMESTAMPTZ(3),
ADD COLUMN     "schoolId" UUID;

CREATE INDEX "account_schoolId_idx" ON "account"("schoolId");

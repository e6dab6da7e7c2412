-- A second factor that has been shown and not yet proved.
ALTER TABLE "account" ADD COLUMN "totpPendingSealed" TEXT;

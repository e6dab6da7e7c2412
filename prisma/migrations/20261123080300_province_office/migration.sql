-- Where messages to a province go.
ALTER TABLE "province" ADD COLUMN "officeEmail" TEXT;

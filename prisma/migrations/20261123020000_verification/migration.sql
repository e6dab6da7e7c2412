-- How a graduate hears of verifications: each day's first at once, or one mail in the evening.
ALTER TABLE "graduate" ADD COLUMN "tellLookups" TEXT NOT NULL DEFAULT 'AT_ONCE';
ALTER TABLE "graduate" ADD CONSTRAINT "graduate_tell_lookups" CHECK ("tellLookups" IN ('AT_ONCE', 'DAILY'));

-- Where it was asked, if a trusted proxy says so, and whether the graduate has been told.
ALTER TABLE "verification_record" ADD COLUMN "place" TEXT;
ALTER TABLE "verification_record" ADD COLUMN "toldAt" TIMESTAMPTZ(3);
UPDATE "verification_record" SET "toldAt" = "at";
CREATE INDEX "verification_record_untold" ON "verification_record" ("graduateId") WHERE "toldAt" IS NULL;

-- Guesses at numbers, shared by all replicas. Not logged: a crash of the server forgives what was guessed so far, and a
-- charge needs no flush of the log. Fills up quickly with short-lived rows, hence the room for updates in place.
CREATE UNLOGGED TABLE "guess_budget" (
    "key" TEXT NOT NULL,
    "fullAtMs" DOUBLE PRECISION NOT NULL,
    "atMs" DOUBLE PRECISION NOT NULL,
    "intervalMs" DOUBLE PRECISION NOT NULL,
    "spanMs" DOUBLE PRECISION NOT NULL,
    "asked" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL,

    CONSTRAINT "guess_budget_pkey" PRIMARY KEY ("key")
) WITH (fillfactor = 50);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON "guess_budget" TO quxiang_app;
    END IF;
END
$$;
